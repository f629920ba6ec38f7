/** How far a scan inside one JSON value has come; kept between chunks. */
export interface ScanState {
  depth: number;
  inString: boolean;
  escaped: boolean;
  /** Line breaks seen so far, for messages. */
  lines: number;
}

export function newScan(): ScanState {
  return { depth: 0, inString: false, escaped: false, lines: 0 };
}

/**
 * Finds the end of an object, array or string by counting brackets outside strings, byte by byte: nothing is parsed
 * and no text is made. Gives the position after its last byte, or -1 when the chunk ends first.
 */
export function scanElement(chunk: Uint8Array, from: number, state: ScanState): number {
  let { depth, inString, escaped, lines } = state;
  let end = -1;
  for (let at = from; at < chunk.length && end === -1; at += 1) {
    const byte = chunk[at];
    if (inString) {
      if (escaped) escaped = false;
      else if (byte === 0x5c) escaped = true;
      else if (byte === 0x22) {
        inString = false;
        if (depth === 0) end = at + 1;
      }
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) depth += 1;
    else if (byte === 0x7d || byte === 0x5d) {
      depth -= 1;
      if (depth <= 0) end = at + 1;
    } else if (byte === 0x0a) lines += 1;
  }
  state.depth = depth;
  state.inString = inString;
  state.escaped = escaped;
  state.lines = lines;
  return end;
}

/** Finds the end of a number or a literal: the position of the byte that cannot belong to it, or -1. */
export function scanScalar(chunk: Uint8Array, from: number): number {
  for (let at = from; at < chunk.length; at += 1) {
    const byte = chunk[at] ?? 0;
    if (isSpace(byte) || byte === 0x2c || byte === 0x5d || byte === 0x7d) return at;
  }
  return -1;
}

export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
