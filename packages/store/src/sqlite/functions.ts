import { mapCase } from "../query/map-case.js";
import type { SqlValue } from "./connection.js";
import { addSeconds, secondsBetween } from "./moments.js";
import { decodeText, encodeText, isStrange } from "./strange-text.js";
import { countPoints, indexOfBytes, slicePoints } from "./text-functions.js";

/** A function that statements call. Deterministic, and null when an argument is null. */
export type SqlFunction = (...values: readonly SqlValue[]) => SqlValue;

/**
 * What conditions of filters call: to be registered on a connection under these names, with any number of arguments,
 * before one is prepared. Texts come as bytes, since the driver would cut them at NUL, and leave so when it would change
 * them.
 */
export const queryFunctions: Readonly<Record<string, SqlFunction>> = {
  provlog_lower: onText((bytes) => toSqlText(mapCase(decodeText(bytes), "lower"))),
  provlog_upper: onText((bytes) => toSqlText(mapCase(decodeText(bytes), "upper"))),
  provlog_lower_text: onText((bytes) => toSqlText(decodeText(bytes).toLowerCase())),
  provlog_length: onText((bytes) => countPoints(bytes, bytes.length)),
  provlog_substring: (bytes, start, length) => {
    if (!isText(bytes) || typeof start !== "number" || typeof length !== "number") return null;
    return toSqlText(slicePoints(decodeText(bytes), start, length));
  },
  provlog_index_of: onTexts((text, part) => {
    const index = indexOfBytes(text, part);
    return index === -1 ? -1 : countPoints(text, index);
  }),
  provlog_starts_with: onTexts((text, part) => toFlag(isSame(text.subarray(0, part.length), part))),
  provlog_ends_with: onTexts((text, part) =>
    toFlag(isSame(text.subarray(Math.max(text.length - part.length, 0)), part)),
  ),
  provlog_divide_whole: onNumbers((left, right) => (right === 0 ? null : Math.trunc(left / right))),
  provlog_modulo: onNumbers((left, right) => (right === 0 ? null : left - right * Math.trunc(left / right))),
  // Halves go away from zero.
  provlog_round: onNumbers((value) => Math.trunc(value + Math.sign(value) * 0.5)),
  provlog_floor: onNumbers(Math.floor),
  provlog_ceiling: onNumbers(Math.ceil),
  provlog_seconds_between: (from, to) =>
    typeof from === "string" && typeof to === "string" ? secondsBetween(from, to) : null,
  provlog_add_seconds: (time, seconds) =>
    typeof time === "string" && typeof seconds === "number" ? (addSeconds(time, seconds) ?? null) : null,
};

function isText(value: SqlValue | undefined): value is Uint8Array {
  return value instanceof Uint8Array;
}

function onText(run: (bytes: Uint8Array) => SqlValue): SqlFunction {
  return (bytes) => (isText(bytes) ? run(bytes) : null);
}

function onTexts(run: (text: Uint8Array, part: Uint8Array) => SqlValue): SqlFunction {
  return (text, part) => (isText(text) && isText(part) ? run(text, part) : null);
}

function onNumbers(run: (left: number, right: number) => number | null): SqlFunction {
  return (left, right = 0) => {
    if (typeof left !== "number" || typeof right !== "number") return null;
    const result = run(left, right);
    return result !== null && Number.isFinite(result) ? result : null;
  };
}

function toSqlText(text: string): SqlValue {
  return isStrange(text) ? encodeText(text) : text;
}

function toFlag(value: boolean): number {
  return value ? 1 : 0;
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
