/** Code points from `start` on, at most `length`; what lies outside the text counts as empty. */
export function slicePoints(text: string, start: number, length: number): string {
  const from = Math.max(start, 0);
  const to = from + Math.max(length, 0);
  const first = unitsOf(text, 0, Math.trunc(from));
  return text.slice(first, unitsOf(text, first, Math.trunc(to) - Math.trunc(from)));
}

/** Where the text goes on behind so many code points. */
function unitsOf(text: string, start: number, points: number): number {
  let index = start;
  for (let left = points; left > 0 && index < text.length; left -= 1) {
    const isPair = (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
    index += isPair ? 2 : 1;
  }
  return index;
}

/** The code points that begin in the first bytes of UTF-8. */
export function countPoints(bytes: Uint8Array, end: number): number {
  let count = 0;
  for (let index = 0; index < end; index += 1) if (((bytes[index] ?? 0) & 0xc0) !== 0x80) count += 1;
  return count;
}

/** Where `part` begins in `bytes`, or -1. Takes time linear in both lengths, whatever they hold (Knuth, Morris, Pratt). */
export function indexOfBytes(bytes: Uint8Array, part: Uint8Array): number {
  if (part.length === 0) return 0;
  const borders = bordersOf(part);
  let matched = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    while (matched > 0 && bytes[index] !== part[matched]) matched = borders[matched - 1] ?? 0;
    if (bytes[index] === part[matched]) matched += 1;
    if (matched === part.length) return index - matched + 1;
  }
  return -1;
}

/** For each beginning of the part, the length of the longest shorter one that it ends in. */
function bordersOf(part: Uint8Array): Int32Array {
  const borders = new Int32Array(part.length);
  let matched = 0;
  for (let index = 1; index < part.length; index += 1) {
    while (matched > 0 && part[index] !== part[matched]) matched = borders[matched - 1] ?? 0;
    if (part[index] === part[matched]) matched += 1;
    borders[index] = matched;
  }
  return borders;
}
