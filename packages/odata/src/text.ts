/** Orders strings by code point, as UTF-8 bytes and SQL's binary collations do; negative when `left` comes first. */
export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const [a, b] = [left.charCodeAt(index), right.charCodeAt(index)];
    if (a === b) continue;
    // UTF-16 puts pairs of surrogates before U+E000 to U+FFFF; code points do not.
    const [aIsPair, bIsPair] = [isInPair(left, index), isInPair(right, index)];
    return aIsPair === bIsPair ? a - b : aIsPair ? 1 : -1;
  }
  return left.length - right.length;
}

/** The number of code points. */
export function lengthOf(text: string): number {
  let pairs = 0;
  for (let index = 0; index < text.length; index += 1) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) pairs += 1;
  }
  return text.length - pairs;
}

/** The code points before the first place where `part` stands, or -1. */
export function indexIn(text: string, part: string): number {
  const index = text.indexOf(part);
  return index === -1 ? -1 : lengthOf(text.slice(0, index));
}

/** Code points from `start` on; what lies outside the text counts as empty. */
export function slicePoints(text: string, start: number, length = Number.POSITIVE_INFINITY): string {
  const from = Math.max(start, 0);
  return Array.from(text)
    .slice(from, from + Math.max(length, 0))
    .join("");
}

/** Each code point by itself, and only where one becomes one: databases map letters so, JavaScript does not. */
export function mapCase(text: string, direction: "lower" | "upper"): string {
  const mapped = direction === "lower" ? text.toLowerCase() : text.toUpperCase();
  if (/^[\0-\x7f]*$/.test(text)) return mapped;
  return Array.from(text, (point) => {
    const other = direction === "lower" ? point.toLowerCase() : point.toUpperCase();
    return lengthOf(other) === 1 ? other : point;
  }).join("");
}

/** Whether the unit is half of a code point; an unpaired surrogate is one by itself. */
function isInPair(text: string, index: number): boolean {
  const isHigh = (text.charCodeAt(index) & 0xfc00) === 0xd800;
  const start = isHigh ? index : index - 1;
  return (text.charCodeAt(start) & 0xfc00) === 0xd800 && (text.charCodeAt(start + 1) & 0xfc00) === 0xdc00;
}
