import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toSortableDateTime } from "../src/index.js";
import { codeOf, refusal } from "./refusal.js";

describe("toSortableDateTime", () => {
  it.each([
    ["2026-03-02T08:14:05Z", "2026-03-02T08:14:05"],
    ["2026-03-02T08:14Z", "2026-03-02T08:14:00"],
    ["2026-03-02t08:14:05z", "2026-03-02T08:14:05"],
    ["2026-03-02T08:14:05.500Z", "2026-03-02T08:14:05.5"],
    ["2026-03-02T08:14:05.000000000000Z", "2026-03-02T08:14:05"],
    ["2026-03-02T08:14:05.123456789012Z", "2026-03-02T08:14:05.123456789012"],
    ["2026-03-02T01:14:05.1+02:00", "2026-03-01T23:14:05.1"],
    ["2024-02-28T23:30:00-01:30", "2024-02-29T01:00:00"],
    ["2026-12-31T23:59:59.9-00:01", "2027-01-01T00:00:59.9"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00"],
    ["0099-06-01T00:00:00Z", "0099-06-01T00:00:00"],
    ["0000-12-31T23:00:00-01:00", "0001-01-01T00:00:00"],
    ["9999-12-31T23:59:59.999999999999Z", "9999-12-31T23:59:59.999999999999"],
  ])("turns %s into %s", (text, sortable) => {
    expect(toSortableDateTime(text)).toBe(sortable);
  });

  it.each([
    "",
    "2026-03-02",
    "2026-03-02T08:14:05",
    "2026-03-02 08:14:05Z",
    "2026-03-02T24:00:00Z",
    "2026-03-02T08:60Z",
    "2026-03-02T08:14:60Z",
    "2026-02-29T00:00Z",
    "2026-04-31T00:00Z",
    "2026-13-01T00:00Z",
    "2026-00-01T00:00Z",
    "2026-03-02T08:14:05.Z",
    "2026-03-02T08:14:05.1234567890123Z",
    "2026-03-02T08:14:05+0200",
    "2026-03-02T08:14:05+24:00",
    "12026-03-02T08:14:05Z",
    "-026-03-02T08:14:05Z",
    "String (timestamp)",
    "2026-03-02T08:14:05Z\n",
  ])("refuses '%s'", (text) => {
    expect(codeOf(() => toSortableDateTime(text))).toBe("badDateTimeOffset");
  });

  it.each(["0000-01-01T00:00Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "0000-01-01T00:00+14:00"])(
    "refuses %s, which lies outside the years of a DateTimeOffset",
    (text) => {
      expect(refusal(() => toSortableDateTime(text))).toMatchObject({
        code: "dateTimeOutOfRange",
        parameters: { value: text },
      });
    },
  );

  it("keeps long text out of the message", () => {
    expect(refusal(() => toSortableDateTime("x".repeat(10_000)))?.message.length).toBeLessThan(200);
  });

  const dateTime = fc.record({
    minutes: fc.oneof(
      fc.integer({ min: -62_135_596_800 / 60, max: 253_402_300_740 / 60 }),
      fc.integer({ min: 0, max: 10 }),
    ),
    second: fc.integer({ min: 0, max: 59 }),
    fraction: fc.oneof(fc.constant(""), fc.stringMatching(/^[0-9]{1,12}$/), fc.stringMatching(/^[09]{1,3}0{0,3}$/)),
    offset: fc.integer({ min: -840, max: 840 }),
  });

  /** The text of an instant in some offset, and the instant in picoseconds; undefined when its local year has no four digits. */
  function write({ minutes, second, fraction, offset }: typeof dateTime extends fc.Arbitrary<infer T> ? T : never) {
    const local = new Date((minutes + offset) * 60_000).toISOString();
    if (!/^\d{4}-/.test(local)) return undefined;
    const two = (value: number) => String(value).padStart(2, "0");
    const sign = offset < 0 ? "-" : "+";
    const zone = offset === 0 ? "Z" : `${sign}${two(Math.trunc(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
    const text = `${local.slice(0, 17)}${two(second)}${fraction && `.${fraction}`}${zone}`;
    const instant = (BigInt(minutes) * 60n + BigInt(second)) * 10n ** 12n + BigInt(fraction.padEnd(12, "0"));
    return { text, instant };
  }

  it("orders text as time is ordered, whatever the offsets and fractions", () => {
    fc.assert(
      fc.property(dateTime, dateTime, fc.boolean(), (a, b, near) => {
        const one = write(a);
        // Near pairs differ in fraction and offset only, where the order is hardest to keep.
        const two = write(near ? { ...a, fraction: b.fraction, offset: b.offset } : b);
        fc.pre(one !== undefined && two !== undefined);
        const [left, right] = [Buffer.from(toSortableDateTime(one.text)), Buffer.from(toSortableDateTime(two.text))];
        const expected = one.instant < two.instant ? -1 : one.instant > two.instant ? 1 : 0;
        expect(Buffer.compare(left, right)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("throws nothing but ODataError", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => codeOf(() => toSortableDateTime(text)) !== undefined),
    );
  });
});
