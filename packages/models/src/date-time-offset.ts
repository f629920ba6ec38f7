import { ModelError } from "./model-error.js";

/** The form of an `Edm.DateTimeOffset`: seconds may be left out, a fraction has up to 12 digits, the zone is required. */
export const dateTimeOffsetPattern =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,12}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether the text is a DateTimeOffset that exists: right form, a real day and time, an offset of at most 14 hours, and
 * a moment within the years 1 to 9999 of UTC (the range of the .NET type that Graph is built on).
 */
export function isDateTimeOffset(text: string): boolean {
  return toEpochMilliseconds(text) !== undefined;
}

/**
 * Turns a DateTimeOffset into a Date. Digits beyond the millisecond are cut off, since a Date cannot hold them.
 *
 * @throws ModelError with code `dateTimeOffset` when the text is none.
 */
export function dateTimeOffsetToDate(text: string): Date {
  const milliseconds = toEpochMilliseconds(text);
  if (milliseconds === undefined) {
    throw new ModelError([
      {
        code: "dateTimeOffset",
        path: [],
        message: "is not a DateTimeOffset such as 2026-03-02T08:14:05Z",
        parameters: { value: String(text).slice(0, 100), type: "Edm.DateTimeOffset" },
      },
    ]);
  }
  return new Date(milliseconds);
}

const earliest = Date.UTC(2000, 0, 1) - 730_119 * 86_400_000; // 0001-01-01T00:00:00Z
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

function toEpochMilliseconds(text: string): number | undefined {
  const match = dateTimeOffsetPattern.exec(text);
  if (match === null) return undefined;
  const [, years, months, days, hours, minutes, seconds = "0", fraction = "", sign, offsetHours, offsetMinutes] = match;
  const year = Number(years);
  const month = Number(months);
  const day = Number(days);
  const isLeapDay = month === 2 && day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month < 1 || month > 12 || day < 1 || (day > (daysInMonth[month - 1] ?? 0) && !isLeapDay)) return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const offset = sign === undefined ? 0 : Number(offsetHours) * 60 + Number(offsetMinutes);
  if (offset > 14 * 60 || (sign !== undefined && Number(offsetMinutes) > 59)) return undefined;
  // Date.UTC reads years below 100 as 19xx; 400 years are a whole number of weeks and of leap cycles.
  const shifted = Date.UTC(
    year + 400,
    month - 1,
    day,
    Number(hours),
    Number(minutes) - (sign === "-" ? -offset : offset),
    Number(seconds),
    Number(fraction.slice(0, 3).padEnd(3, "0")),
  );
  const milliseconds = shifted - 146_097 * 86_400_000;
  return milliseconds < earliest || milliseconds > latest ? undefined : milliseconds;
}
