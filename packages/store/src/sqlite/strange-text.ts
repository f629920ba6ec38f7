/** UTF-8 in which an unpaired surrogate has three bytes, as SQLite's JSON functions write it. */
export function encodeText(text: string): Uint8Array {
  return /\p{Cs}/u.test(text) ? encodeUnits(text) : Buffer.from(text);
}

/** The reverse of {@link encodeText}. */
export function decodeText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return hasSurrogate(buffer) ? decodeUnits(buffer) : buffer.toString();
}

/** No other code point has a second byte so high behind 0xED. */
function hasSurrogate(bytes: Buffer): boolean {
  let at = bytes.indexOf(0xed);
  while (at !== -1 && (bytes[at + 1] ?? 0) < 0xa0) at = bytes.indexOf(0xed, at + 1);
  return at !== -1;
}

// Unit by unit: a text may be all surrogates, and a buffer or a string for each would take seconds.

function encodeUnits(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let end = 0;
  for (let index = 0; index < text.length; index += 1) {
    const point = text.codePointAt(index) ?? 0;
    if (point < 0x80) {
      bytes[end++] = point;
      continue;
    }
    const more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    bytes[end++] = ((0xff00 >> (more + 1)) & 0xff) | (point >> (6 * more));
    for (let shift = 6 * (more - 1); shift >= 0; shift -= 6) bytes[end++] = 0x80 | ((point >> shift) & 0x3f);
    if (more === 3) index += 1;
  }
  return bytes.subarray(0, end);
}

function decodeUnits(bytes: Buffer): string {
  const units = Buffer.alloc(bytes.length * 2);
  let end = 0;
  for (let index = 0; index < bytes.length; ) {
    const first = bytes[index] ?? 0;
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    let point = first & (length === 1 ? 0x7f : 0xff >> (length + 1));
    for (let next = 1; next < length; next += 1) point = (point << 6) | ((bytes[index + next] ?? 0) & 0x3f);
    if (point > 0xffff) {
      end = units.writeUInt16LE(0xd7c0 + (point >> 10), end);
      point = 0xdc00 | (point & 0x3ff);
    }
    end = units.writeUInt16LE(point, end);
    index += length;
  }
  return units.toString("utf16le", 0, end);
}

/** Whether the driver would change a text on its way: it stops at NUL and replaces unpaired surrogates. */
export function isStrange(text: string): boolean {
  return /[\0\p{Cs}]/u.test(text);
}
