/** UTF-8 in which an unpaired surrogate has three bytes, as SQLite's JSON functions write it. */
export function encodeText(text: string): Uint8Array {
  if (!/\p{Cs}/u.test(text)) return Buffer.from(text);
  const parts = text.split(/(\p{Cs})/u).map((part) => {
    const unit = part.charCodeAt(0);
    if (part.length !== 1 || (unit & 0xf800) !== 0xd800) return Buffer.from(part);
    return Uint8Array.of(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
  });
  return Buffer.concat(parts);
}

/** The reverse of {@link encodeText}. */
export function decodeText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let start = 0;
  for (let at = nextSurrogate(buffer, 0); at !== -1; at = nextSurrogate(buffer, start)) {
    parts.push(buffer.toString("utf8", start, at));
    parts.push(String.fromCharCode(0xd000 | (((buffer[at + 1] ?? 0) & 0x3f) << 6) | ((buffer[at + 2] ?? 0) & 0x3f)));
    start = at + 3;
  }
  return parts.length === 0 ? buffer.toString() : `${parts.join("")}${buffer.toString("utf8", start)}`;
}

/** Where the bytes of the next surrogate begin: no other code point has a second byte so high behind 0xED. */
function nextSurrogate(bytes: Buffer, start: number): number {
  let at = bytes.indexOf(0xed, start);
  while (at !== -1 && (bytes[at + 1] ?? 0) < 0xa0) at = bytes.indexOf(0xed, at + 1);
  return at;
}

/** Whether the driver would change a text on its way: it stops at NUL and replaces unpaired surrogates. */
export function isStrange(text: string): boolean {
  return /[\0\p{Cs}]/u.test(text);
}
