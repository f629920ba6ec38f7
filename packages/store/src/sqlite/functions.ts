import type { SqlValue } from "./connection.js";
import { decodeText, encodeText, isStrange } from "./strange-text.js";

/** A function that statements call: null when an argument is null. Deterministic. */
export type SqlFunction = (...values: readonly SqlValue[]) => SqlValue;

/**
 * What conditions of filters call on a connection; to be registered under these names before one is prepared. Texts come
 * as bytes, since the driver would cut them at NUL, and go so when it would change them.
 */
export const queryFunctions: Readonly<Record<string, SqlFunction>> = {
  provlog_lower: onText((text) => mapCase(text, "lower")),
};

function onText(map: (text: string) => string | number): (text: SqlValue) => SqlValue {
  return (text) => (text instanceof Uint8Array ? toSqlValue(map(decodeText(text))) : null);
}

function toSqlValue(value: string | number): SqlValue {
  return typeof value === "string" && isStrange(value) ? encodeText(value) : value;
}

/** Each code point by itself, and only where one becomes one, as the language has it. */
function mapCase(text: string, direction: "lower" | "upper"): string {
  const mapped = direction === "lower" ? text.toLowerCase() : text.toUpperCase();
  if (/^[\0-\x7f]*$/.test(text)) return mapped;
  return Array.from(text, (point) => {
    const other = direction === "lower" ? point.toLowerCase() : point.toUpperCase();
    return Array.from(other).length === 1 ? other : point;
  }).join("");
}
