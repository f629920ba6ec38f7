import { ODataError, type ODataErrorCode } from "@org/odata";
import { describe, expect, it } from "vitest";
import { wordProblem } from "../../src/words/word-problem.js";
import { refusalOf } from "./ask.js";

const summary = "microsoft.graph.provisioningObjectSummary";
const dateFormat =
  "should be in format 'yyyy-mm-ddThh:mm:ss('.'s+)?(zzzzzz)?' and each field value is within valid range.";
const expansion = "Parsing OData Select and Expand failed: ";
const levels = (text: string, depth: number) => "(".repeat(depth) + text + ")".repeat(depth);

/** For every code of odata a query string that meets it, and Graph's words. */
const worded: Readonly<
  Record<Exclude<ODataErrorCode, "expressionTooLong">, readonly [query: string, message: string]>
> = {
  queryTooLong: [
    `$filter=${"x".repeat(65_536)}`,
    "The query specified in the URI is not valid. The query string is longer than 65536 characters.",
  ],
  tooManyOptions: [
    Array.from({ length: 101 }, (_, index) => `x${index}=1`).join("&"),
    "The query specified in the URI is not valid. The query string has more than 100 options.",
  ],
  badEncoding: ["$filter=%zz", "The request URL is malformed."],
  duplicateOption: [
    "$filter=x&%24Filter=y",
    "Query option '$filter' was specified more than once, but it must be specified at most once.",
  ],
  badTop: ["$top=-1", "Top option must be a non-negative integer, it is set to '-1' instead."],
  badSkip: ["$skip=x", "The value 'x' is not a non-negative integer value for the Skip option."],
  badCount: ["$count=maybe", "Count option must be a boolean value, it is set to 'maybe' instead."],
  tooManyItems: [
    `$orderby=${Array.from({ length: 33 }, () => "id").join(",")}`,
    "The query specified in the URI is not valid. The number of clauses in $orderby query option exceeded the maximum number allowed. The maximum number of $orderby clauses allowed is 32.",
  ],
  duplicateOrderby: ["$orderby=id,ID desc", "Duplicate property named 'id' is not supported in '$orderby'."],
  notOrderable: [
    "$orderby=servicePrincipal",
    "The $orderby expression must evaluate to a single value of primitive type.",
  ],
  selectSyntax: ["$select=x y", `${expansion}Term 'x y' is not valid in a $select or $expand expression.`],
  notExpandable: [
    "$expand=servicePrincipal",
    `${expansion}Property 'servicePrincipal' on type '${summary}' is not a navigation property or complex property. Only navigation properties can be expanded.`,
  ],
  syntaxError: [
    "$filter=jobId eq 'x' jobId",
    "Invalid filter clause: Syntax error at position 13 in 'jobId eq 'x' jobId'.",
  ],
  expressionExpected: ["$filter=jobId eq", "Invalid filter clause: Expression expected at position 8 in 'jobId eq'."],
  identifierExpected: [
    "$filter=servicePrincipal/",
    "Invalid filter clause: An identifier was expected at position 17.",
  ],
  closeOrOperatorExpected: [
    "$filter=(jobId eq 'x'",
    "Invalid filter clause: ')' or operator expected at position 13 in '(jobId eq 'x''.",
  ],
  closeOrCommaExpected: [
    "$filter=contains(jobId,'x'",
    "Invalid filter clause: ')' or ',' expected at position 18 in 'contains(jobId,'x''.",
  ],
  unterminatedString: [
    "$filter=id eq 'x",
    "Invalid filter clause: There is an unterminated string literal at position 6 in 'id eq 'x'.",
  ],
  badCharacter: [
    "$filter=jobId ! 'x'",
    "Invalid filter clause: Syntax error: character '!' is not valid at position 6 in 'jobId ! 'x''.",
  ],
  badLiteral: [
    "$filter=jobId eq duration'x'",
    "Invalid filter clause: Unrecognized 'Edm.Duration' literal 'x' at '9' in 'jobId eq duration'x''.",
  ],
  badDateTimeOffset: [
    "$filter=activityDateTime gt 2025-11-24T01:11:04",
    `Invalid filter clause: The DateTimeOffset text '2025-11-24T01:11:04' ${dateFormat}`,
  ],
  dateTimeOutOfRange: [
    "$filter=activityDateTime gt 0001-01-01T00:00:00%2B02:00",
    `Invalid filter clause: The DateTimeOffset text '0001-01-01T00:00:00+02:00' ${dateFormat}`,
  ],
  expressionTooDeep: [
    `$filter=${levels("jobId eq 'x'", 101)}`,
    "Invalid filter clause: Recursion depth exceeded allowed limit.",
  ],
  expressionTooLarge: [
    `$filter=id in (${Array.from({ length: 5_000 }, () => "'a'").join(",")})`,
    "The query specified in the URI is not valid. The node count limit of '5000' has been exceeded. To increase the limit, set the 'MaxNodeCount' property on EnableQueryAttribute or ODataValidationSettings.",
  ],
  pathTooLong: [
    `$filter=${Array.from({ length: 21 }, () => "a").join("/")} eq 1`,
    "Invalid filter clause: The expression has more than 20 path segments.",
  ],
  lambdaTooDeep: [
    "$filter=provisioningSteps/any(a:modifiedProperties/any(b:modifiedProperties/any(c:c/displayName eq 'x')))",
    "The query specified in the URI is not valid. The Any/All nesting limit of '2' has been exceeded. To increase the limit, set the 'MaxAnyAllExpressionDepth' property on EnableQueryAttribute or ODataValidationSettings.",
  ],
  unknownFunction: [
    "$filter=foo(jobId)",
    "Invalid filter clause: An unknown function with name 'foo' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.",
  ],
  functionArguments: [
    "$filter=contains(jobId)",
    "Invalid filter clause: No function signature for the function with name 'contains' matches the specified arguments. The function signatures considered are: contains(Edm.String, Edm.String).",
  ],
  notSupported: [
    "$filter=matchesPattern(jobId,'x')",
    "Invalid filter clause: An unknown function with name 'matchesPattern' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.",
  ],
  notBoolean: [
    "$filter=jobId",
    "Invalid filter clause: The $filter expression must evaluate to a single boolean value.",
  ],
  incompatibleTypes: [
    "$filter=activityDateTime gt '2026-01-01T00:00:00Z'",
    "Invalid filter clause: A binary operator with incompatible types was detected. Found operand types 'Edm.DateTimeOffset' and 'Edm.String' for operator kind 'GreaterThan'.",
  ],
  incompatibleOperand: [
    "$filter=not jobId",
    "Invalid filter clause: A unary operator with an incompatible type was detected. Found operand type 'Edm.String' for operator kind 'Not'.",
  ],
  badEnumMember: [
    "$filter=provisioningAction eq 'creat'",
    "Invalid filter clause: The string 'creat' is not a valid enumeration type constant.",
  ],
  notCollection: ["$filter=jobId/any()", "Invalid filter clause: Any/All may only be used following a collection."],
  notSingleValue: [
    "$filter=provisioningSteps/name eq 'x'",
    "Invalid filter clause: The parent value for a property access of a property 'provisioningSteps' is not a single value. Property access can only be applied to a single value.",
  ],
  duplicateVariable: [
    "$filter=provisioningSteps/any(a:modifiedProperties/any(a:a/displayName eq 'x'))",
    "Invalid filter clause: The range variable 'a' has already been declared.",
  ],
  propertyNotFound: [
    "$filter=createdDateTime gt 2026-01-01T00:00:00Z",
    `Invalid filter clause: Could not find a property named 'createdDateTime' on type '${summary}'.`,
  ],
  operatorNotAllowed: ["$filter=jobId ne 'x'", "Invalid filter clause"],
};

