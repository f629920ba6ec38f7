import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateTimeOffsetToDate, ModelError, safeParseUpdate } from "../src/index.js";
import { dateTimeOffset } from "./support/arbitraries.js";

const isAccepted = (activityDateTime: unknown) => safeParseUpdate({ activityDateTime }).success;

describe("a DateTimeOffset", () => {
  it.each([
    "2026-03-02T08:14:05Z",
    "2026-03-02T08:14Z",
    "2026-03-02T08:14:05.1Z",
    "2026-03-02T08:14:05.1234567Z",
    "2026-03-02T08:14:05.123456789012Z",
    "2026-03-02T08:14:05+14:00",
    "2026-03-02T08:14:05-08:00",
    "2024-02-29T00:00:00Z",
    "2000-02-29T00:00:00Z",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999999Z",
  ])("may be %s, which is kept as it is", (text) => {
    expect(safeParseUpdate({ activityDateTime: text })).toEqual({ success: true, data: { activityDateTime: text } });
  });

  it.each([
    "String (timestamp)",
    "",
    "2026-03-02",
    "2026-03-02T08:14:05",
    "2026-03-02 08:14:05Z",
    "2026-03-02T08:14:05.Z",
    "2026-03-02T08:14:05.1234567890123Z",
    "2026-03-02T08:14:05z",
    "2026-3-2T08:14:05Z",
    "2026-03-02T08:14:05+0200",
    " 2026-03-02T08:14:05Z",
    "2026-03-02T08:14:05Z\n",
    "２026-03-02T08:14:05Z",
  ])("has a form that %j lacks", (text) => {
    expect(isAccepted(text)).toBe(false);
  });

  it.each([
    "2026-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2026-04-31T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-00-10T00:00:00Z",
    "2026-01-00T00:00:00Z",
    "2026-01-01T24:00:00Z",
    "2026-01-01T00:60:00Z",
    "2026-01-01T00:00:60Z",
    "2026-01-01T00:00:00+14:01",
    "2026-01-01T00:00:00+01:60",
    "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00+01:00",
    "9999-12-31T23:59:59-01:00",
  ])("is a moment that exists, unlike %s", (text) => {
    expect(isAccepted(text)).toBe(false);
  });

  it("is never null for activityDateTime", () => {
    expect(safeParseUpdate({ activityDateTime: null })).toMatchObject({
      error: {
        issues: [{ code: "nullNotAllowed", parameters: { name: "activityDateTime", type: "Edm.DateTimeOffset" } }],
      },
    });
  });

  it.each([5, true, {}, []])("is a string, unlike %j", (value) => {
    expect(safeParseUpdate({ activityDateTime: value })).toMatchObject({ error: { issues: [{ code: "wrongType" }] } });
  });
});

describe("dateTimeOffsetToDate", () => {
  it.each([
    ["2026-03-02T08:14:05Z", "2026-03-02T08:14:05.000Z"],
    ["2026-03-02T08:14Z", "2026-03-02T08:14:00.000Z"],
    ["2026-03-02T08:14:05.5Z", "2026-03-02T08:14:05.500Z"],
    ["2026-03-02T08:14:05.9999999Z", "2026-03-02T08:14:05.999Z"],
    ["2026-03-02T08:14:05+02:00", "2026-03-02T06:14:05.000Z"],
    ["2026-03-01T23:30:00-01:30", "2026-03-02T01:00:00.000Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
    ["0099-12-31T00:00:00Z", "0099-12-31T00:00:00.000Z"],
  ])("turns %s into %s", (text, iso) => {
    expect(dateTimeOffsetToDate(text).toISOString()).toBe(iso);
  });

  it("agrees with the platform's own reading to the millisecond", () => {
    fc.assert(
      fc.property(dateTimeOffset, (text) => {
        const milliseconds = text.replace(/\.(\d{1,3})\d*/, ".$1");
        expect(dateTimeOffsetToDate(text).getTime()).toBe(Date.parse(milliseconds));
      }),
    );
  });

  it("throws a ModelError for any other text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          dateTimeOffsetToDate(text);
        } catch (error) {
          expect(ModelError.isInstance(error) && error.issues[0]?.code).toBe("dateTimeOffset");
          return;
        }
        expect.unreachable();
      }),
    );
  });
});
