/** What an input may hold at most. The body limit of a server comes on top. */
export const inputBounds = {
  /** Levels of objects and arrays, the root included. */
  depth: 32,
  /** Elements of one collection. */
  elements: 5_000,
  /** UTF-8 bytes of one string or property name. */
  stringBytes: 262_144,
  /** UTF-8 bytes of the id of a summary that is created or changed. */
  idBytes: 1_024,
} as const;

/** Whether a string needs more UTF-8 bytes than one may have. */
export function isTooLong(text: string, limit: number = inputBounds.stringBytes): boolean {
  if (text.length * 3 <= limit) return false;
  if (text.length > limit) return true;
  let bytes = text.length;
  for (let index = 0; index < text.length && bytes <= limit; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    // A surrogate pair is two units and four bytes; a lone surrogate is written as three.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff && isPairAt(text, index)) ? 1 : 2;
  }
  return bytes > limit;
}

function isPairAt(text: string, index: number): boolean {
  const code = text.codePointAt(index) ?? 0;
  if (code > 0xffff) return true;
  return index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xffff;
}
