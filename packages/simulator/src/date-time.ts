// Plain integer arithmetic on seconds since 1970-01-01T00:00:00Z: no Date, no locale, no time zone.

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The civil date of a day number, by counting 400-year eras that begin in March. */
function partsOf(seconds: number): Parts {
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
    hour: Math.floor(rest / 3_600),
    minute: Math.floor((rest % 3_600) / 60),
    second: rest % 60,
  };
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** The earliest second that `toDateTime` can write with a four-digit year: 0001-01-01T00:00:00Z. */
export const firstSecond = -62_135_596_800;

/** `2026-03-02T08:14:05`, without a zone. */
function toLocalPart(seconds: number): string {
  const { year, month, day, hour, minute, second } = partsOf(seconds);
  const years = `${year}`.padStart(4, "0");
  return `${years}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
}

/** A DateTimeOffset of whole seconds in UTC, as the service writes `activityDateTime`. */
export function toDateTime(seconds: number): string {
  return `${toLocalPart(seconds)}Z`;
}

/** Seven fraction digits and `Z`, as times stand inside error texts. `ticks` are the 100 ns units of the fraction. */
export function toPreciseDateTime(seconds: number, ticks: number): string {
  return `${toLocalPart(seconds)}.${`${ticks}`.padStart(7, "0")}Z`;
}

/** `3/24/2026 7:17:42 AM`, as times stand in the details of an escrow step. */
export function toShortUsDateTime(seconds: number): string {
  const { year, month, day, hour, minute, second } = partsOf(seconds);
  const half = hour % 12 === 0 ? 12 : hour % 12;
  return `${month}/${day}/${year} ${half}:${two(minute)}:${two(second)} ${hour < 12 ? "AM" : "PM"}`;
}
