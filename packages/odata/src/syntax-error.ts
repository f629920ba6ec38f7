import { ODataError, type ODataErrorCode } from "./odata-error.js";

const messages = {
  expressionExpected: "A value, property or function is expected",
  identifierExpected: "A name is expected",
  closeOrOperatorExpected: "An operator or ')' is expected",
  closeOrCommaExpected: "',' or ')' is expected",
  unterminatedString: "A string begins that has no end",
  badCharacter: "No word or literal begins with this character",
} as const satisfies Partial<Record<ODataErrorCode, string>>;

/** A refusal of the grammar: what was read, and where it went wrong. */
export function syntaxError(
  code: keyof typeof messages,
  text: string,
  position: number,
  parameters?: { readonly character: string },
): ODataError {
  return new ODataError(code, `${messages[code]} at position ${position}.`, { ...parameters, text }, position);
}

/** A refusal of what stands in the place of something else; `expected` begins the message. */
export function unexpected(expected: string, text: string, position: number): ODataError {
  return new ODataError("syntaxError", `${expected} is expected at position ${position}.`, { text }, position);
}

/** A literal whose prefix is known and whose content is not a value of its type. */
export function badLiteral(type: string, value: string, position: number): ODataError {
  const shown = value.length > 100 ? `${value.slice(0, 100)}…` : value;
  return new ODataError("badLiteral", `'${shown}' is no ${type}.`, { type, value: shown }, position);
}

/** A refusal because of a limit. */
export function overLimit(
  code: "expressionTooLong" | "expressionTooDeep" | "expressionTooLarge" | "pathTooLong" | "lambdaTooDeep",
  limit: number,
  position?: number,
): ODataError {
  const what = {
    expressionTooLong: "characters",
    expressionTooDeep: "levels",
    expressionTooLarge: "operands and operators",
    pathTooLong: "path segments",
    lambdaTooDeep: "any or all inside one another",
  }[code];
  return new ODataError(code, `The expression has more than ${limit} ${what}.`, { limit }, position);
}
