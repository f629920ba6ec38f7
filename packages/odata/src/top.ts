import { ODataError } from "./odata-error.js";

/** The largest Edm.Int32; Microsoft's services refuse more. */
const maxTop = 2_147_483_647;

/**
 * The value of `$top`: digits, blanks around them tolerated.
 * @throws ODataError `badTop` for anything but a whole number from 0 to 2147483647.
 */
export function parseTop(text: string): number {
  const digits = /^ *(\d{1,10}) *$/.exec(text)?.[1];
  const top = digits === undefined ? Number.NaN : Number(digits);
  if (top <= maxTop) return top;
  throw new ODataError("badTop", "$top takes a whole number from 0 to 2147483647.", { value: text });
}
