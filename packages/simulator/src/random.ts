const hexOfByte: readonly string[] = Array.from(
  { length: 256 },
  (_, byte) => (byte < 16 ? "0" : "") + byte.toString(16),
);

function hex(word: number): string {
  return (
    (hexOfByte[word >>> 24] ?? "") +
    (hexOfByte[(word >>> 16) & 255] ?? "") +
    (hexOfByte[(word >>> 8) & 255] ?? "") +
    (hexOfByte[word & 255] ?? "")
  );
}

/**
 * A small deterministic generator (sfc32: additions, shifts and xors of 32-bit integers), so that a seed gives the
 * same numbers on every engine. Not for secrets.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** Streams of one seed are independent of each other; a stream is named by two 32-bit integers. */
  constructor(seed: number, stream: number, position = 0) {
    this.#a = seed | 0;
    // The high half carries the sign, so that −1 and 4294967295 are different seeds.
    this.#b = Math.floor(seed / 0x1_0000_0000) ^ Math.imul(stream + 1, 0x9e3779b1);
    this.#c = position ^ Math.imul(Math.floor(position / 0x1_0000_0000) + stream, 0x85ebca6b);
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** An integer from 0 to 2³² − 1. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** An integer from 0 to `limit` − 1. */
  below(limit: number): number {
    return this.next() % limit;
  }

  /** An integer from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True in `numerator` of `denominator` cases. */
  chance(numerator: number, denominator: number): boolean {
    return this.below(denominator) < numerator;
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }

  /** 128 bits in the shape of a GUID. Like many ids of the real service it has no RFC 4122 version or variant. */
  guid(): string {
    const second = hex(this.next());
    const third = hex(this.next());
    return `${hex(this.next())}-${second.slice(0, 4)}-${second.slice(4)}-${third.slice(0, 4)}-${third.slice(4)}${hex(this.next())}`;
  }

  /** Lower-case letters and digits, as target systems make short ids. */
  shortId(length: number): string {
    let text = "";
    for (let index = 0; index < length; index += 1)
      text += "abcdefghijklmnopqrstuvwxyz0123456789"[this.below(36)] ?? "";
    return text;
  }
}
