import type { ODataErrorCode } from "@org/odata";
import type { ExpressionOption } from "../problem.js";

/** What a message is made of, each text short enough to be repeated. */
export interface QueryFacts {
  parameter(name: string): string;
  /** The whole value of the option. */
  readonly text: string;
  readonly position: number;
  /** What odata says itself, for what Graph was never seen to say. */
  readonly fallback: string;
  readonly option: ExpressionOption | undefined;
}

const notValid = "The query specified in the URI is not valid.";
const settings = "EnableQueryAttribute or ODataValidationSettings";

/**
 * Graph's words for every code of odata, as OData/odata.net and AspNetCoreOData write them; undefined where the service
 * behind the gateway refuses, which gives no reason.
 */
export const queryDetails: Readonly<Record<ODataErrorCode, (facts: QueryFacts) => string | undefined>> = {
  // The query string as such
  queryTooLong: ({ fallback }) => `${notValid} ${fallback}`,
  tooManyOptions: ({ fallback }) => `${notValid} ${fallback}`,
  badEncoding: () => "The request URL is malformed.",
  duplicateOption: ({ parameter }) =>
    `Query option '${parameter("name")}' was specified more than once, but it must be specified at most once.`,
  badTop: (facts) => notWhole("Top", facts),
  badSkip: (facts) => notWhole("Skip", facts),
  badCount: ({ parameter }) => `Count option must be a boolean value, it is set to '${parameter("value")}' instead.`,

  // Lists of items
  tooManyItems: ({ parameter, option, fallback }) =>
    option === "orderby"
      ? `${notValid} The number of clauses in $orderby query option exceeded the maximum number allowed. The maximum number of $orderby clauses allowed is ${parameter("limit")}.`
      : fallback,
  duplicateOrderby: ({ parameter }) =>
    `Duplicate property named '${parameter("path")}' is not supported in '$orderby'.`,
  notOrderable: ({ parameter }) =>
    parameter("reason") === "dynamic"
      ? `Order by '${parameter("path")}' property is not allowed. To allow it, set the 'AllowedOrderByProperties' property on EnableQueryAttribute or QueryValidationSettings.`
      : "The $orderby expression must evaluate to a single value of primitive type.",
  selectSyntax: ({ parameter }) => `Term '${parameter("value")}' is not valid in a $select or $expand expression.`,
  notExpandable: ({ parameter }) =>
    `Property '${parameter("name")}' on type '${parameter("type")}' is not a navigation property or complex property. Only navigation properties can be expanded.`,

  // Syntax
  syntaxError: ({ position, text }) => `Syntax error at position ${position} in '${text}'.`,
  expressionExpected: ({ position, text }) => `Expression expected at position ${position} in '${text}'.`,
  identifierExpected: ({ position }) => `An identifier was expected at position ${position}.`,
  closeOrOperatorExpected: ({ position, text }) => `')' or operator expected at position ${position} in '${text}'.`,
  closeOrCommaExpected: ({ position, text }) => `')' or ',' expected at position ${position} in '${text}'.`,
  unterminatedString: ({ position, text }) =>
    `There is an unterminated string literal at position ${position} in '${text}'.`,
  badCharacter: ({ parameter, position, text }) =>
    `Syntax error: character '${parameter("character")}' is not valid at position ${position} in '${text}'.`,
  badLiteral: ({ parameter, position, text }) =>
    `Unrecognized '${parameter("type")}' literal '${parameter("value")}' at '${position}' in '${text}'.`,
  badDateTimeOffset: ({ parameter }) => notADateTime(parameter("value")),
  dateTimeOutOfRange: ({ parameter }) => notADateTime(parameter("value")),

  // Limits
  expressionTooLong: ({ fallback }) => fallback,
  expressionTooDeep: () => "Recursion depth exceeded allowed limit.",
  expressionTooLarge: ({ parameter }) =>
    `${notValid} The node count limit of '${parameter("limit")}' has been exceeded. To increase the limit, set the 'MaxNodeCount' property on ${settings}.`,
  pathTooLong: ({ fallback }) => fallback,
  lambdaTooDeep: ({ parameter }) =>
    `${notValid} The Any/All nesting limit of '${parameter("limit")}' has been exceeded. To increase the limit, set the 'MaxAnyAllExpressionDepth' property on ${settings}.`,

  // Names and types
  propertyNotFound: ({ parameter }) =>
    `Could not find a property named '${parameter("name")}' on type '${parameter("type")}'.`,
  unknownFunction: ({ parameter }) => unknownFunction(parameter("name")),
  functionArguments: ({ parameter }) =>
    `No function signature for the function with name '${parameter("name")}' matches the specified arguments. The function signatures considered are: ${parameter("signature")}.`,
  notSupported: ({ parameter, option }) => {
    const construct = parameter("construct");
    if (option === "select" || option === "expand")
      return `Term '${construct}' is not valid in a $select or $expand expression.`;
    if (option === "orderby") return "The $orderby expression must evaluate to a single value of primitive type.";
    return /^[a-z]+(?:\.[a-z]+)?$/i.test(construct) ? unknownFunction(construct) : undefined;
  },
  notBoolean: () => "The $filter expression must evaluate to a single boolean value.",
  incompatibleTypes: ({ parameter }) =>
    `A binary operator with incompatible types was detected. Found operand types '${parameter("left")}' and '${parameter("right")}' for operator kind '${parameter("operator")}'.`,
  incompatibleOperand: ({ parameter }) =>
    `A unary operator with an incompatible type was detected. Found operand type '${parameter("type")}' for operator kind '${parameter("operator")}'.`,
  badEnumMember: ({ parameter }) => `The string '${parameter("value")}' is not a valid enumeration type constant.`,
  notCollection: () => "Any/All may only be used following a collection.",
  notSingleValue: ({ parameter }) =>
    `The parent value for a property access of a property '${parameter("path")}' is not a single value. Property access can only be applied to a single value.`,
  duplicateVariable: ({ parameter }) => `The range variable '${parameter("name")}' has already been declared.`,
  operatorNotAllowed: () => undefined,
};

function notWhole(option: "Top" | "Skip", { parameter }: QueryFacts): string {
  const value = parameter("value");
  return /^ *-\d+ *$/.test(value)
    ? `${option} option must be a non-negative integer, it is set to '${value}' instead.`
    : `The value '${value}' is not a non-negative integer value for the ${option} option.`;
}

function notADateTime(value: string): string {
  return `The DateTimeOffset text '${value}' should be in format 'yyyy-mm-ddThh:mm:ss('.'s+)?(zzzzzz)?' and each field value is within valid range.`;
}

function unknownFunction(name: string): string {
  return `An unknown function with name '${name}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.`;
}
