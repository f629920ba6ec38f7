import type { RandomSource } from "./random-source.js";

/** Texts that documents hold and filters ask for, strange ones among them: what trips one engine or the other. */
const texts = [
  "",
  " ",
  "a",
  "A",
  "ada",
  "Ada Example",
  "ADA EXAMPLE",
  "ada@contoso.example",
  "O'Neil",
  'with "quotes" and \\ backslash',
  "per%cent_and_underscore",
  "line\r\nbreak\ttab",
  " \u00a0padded\ufeff\u3000",
  "\0",
  "a\0b",
  "a\0",
  "\0Ada",
  "lone \ud800",
  "\udbff lone",
  "\ud800",
  "😀",
  "😀😀 grin 😀",
  "\uffff",
  "\ue000 private",
  "Żółć",
  "żółć",
  "İstanbul",
  "istanbul",
  "straße",
  "STRASSE",
  "ΑΣ",
  "ας",
  "ᾳᾼ",
  "ǆǅǄ",
  "\u212aelvin",
  "kelvin",
  "e\u0301",
  "é",
  "名前",
  "true",
  "null",
  "42",
  "-0",
  "2026-03-02T08:14:05Z",
  "$",
  "[]",
  "{}",
  "[1]",
  '{"id":"a"}',
  "x".repeat(300),
  `${"long 😀 ".repeat(400)}end`,
] as const;

/** Draws texts from a few of them, so that filters meet what documents hold. */
export class RandomTexts {
  readonly #random: RandomSource;
  readonly #few: readonly string[];

  constructor(random: RandomSource) {
    this.#random = random;
    this.#few = Array.from({ length: 7 }, () => random.pick(texts));
  }

  /** One of them, often; else a part of it, or in another case. */
  next(): string {
    const random = this.#random;
    const text = random.pick(this.#few);
    if (random.chance(0.7)) return text;
    if (random.chance(0.3)) return random.chance(0.5) ? text.toLowerCase() : text.toUpperCase();
    const points = Array.from(text);
    const start = random.below(points.length + 1);
    return points.slice(start, start + random.below(6)).join("");
  }
}

const wholes = [0, 1, -1, 2, 3, 7, 60, 828, 1_000, 2_785, 86_400, 2_147_483_647, -2_147_483_648];

export function randomInt32(random: RandomSource): number {
  return random.chance(0.7) ? random.pick(wholes) : random.below(4_000) - 500;
}

const seconds = ["00:00:00", "08:14:05", "08:14:06", "23:59:59", "12:00:00"];
const fractions = ["", ".1", ".10", ".123", ".1234567", ".123456789012", ".999999999999", ".5", ".000000000001"];
const dates = ["2026-03-02", "2026-03-03", "2025-12-31", "0001-01-02", "9999-12-30", "2024-02-29", "1969-12-31"];
const offsets = ["Z", "Z", "Z", "+00:00", "+02:00", "-11:30"];

export function randomMoment(random: RandomSource): string {
  return `${random.pick(dates)}T${random.pick(seconds)}${random.pick(fractions)}${random.pick(offsets)}`;
}
