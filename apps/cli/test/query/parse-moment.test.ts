import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/errors.js";
import { momentBefore, parseMoment } from "../../src/query/parse-moment.js";

const now = new Date("2026-03-02T08:14:05.250Z");

describe("parseMoment", () => {
  it.each([
    ["now", "2026-03-02T08:14:05.25Z"],
    ["today", "2026-03-02T00:00:00Z"],
    ["Yesterday", "2026-03-01T00:00:00Z"],
    ["30s", "2026-03-02T08:13:35.25Z"],
    ["30m", "2026-03-02T07:44:05.25Z"],
    ["2h", "2026-03-02T06:14:05.25Z"],
    ["7d", "2026-02-23T08:14:05.25Z"],
    ["1w", "2026-02-23T08:14:05.25Z"],
    ["0h", "2026-03-02T08:14:05.25Z"],
    ["2026-03-01", "2026-03-01T00:00:00Z"],
    ["2024-02-29", "2024-02-29T00:00:00Z"],
    ["2026-03-02T08:14:05Z", "2026-03-02T08:14:05Z"],
    ["2026-03-02t08:14z", "2026-03-02T08:14:00Z"],
    ["2026-03-02T00:30:00+02:00", "2026-03-01T22:30:00Z"],
    ["2026-03-02T08:14:05.123456789012Z", "2026-03-02T08:14:05.123456789012Z"],
  ])("reads %s", (text, moment) => {
    expect(parseMoment("--since", text, now)).toBe(moment);
  });

  it.each([
    "tomorrow",
    "2 h",
    "-2h",
    "2y",
    "2026-02-29",
    "2026-13-01",
    "2026-3-2",
    "2026-03-02 08:14:05Z",
    "999999999w",
    "",
    "'2026-03-02'",
  ])("refuses %j and shows how to write one", (text) => {
    const read = () => parseMoment("--since", text, now);
    expect(read).toThrow(UsageError);
    expect(read).toThrow(`--since ${text}: this is no moment; write it like`);
  });

  it("asks for the zone of a time without one", () => {
    const read = () => parseMoment("--until", "2026-03-02T08:14:05", now);
    expect(read).toThrow("--until 2026-03-02T08:14:05: the zone is missing; write 2026-03-02T08:14:05Z for UTC");
  });

  it("begins days in UTC, on both sides of midnight", () => {
    const of = (text: string) => parseMoment("--since", "today", new Date(text));
    expect(of("2026-03-01T23:59:59.999Z")).toBe("2026-03-01T00:00:00Z");
    expect(of("2026-03-02T00:00:00Z")).toBe("2026-03-02T00:00:00Z");
  });
});

describe("momentBefore", () => {
  it.each([
    ["2026-03-02T08:14:05Z", "2026-03-02T08:14:04.9999999Z"],
    ["2026-03-01T00:00:00Z", "2026-02-28T23:59:59.9999999Z"],
    ["2026-03-02T08:14:05.5Z", "2026-03-02T08:14:05.4999999Z"],
    ["2026-03-02T08:14:05.0000001Z", "2026-03-02T08:14:05.0000000Z"],
    ["2026-03-02T08:14:05.00000015Z", "2026-03-02T08:14:05.0000001Z"],
    ["0001-01-01T00:00:00.0000001Z", "0001-01-01T00:00:00.0000000Z"],
    ["0001-01-01T00:00:01Z", "0001-01-01T00:00:00.9999999Z"],
    ["0001-01-01T00:00:00Z", undefined],
  ])("of %s is %s", (moment, before) => {
    expect(momentBefore(moment)).toBe(before);
  });

  it("is earlier, with no tick of the service between", () => {
    const moments = fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 9999 }), (date, ticks) => {
        const text = `${date.toISOString().slice(0, 23)}${String(ticks).padStart(4, "0")}Z`;
        const before = momentBefore(parseMoment("--since", text, now)) ?? "";
        const toTicks = (moment: string) =>
          BigInt(Date.parse(`${moment.slice(0, 19)}Z`)) * 10_000n + BigInt(moment.slice(20, 27));
        expect(toTicks(text) - toTicks(before)).toBe(1n);
      }),
    );
  });
});
