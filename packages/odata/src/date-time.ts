import { ODataError } from "./odata-error.js";

const pattern =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,12}))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;

/**
 * An Edm.DateTimeOffset as UTC text whose plain byte order is time order: `2026-03-02T08:14:05.5`. Up to 12 fraction
 * digits count; trailing zeros do not. Two texts of one instant give the same result.
 * @throws ODataError `badDateTimeOffset` for other text or a day that the month does not have, `dateTimeOutOfRange` when
 * the instant lies outside the years 0001 to 9999 in UTC.
 */
export function toSortableDateTime(text: string): string {
  const match = pattern.exec(text);
  if (match === null) throw notADateTime(text);
  const [
    ,
    year = "",
    month = "",
    day = "",
    hour = "",
    minute = "",
    second = "00",
    fraction = "",
    sign,
    offsetHour,
    offsetMinute,
  ] = match;
  const offset = sign === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute));

  // setUTCFullYear, because Date.UTC takes the years 0 to 99 for 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCDate() !== Number(day)) throw notADateTime(text);
  date.setUTCHours(Number(hour), Number(minute) - offset);

  const utcYear = date.getUTCFullYear();
  if (utcYear < 1 || utcYear > 9999) {
    const message = `'${text}' lies outside the years 0001 to 9999 in UTC.`;
    throw new ODataError("dateTimeOutOfRange", message, { value: text });
  }
  const digits = fraction.replace(/0+$/, "");
  return `${date.toISOString().slice(0, 17)}${second}${digits === "" ? "" : `.${digits}`}`;
}

function notADateTime(text: string): ODataError {
  const value = text.length > 100 ? `${text.slice(0, 100)}…` : text;
  return new ODataError("badDateTimeOffset", `'${value}' is no DateTimeOffset such as 2026-03-02T08:14:05Z.`, {
    value,
  });
}
