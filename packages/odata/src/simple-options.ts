import { ODataError, type ODataErrorCode } from "./odata-error.js";

/** The largest Edm.Int32; Microsoft's services refuse more. */
const maxNumber = 2_147_483_647;

/**
 * The value of `$top`: digits, blanks around them tolerated.
 * @throws ODataError `badTop` for anything but a whole number from 0 to 2147483647.
 */
export function parseTop(text: string): number {
  return parseWhole(text, "$top", "badTop");
}

/**
 * The value of `$skip`, read as that of `$top`.
 * @throws ODataError `badSkip`.
 */
export function parseSkip(text: string): number {
  return parseWhole(text, "$skip", "badSkip");
}

/**
 * The value of `$count`: `true` or `false` in any case, blanks around it tolerated.
 * @throws ODataError `badCount`.
 */
export function parseCount(text: string): boolean {
  const value = text.trim().toLowerCase();
  if (value === "true" || value === "false") return value === "true";
  throw new ODataError("badCount", "$count takes true or false.", { value: text });
}

function parseWhole(text: string, option: string, code: ODataErrorCode): number {
  const digits = /^ *(\d{1,10}) *$/.exec(text)?.[1];
  const value = digits === undefined ? Number.NaN : Number(digits);
  if (value <= maxNumber) return value;
  throw new ODataError(code, `${option} takes a whole number from 0 to 2147483647.`, { value: text });
}
