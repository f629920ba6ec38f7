import { bodies, whole } from "../bodies.js";
import { type Call, contractPath, unversionedPath } from "../call.js";
import { bad, type ErrorCase, entityType, storedId, v1 } from "./error-case.js";

const item = `${contractPath}/${storedId}`;
const send = (body: object): Call => ({ body: { ...whole, ...body } });

export const notServed = (name: string) =>
  `The query specified in the URI is not valid. Query option '${name}' is not allowed. To allow it, set the 'AllowedQueryOptions' property on EnableQueryAttribute or QueryValidationSettings.`;
const notFound = (name: string) => `Could not find a property named '${name}' on type '${entityType}'.`;
const expansion = "Parsing OData Select and Expand failed:";
const badDate = (value: string) =>
  `Invalid filter clause: The DateTimeOffset text '${value}' should be in format 'yyyy-mm-ddThh:mm:ss('.'s+)?(zzzzzz)?' and each field value is within valid range.`;

type QueryCase = readonly [name: string, query: string, message: string, hint?: string];

/** Cases of GET with a query string, its blanks written as a client writes them. */
const asked = (path: string, cases: readonly QueryCase[]): ErrorCase[] =>
  cases.flatMap(([name, query, message, hint]) =>
    bad("GET", `${path}?${query.replaceAll(" ", "%20")}`, [[name, undefined, message, hint ?? ""]]),
  );

const filters: readonly QueryCase[] = [
  [
    "an unknown property in $filter",
    "$filter=createdDateTime gt 2026-01-01T00:00:00Z",
    `Invalid filter clause: ${notFound("createdDateTime")}`,
    "Here it is activityDateTime.",
  ],
  [
    "a misspelt property in $filter",
    "$filter=jobID2 eq 'x'",
    `Invalid filter clause: ${notFound("jobID2")}`,
    "Did you mean jobId?",
  ],
  [
    "a name of beta in $filter",
    "$filter=statusInfo/status eq 'failure'",
    `Invalid filter clause: ${notFound("statusInfo")}`,
    "Here it is provisioningStatusInfo.",
  ],
  [
    "a date without zone",
    "$filter=activityDateTime gt 2025-11-24T01:11:04",
    badDate("2025-11-24T01:11:04"),
    "2025-11-24T01:11:04Z",
  ],
  [
    "an offset with a bare +",
    "$filter=activityDateTime gt 2025-11-24T01:11:04+02:00",
    badDate("2025-11-24T01:11:04"),
    "write 2025-11-24T01:11:04%2B02:00",
  ],
  [
    "a date in quotes",
    "$filter=activityDateTime gt '2026-01-01T00:00:00Z'",
    "Invalid filter clause: A binary operator with incompatible types was detected. Found operand types 'Edm.DateTimeOffset' and 'Edm.String' for operator kind 'GreaterThan'.",
    "without quotes",
  ],
  [
    "a filter that ends too soon",
    "$filter=jobId eq",
    "Invalid filter clause: Expression expected at position 8 in 'jobId eq'.",
  ],
  ["an empty filter", "$filter=", "Invalid filter clause: Expression expected at position 0 in ''."],
  [
    "a text without its second quote",
    "$filter=jobId eq 'O'Neil'",
    "Invalid filter clause: There is an unterminated string literal at position 12 in 'jobId eq 'O'Neil''.",
  ],
  [
    "a function nobody knows",
    "$filter=startwith(jobId,'x')",
    "Invalid filter clause: An unknown function with name 'startwith' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.",
    "Did you mean startswith?",
  ],
  [
    "a filter that is no condition",
    "$filter=jobId",
    "Invalid filter clause: The $filter expression must evaluate to a single boolean value.",
  ],
  [
    "a member that the enum has not",
    "$filter=provisioningStatusInfo/status eq 'fail'",
    "Invalid filter clause: The string 'fail' is not a valid enumeration type constant.",
    "There is: success, failure",
  ],
  [
    "a property of a collection's elements",
    "$filter=provisioningSteps/name eq 'x'",
    "Invalid filter clause: The parent value for a property access of a property 'provisioningSteps' is not a single value. Property access can only be applied to a single value.",
    "use any or all",
  ],
];

