import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCount, parseSkip, parseTop } from "../src/index.js";
import { codeOf, refusal } from "./refusal.js";

it.each([
  ["0", 0],
  ["007", 7],
  [" 25 ", 25],
  ["2147483647", 2_147_483_647],
])("reads '%s'", (text, value) => {
  expect(parseTop(text)).toBe(value);
});

it.each(["", " ", "-1", "+1", "abc", "1.0", "1e3", "0x10", "1 2", "٣", "2147483648", "9".repeat(400), "5\n"])(
  "refuses '%s'",
  (text) => {
    expect(refusal(() => parseTop(text))).toMatchObject({ code: "badTop", parameters: { value: text } });
  },
);

it("reads every number it is given as text, and refuses all else", () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat().map(String), fc.string()), (text) => {
      const whole = /^ *\d+ *$/.test(text);
      expect(codeOf(() => parseTop(text))).toBe(whole ? undefined : "badTop");
      if (whole) expect(parseTop(text)).toBe(Number(text));
    }),
  );
});

describe("parseSkip", () => {
  it("reads what $top reads, and names itself when it refuses", () => {
    expect([parseSkip("0"), parseSkip(" 20 ")]).toEqual([0, 20]);
    expect(refusal(() => parseSkip("-1"))).toMatchObject({ code: "badSkip", parameters: { value: "-1" } });
  });
});

describe("parseCount", () => {
  it("takes true and false in any case", () => {
    expect([parseCount("true"), parseCount(" FALSE "), parseCount("True")]).toEqual([true, false, true]);
  });

  it.each(["", "1", "maybe", "true false"])("refuses '%s'", (text) => {
    expect(refusal(() => parseCount(text))).toMatchObject({ code: "badCount", parameters: { value: text } });
  });
});
