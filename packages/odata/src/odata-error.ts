const brand: unique symbol = Symbol.for("org.provlog.ODataError") as never;

/**
 * Why query text was refused. Stable: callers word their own message from the code and its parameters.
 *
 * | Code | Parameters |
 * |---|---|
 * | `queryTooLong` | `length`, `limit` |
 * | `tooManyOptions` | `limit` |
 * | `badEncoding` | `value` |
 * | `duplicateOption` | `name`, with `$` |
 * | `badTop` | `value` |
 * | `tooManyItems` | `limit` |
 * | `duplicateOrderby` | `path` |
 * | `propertyNotFound` | `name`, `type` |
 * | `notOrderable` | `path`, `reason` (`collection`, `complex`, `dynamic`, `expression`) |
 * | `badDateTimeOffset` | `value` |
 * | `dateTimeOutOfRange` | `value` |
 * | `badSkip` | `value` |
 * | `badCount` | `value` |
 * | `selectSyntax` | `value`, the item |
 * | `notExpandable` | `name`, `type` |
 * | `syntaxError` | `text`, the whole expression, as in all that follow with it |
 * | `expressionExpected` | `text` |
 * | `identifierExpected` | `text` |
 * | `closeOrOperatorExpected` | `text` |
 * | `closeOrCommaExpected` | `text` |
 * | `unterminatedString` | `text` |
 * | `badCharacter` | `character`, `text` |
 * | `badLiteral` | `type` (`Edm.Duration`, `number`, an unknown prefix), `value` |
 * | `expressionTooLong` | `limit` |
 * | `expressionTooDeep` | `limit` |
 * | `expressionTooLarge` | `limit` |
 * | `pathTooLong` | `limit` |
 * | `lambdaTooDeep` | `limit` |
 * | `unknownFunction` | `name` |
 * | `functionArguments` | `name`, `signature` |
 * | `notSupported` | `construct`, as written or named |
 * | `notBoolean` | `type` |
 * | `incompatibleTypes` | `left`, `right`, `operator` (`GreaterThan`) |
 * | `incompatibleOperand` | `type`, `operator` (`Not`, `Negate`) |
 * | `badEnumMember` | `value`, `type` |
 * | `notCollection` | `path` |
 * | `notSingleValue` | `path` |
 * | `duplicateVariable` | `name` |
 * | `operatorNotAllowed` | `path`, `operator` |
 */
export type ODataErrorCode =
  | "queryTooLong"
  | "tooManyOptions"
  | "badEncoding"
  | "duplicateOption"
  | "badTop"
  | "tooManyItems"
  | "duplicateOrderby"
  | "propertyNotFound"
  | "notOrderable"
  | "badDateTimeOffset"
  | "dateTimeOutOfRange"
  | "badSkip"
  | "badCount"
  | "selectSyntax"
  | "notExpandable"
  | "syntaxError"
  | "expressionExpected"
  | "identifierExpected"
  | "closeOrOperatorExpected"
  | "closeOrCommaExpected"
  | "unterminatedString"
  | "badCharacter"
  | "badLiteral"
  | "expressionTooLong"
  | "expressionTooDeep"
  | "expressionTooLarge"
  | "pathTooLong"
  | "lambdaTooDeep"
  | "unknownFunction"
  | "functionArguments"
  | "notSupported"
  | "notBoolean"
  | "incompatibleTypes"
  | "incompatibleOperand"
  | "badEnumMember"
  | "notCollection"
  | "notSingleValue"
  | "duplicateVariable"
  | "operatorNotAllowed";

/** Values to word a message with. */
export type ODataErrorParameters = Readonly<Record<string, string | number>>;

/** The only error this package throws for text that came from outside. */
export class ODataError extends Error {
  readonly [brand] = true;
  readonly code: ODataErrorCode;
  readonly parameters: ODataErrorParameters;
  /** Zero-based offset into the text that was parsed, where one place is to blame. */
  readonly position: number | undefined;

  constructor(code: ODataErrorCode, message: string, parameters: ODataErrorParameters, position?: number) {
    super(message);
    this.name = "ODataError";
    this.code = code;
    this.parameters = parameters;
    this.position = position;
  }

  /** Holds across duplicate installs of this package, where `instanceof` does not. */
  static isInstance(value: unknown): value is ODataError {
    return typeof value === "object" && value !== null && brand in value;
  }
}
