import { ODataError, toSortableDateTime } from "@org/odata";
import { UsageError } from "../errors.js";

const millisecondsOf: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * A moment as people write it, as a DateTimeOffset in UTC: `2026-03-02T08:14:05Z`, a date, `now`, `today`, `yesterday`,
 * or how long ago: `30m`, `2h`, `7d`. Days are days of UTC, as the times of the log are, so that a line gives the same
 * events wherever and in whichever season it is run.
 * @throws UsageError naming the flag.
 */
export function parseMoment(flag: string, text: string, now: Date): string {
  const [, amount, unit = ""] = /^(\d{1,9})([smhdw])$/i.exec(text) ?? [];
  const word = text.toLowerCase();
  if (amount !== undefined) {
    const length = Number(amount) * (millisecondsOf[unit.toLowerCase()] ?? 0);
    return fromDate(new Date(now.getTime() - length), flag, text);
  }
  if (word === "now") return fromDate(now, flag, text);
  if (word === "today") return fromDate(startOfDay(now, 0), flag, text);
  if (word === "yesterday") return fromDate(startOfDay(now, -1), flag, text);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return fromText(`${text}T00:00:00Z`, flag, text);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+$/i.test(text)) {
    throw new UsageError(`${flag} ${text}: the zone is missing; write ${text}Z for UTC, or an offset like +02:00.`);
  }
  return fromText(text, flag, text);
}

/**
 * The last moment before, on the service's clock of 100 ns: "later than this" is "not before the moment". Graph documents
 * `gt` and `lt` for times and leaves out `ge`, which the real service may refuse. Undefined for the first moment there
 * is: everything is later.
 */
export function momentBefore(moment: string): string | undefined {
  const [, seconds = "", fraction = ""] = /^(.{19})(?:\.(\d+))?Z$/.exec(moment) ?? [];
  const ticks = Number(fraction.slice(0, 7).padEnd(7, "0"));
  // Between two ticks: the lower one is before it.
  if (fraction.length > 7) return `${seconds}.${pad(ticks)}Z`;
  if (ticks > 0) return `${seconds}.${pad(ticks - 1)}Z`;
  const before = new Date(Date.parse(`${seconds}Z`) - 1000).toISOString();
  return /^[1-9]|^0+[1-9]\d*-/.test(before) ? `${before.slice(0, 19)}.9999999Z` : undefined;
}

function pad(ticks: number): string {
  return String(ticks).padStart(7, "0");
}

function startOfDay(now: Date, days: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days));
}

function fromDate(date: Date, flag: string, text: string): string {
  if (Number.isNaN(date.getTime())) throw noMoment(flag, text);
  return fromText(date.toISOString(), flag, text);
}

function fromText(dateTime: string, flag: string, text: string): string {
  try {
    return `${toSortableDateTime(dateTime)}Z`;
  } catch (error) {
    if (ODataError.isInstance(error)) throw noMoment(flag, text);
    throw error;
  }
}

function noMoment(flag: string, text: string): UsageError {
  const forms = "2026-03-02T08:14:05Z, 2026-03-02, 2h, 30m, 7d, yesterday, today or now";
  return new UsageError(`${flag} ${text}: this is no moment; write it like ${forms}.`);
}