const others: readonly QueryCase[] = [
  ["an unknown property in $select", "$select=nope", `${expansion} ${notFound("nope")}`, "There is: "],
  [
    "two names in $select without a comma",
    "$select=id jobId",
    `${expansion} Term 'id jobId' is not valid in a $select or $expand expression.`,
  ],
  [
    "$expand",
    "$expand=servicePrincipal",
    `${expansion} Property 'servicePrincipal' on type '${entityType}' is not a navigation property or complex property. Only navigation properties can be expanded.`,
  ],
  ["an unknown property in $expand", "$expand=manager", `${expansion} ${notFound("manager")}`],
  ["$search", '$search="x"', notServed("Search"), "$filter, $orderby, $select, $count, $skip, $top"],
  ["$apply", "$apply=x", notServed("Apply"), "$filter"],
  ["an option nobody knows", "$nope=1", "The query parameter '$nope' is not supported.", "$filter"],
  ["a negative $top", "$top=-1", "Top option must be a non-negative integer, it is set to '-1' instead."],
  ["a $top that is no number", "$top=x", "The value 'x' is not a non-negative integer value for the Top option."],
  ["a negative $skip", "$skip=-1", "Skip option must be a non-negative integer, it is set to '-1' instead."],
  ["a $count that is neither", "$count=x", "Count option must be a boolean value, it is set to 'x' instead."],
  [
    "$top twice",
    "$top=1&$Top=2",
    "Query option '$top' was specified more than once, but it must be specified at most once.",
  ],
  [
    "a $format that is not JSON",
    "$format=atom",
    "A supported MIME type could not be found that matches the content type of the response. None of the supported type(s) 'application/json' matches the content type 'atom'.",
    "$format=json",
  ],
  ["an unknown property in $orderby", "$orderby=nope", notFound("nope")],
  [
    "a collection in $orderby",
    "$orderby=provisioningSteps",
    "The $orderby expression must evaluate to a single value of primitive type.",
    "it is a collection",
  ],
  [
    "$orderby with another direction",
    "$orderby=activityDateTime up",
    "Syntax error at position 17 in 'activityDateTime up'.",
  ],
  [
    "a $skiptoken that was not made here",
    "$skiptoken=nope",
    "Unable to parse the skiptoken value 'nope'. Skiptoken value should always be server generated.",
    "@odata.nextLink",
  ],
  [
    "a $skiptoken without the moment of now()",
    "$filter=activityDateTime lt now()&$skiptoken=nope",
    "Unable to parse the skiptoken value 'nope'. Skiptoken value should always be server generated.",
    "@odata.nextLink",
  ],
  [
    "a long $skiptoken",
    `$skiptoken=${"x".repeat(300)}`,
    `Unable to parse the skiptoken value '${"x".repeat(200)}…'. Skiptoken value should always be server generated.`,
  ],
  ["a malformed query", "$top=%zz", "The request URL is malformed."],
];

/** Query options that are wrong, or not served where they stand. */
export const queryErrors: readonly ErrorCase[] = [
  ...asked(v1, filters),
  ...asked(v1, others),
  ...asked(contractPath, [["an option without $ on beta", "filter=x eq 1", `Invalid filter clause: ${notFound("x")}`]]),
  ...asked(unversionedPath, [["$search without a version", "$search=x", notServed("Search"), "$filter"]]),
  ...asked(item, [
    ["$filter on one", "$filter=id eq 'x'", notServed("Filter"), "This address takes $select and $format"],
    ["an unknown property in $select of one", "$select=nope", `${expansion} ${notFound("nope")}`],
    ["$expand on one", "$expand=manager", `${expansion} ${notFound("manager")}`],
  ]),
  ...asked(`${v1}/$count`, [
    ["$top of a bare count", "$top=1", notServed("Top"), "This address takes $filter,"],
    ["a wrong filter of a bare count", "$filter=nope eq 1", `Invalid filter clause: ${notFound("nope")}`],
  ]),
  {
    name: "a bare count as JSON",
    method: "GET",
    path: `${v1}/$count`,
    call: { headers: { accept: "application/json" } },
    status: 415,
    code: "UnsupportedMediaType",
    message:
      "A supported MIME type could not be found that matches the acceptable MIME types for the request. The supported type(s) 'text/plain' do not match any of the acceptable MIME types 'application/json'.",
    hint: "text/plain",
  },
  ...bad("PATCH", `${contractPath}?$select=id`, [
    ["a $ option on a PATCH", send({}), "The query parameter '$select' is not supported."],
  ]),
  ...bad("DELETE", `${item}?$x=1`, [
    ["a $ option on a DELETE", undefined, "The query parameter '$x' is not supported."],
  ]),
  ...bad("POST", `${v1}?$x=1`, [
    ["a $ option on a POST", { body: bodies.twins }, "The query parameter '$x' is not supported."],
  ]),
];
