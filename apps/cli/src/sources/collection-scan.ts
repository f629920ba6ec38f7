import { newScan, type ScanState } from "./element-scan.js";

const value = [...Buffer.from("value")];

/** A scan of an object at the root, which also looks out for a member `value` that is an array. */
export interface CollectionScan extends ScanState {
  /** At depth 1: whether the next string is a name. */
  nameNext: boolean;
  /** How much of the current name equals `value`; -1 when it does not. */
  matched: number;
  /** The last name was `value` and its value has not begun. */
  valueNext: boolean;
}

export function newCollectionScan(): CollectionScan {
  return { ...newScan(), nameNext: false, matched: -1, valueNext: false };
}

export type CollectionFinding = "more" | "end" | "value";

/**
 * Goes on until the object ends (`end`) or its array `value` begins (`value`), and says how many bytes that took.
 * Objects at the root are small or collections, so this may be slower than {@link ScanState}'s plain scan.
 */
export function scanObject(chunk: Uint8Array, from: number, state: CollectionScan): [CollectionFinding, number] {
  for (let at = from; at < chunk.length; at += 1) {
    const byte = chunk[at] ?? 0;
    if (state.inString) inString(byte, state);
    else if (byte === 0x22) beginString(state);
    else if (byte === 0x5b && state.valueNext) return ["value", at + 1];
    else if (outside(byte, state)) return ["end", at + 1];
  }
  return ["more", chunk.length];
}

function beginString(state: CollectionScan): void {
  state.inString = true;
  state.valueNext = false;
  state.matched = state.depth === 1 && state.nameNext ? 0 : -1;
}

function inString(byte: number, state: CollectionScan): void {
  if (state.escaped) state.escaped = false;
  else if (byte === 0x5c) state.escaped = true;
  else if (byte === 0x22) {
    state.inString = false;
    return;
  }
  if (state.matched >= 0) state.matched = value[state.matched] === byte ? state.matched + 1 : -1;
}

/** True when the object ended. */
function outside(byte: number, state: CollectionScan): boolean {
  if (byte === 0x0a) state.lines += 1;
  if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return false;
  state.valueNext = byte === 0x3a && state.depth === 1 && state.matched === value.length;
  if (byte === 0x3a) state.nameNext = false;
  else if (byte === 0x2c) state.nameNext = state.depth === 1;
  else if (byte === 0x7b || byte === 0x5b) {
    state.depth += 1;
    state.nameNext = byte === 0x7b && state.depth === 1;
  } else if (byte === 0x7d || byte === 0x5d) {
    state.depth -= 1;
    return state.depth <= 0;
  }
  return false;
}
