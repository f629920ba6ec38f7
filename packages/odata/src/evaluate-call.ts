import type { BoundFunction } from "./bound-expression.js";
import { clockOf, dateOf } from "./edm-values.js";
import { indexIn, lengthOf, mapCase, slicePoints } from "./text.js";

/** What an expression can come to. */
export type Value = string | number | boolean | null;

const texts: Partial<Record<BoundFunction, (text: string, other: string) => Value>> = {
  contains: (text, part) => text.includes(part),
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
  indexof: indexIn,
  concat: (text, other) => text + other,
  length: lengthOf,
  tolower: (text) => mapCase(text, "lower"),
  toupper: (text) => mapCase(text, "upper"),
  trim: (text) => text.trim(),
  year: (date) => Number(date.slice(0, 4)),
  month: (date) => Number(date.slice(5, 7)),
  day: (date) => Number(date.slice(8, 10)),
  hour: (time) => Number(clockOf(time).slice(0, 2)),
  minute: (time) => Number(clockOf(time).slice(3, 5)),
  second: (time) => Number(clockOf(time).slice(6, 8)),
  fractionalseconds: (time) => Number(`0${clockOf(time).slice(8)}`),
  date: dateOf,
  time: clockOf,
  // Points in time have lost their offset: they are UTC.
  totaloffsetminutes: () => 0,
};

const numbers: Partial<Record<BoundFunction, (value: number) => number>> = {
  totalseconds: (value) => value,
  // Halves go away from zero.
  round: (value) => Math.trunc(value + Math.sign(value) * 0.5),
  floor: Math.floor,
  ceiling: Math.ceil,
};

/** One call, with the arguments' values; null when one is null. */
export function evaluateCall(name: BoundFunction, values: readonly Value[]): Value {
  if (values.includes(null)) return null;
  const [first = null, second = null, third] = values;
  if (name === "substring") {
    return typeof third === "number"
      ? slicePoints(String(first), Number(second), third)
      : slicePoints(String(first), Number(second));
  }
  const ofText = texts[name];
  if (ofText !== undefined) return ofText(String(first), String(second));
  return finite(numbers[name]?.(Number(first)));
}

/** Null for what is no finite number: databases do not agree on the others. */
export function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