describe("every code of odata", () => {
  it.each(Object.entries(worded))("%s is worded as Graph words it", (code, [query, message]) => {
    const refusal = refusalOf(query, code === "operatorNotAllowed" ? "strict" : "current");
    expect([refusal?.status, refusal?.code, refusal?.message]).toEqual([400, "BadRequest", message]);
  });

  it("expressionTooLong, which no query string is long enough to meet, has words of its own too", () => {
    const error = new ODataError("expressionTooLong", "The expression has more than 65536 characters.", {
      limit: 65_536,
    });
    const { message } = wordProblem({ kind: "query", error, option: "filter", text: "x" }, "current");
    expect(message).toBe("Invalid filter clause: The expression has more than 65536 characters.");
  });
});

describe("the hint about a name that does not exist", () => {
  it.each(["constructor", "__proto__", "toString", "valueOf", "hasOwnProperty"])(
    "names properties for %s too, and nothing that JavaScript gives every object",
    (name) => {
      const { hint } = refusalOf(`$filter=${name} eq 1`) ?? {};
      expect(hint).toMatch(/There is: activityDateTime, /);
    },
  );

  it("knows names of beta and of other logs", () => {
    const { hint } = refusalOf("$filter=CreatedDateTime gt 2026-01-01") ?? {};
    expect(hint).toBe("Here it is activityDateTime.");
  });
});
