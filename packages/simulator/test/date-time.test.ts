import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstSecond, toDateTime, toPreciseDateTime, toShortUsDateTime } from "../src/date-time.js";

describe("toDateTime", () => {
  it("agrees with the engine's own ISO text from year 1 to 9999", () => {
    fc.assert(
      fc.property(fc.integer({ min: firstSecond, max: 253_402_300_799 }), (seconds) => {
        expect(toDateTime(seconds)).toBe(new Date(seconds * 1_000).toISOString().replace(".000Z", "Z"));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["2024-02-29T23:59:59Z"],
    ["2000-02-29T00:00:00Z"],
    ["1900-03-01T00:00:00Z"],
    ["1969-12-31T23:59:59Z"],
    ["0001-01-01T00:00:00Z"],
    ["2026-12-31T12:00:00Z"],
  ])("writes %s", (text) => {
    expect(toDateTime(Date.parse(text) / 1_000)).toBe(text);
  });
});

describe("the other forms", () => {
  it("pads a fraction to seven digits", () => {
    expect(toPreciseDateTime(Date.parse("2026-03-24T13:17:42Z") / 1_000, 4_411)).toBe("2026-03-24T13:17:42.0004411Z");
  });

  it.each([
    ["2026-03-24T07:17:42Z", "3/24/2026 7:17:42 AM"],
    ["2026-11-04T00:05:09Z", "11/4/2026 12:05:09 AM"],
    ["2026-11-04T12:05:09Z", "11/4/2026 12:05:09 PM"],
    ["2026-11-04T23:59:00Z", "11/4/2026 11:59:00 PM"],
  ])("writes %s as %s", (text, expected) => {
    expect(toShortUsDateTime(Date.parse(text) / 1_000)).toBe(expected);
  });
});
