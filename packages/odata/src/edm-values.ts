import { toSortableDateTime } from "./date-time.js";

const durationParts = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const sortable = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)$/;

/** A date of the years 0001 to 9999. @throws ODataError as {@link toSortableDateTime}. */
export function parseDate(text: string): string {
  return toSortableDateTime(`${text}T00:00:00Z`).slice(0, 10);
}

/** With seconds, and without the zeros that a fraction ends in: plain order is time order. */
export function normaliseTimeOfDay(text: string): string {
  const [, clock = "", fraction = ""] = /^([\d:]+)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
  return `${clock.length === 5 ? `${clock}:00` : clock}${fraction === "" ? "" : `.${fraction}`}`;
}

/** The length of a duration that the grammar let pass. */
export function durationToSeconds(text: string): number {
  const [, sign = "", days = 0, hours = 0, minutes = 0, seconds = 0] = durationParts.exec(text) ?? [];
  const total = Number(days) * 86_400 + Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  return sign === "-" ? -total : total;
}

/** The date of a sortable time. */
export function dateOf(time: string): string {
  return sortable.exec(time)?.[1] ?? "";
}

/** The time of day of a sortable time, or of a time of day. */
export function clockOf(time: string): string {
  return sortable.exec(time)?.[2] ?? time;
}

/** Seconds from one sortable time to another. */
export function secondsBetween(from: string, to: string): number {
  const [start, end] = [split(from), split(to)];
  return (end.milliseconds - start.milliseconds) / 1_000 + (end.fraction - start.fraction);
}

/** A sortable time moved by seconds, to the microsecond; undefined outside the years 0001 to 9999. */
export function addSeconds(time: string, seconds: number): string | undefined {
  const { milliseconds, fraction } = split(time);
  const whole = Math.floor(seconds);
  const micro = Math.round((fraction + (seconds - whole)) * 1_000_000);
  const moved = milliseconds + whole * 1_000 + Math.floor(micro / 1_000_000) * 1_000;
  const date = new Date(moved);
  if (Number.isNaN(date.getTime())) return undefined;
  const text = date.toISOString();
  if (!/^\d{4}-/.test(text) || text.startsWith("0000")) return undefined;
  const digits = String(((micro % 1_000_000) + 1_000_000) % 1_000_000)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return `${text.slice(0, 19)}${digits === "" ? "" : `.${digits}`}`;
}

/** Whole seconds since 1970 in milliseconds, and the fraction of the second. */
function split(time: string): { readonly milliseconds: number; readonly fraction: number } {
  return { milliseconds: Date.parse(`${time.slice(0, 19)}Z`), fraction: Number(`0${time.slice(19)}`) };
}
