const earliest = Date.parse("0001-01-01T00:00:00Z");
const latest = Date.parse("9999-12-31T23:59:59Z");

/** Seconds from one sortable time to another. */
export function secondsBetween(from: string, to: string): number {
  return (wholeOf(to) - wholeOf(from)) / 1_000 + (fractionOf(to) - fractionOf(from));
}

/** A sortable time moved by seconds, to the microsecond; undefined outside the years 1 to 9999. */
export function addSeconds(time: string, seconds: number): string | undefined {
  const whole = Math.floor(seconds);
  const microseconds = Math.round((fractionOf(time) + (seconds - whole)) * 1_000_000);
  const moved = wholeOf(time) + whole * 1_000 + Math.floor(microseconds / 1_000_000) * 1_000;
  if (!(moved >= earliest && moved <= latest)) return undefined;
  const digits = String(microseconds % 1_000_000).padStart(6, "0");
  return `${new Date(moved).toISOString().slice(0, 19)}.${digits}`.replace(/\.?0*$/, "");
}

/** The whole seconds of a sortable time in milliseconds since 1970. */
function wholeOf(time: string): number {
  return Date.parse(`${time.slice(0, 19)}Z`);
}

function fractionOf(time: string): number {
  return Number(`0${time.slice(19)}`);
}
