import { bodies, whole } from "./bodies.js";
import { type Call, contractPath, unversionedPath } from "./call.js";

/** One error the routes can meet: what is sent, and Graph's answer. */
export interface ErrorCase {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly call?: Call;
  /** Asked of a server that was started read-only. */
  readonly readOnly?: true;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Part of the mock's own advice. */
  readonly hint?: string;
}

export const storedId = "00000000-0000-4000-8000-0000000stored";
const v1 = "/v1.0/auditLogs/provisioning";
const beta = "/beta/auditLogs/provisioning";
const item = `${contractPath}/${storedId}`;
const json = { "content-type": "application/json" };

const unreadable =
  "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.";
const notAllowed = "Specified HTTP method is not allowed for the request target.";
const invalidValues = "One or more property values specified are invalid.";
const summary = "microsoft.graph.provisioningObjectSummary";
const notSupported = (name: string) =>
  `The query specified in the URI is not valid. Query option '${name}' is not allowed. To allow it, set the 'AllowedQueryOptions' property on EnableQueryAttribute or QueryValidationSettings.`;
const unknownProperty = (name: string, type = summary) =>
  `The property '${name}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type.`;
const notConverted = (value: string, type: string) =>
  `Cannot convert the literal '${value}' to the expected type '${type}'.`;
const notStored = (id: string) =>
  `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
const notMet = "The condition specified using HTTP conditional header(s) is not met.";

type Case = readonly [name: string, call: Call | undefined, message: string, hint?: string];

const bad = (method: string, path: string, cases: readonly Case[]): ErrorCase[] =>
  cases.map(([name, call, message, hint]) => ({
    name,
    method,
    path,
    ...(call === undefined ? {} : { call }),
    status: 400,
    code: "BadRequest",
    message,
    ...(hint === undefined ? {} : { hint }),
  }));

const refusedCredentials: readonly (readonly [string, string | undefined, string, string])[] = [
  ["no token", undefined, "Access token is empty.", '-H "Authorization: Bearer '],
  ["an empty Authorization header", "", "Access token is empty.", '-H "Authorization: Bearer '],
  ["the word Bearer alone", "Bearer", "UnableToParseTokens", "has to follow the word Bearer"],
  ["Bearer and a blank", "Bearer ", "UnableToParseTokens", "has to follow the word Bearer"],
  [
    "another scheme",
    "Basic YTpi",
    "Protocol 'Bearer' failed to validate because The token could not be read.",
    "begin with Bearer",
  ],
  [
    "a token without its scheme",
    "token x",
    "Protocol 'Bearer' failed to validate because The token could not be read.",
    "begin with Bearer",
  ],
];

const credentials = refusedCredentials.map(
  ([name, authorization, message, hint]): ErrorCase => ({
    name,
    method: "GET",
    path: v1,
    call: { token: null, headers: authorization === undefined ? {} : { authorization } },
    status: 401,
    code: "InvalidAuthenticationToken",
    message,
    hint,
  }),
);

const addresses: readonly (readonly [string, string, string, string])[] = [
  ["an unknown version", "GET", "/v2.0/auditLogs/provisioning", "Invalid version: v2.0"],
  ["no version", "GET", "/auditLogs/provisioning", "Invalid version: auditLogs"],
  ["no version, POST", "POST", unversionedPath, "Invalid version: auditLogs"],
  ["no version, PATCH of one", "PATCH", `${unversionedPath}/${storedId}`, "Invalid version: auditLogs"],
  ["no version, DELETE", "DELETE", `${unversionedPath}/${storedId}`, "Invalid version: auditLogs"],
  ["something else altogether", "GET", "/favicon.ico", "Invalid version: favicon.ico"],
  ["a version in other case", "GET", "/Beta/auditLogs/provisioning", "Invalid version: Beta"],
  ["a misspelt first segment", "GET", "/v1.0/auditLog/provisioning", "Resource not found for the segment 'auditLog'."],
  [
    "a misspelt entity set",
    "GET",
    "/beta/auditLogs/provisionings",
    "Resource not found for the segment 'provisionings'.",
  ],
  [
    "the beta name on v1.0",
    "GET",
    "/v1.0/auditLogs/directoryProvisioning",
    "Resource not found for the segment 'directoryProvisioning'.",
  ],
  [
    "the beta name on v1.0, PATCH",
    "PATCH",
    "/v1.0/auditLogs/directoryProvisioning",
    "Resource not found for the segment 'directoryProvisioning'.",
  ],
  ["two slashes at the start", "PATCH", `/${contractPath}`, "Resource not found for the segment ''."],
  ["two slashes after the version", "PATCH", "/beta//auditLogs/provisioning", "Resource not found for the segment ''."],
  ["two slashes before the id", "PUT", `${v1}//x`, "Resource not found for the segment ''."],
  ["two slashes without a version", "GET", "/auditLogs//provisioning", "Invalid version: auditLogs"],
  ["a segment below a summary", "GET", `${v1}/x/jobId`, "Resource not found for the segment 'jobId'."],
  ["a $ segment", "GET", `${v1}/$count`, "Resource not found for the segment '$count'."],
  ["an encoded $ segment", "GET", `${v1}/%24count`, "Resource not found for the segment '$count'."],
  ["an empty key in quotes", "GET", `${v1}('')`, "Resource not found for the segment 'provisioning('')'."],
  ["a service root", "GET", "/beta", "Resource not found for the segment 'beta'."],
  ["a container", "GET", "/beta/auditLogs", "Resource not found for the segment 'auditLogs'."],
];

const methods: readonly (readonly [string, string])[] = [
  ["PATCH", beta],
  ["PATCH", v1],
  ["PUT", contractPath],
  ["PUT", item],
  ["DELETE", contractPath],
  ["POST", item],
  ["HEAD", contractPath],
  ["OPTIONS", v1],
];

const readOnlyWrites: readonly (readonly [string, string])[] = [
  ["PATCH", contractPath],
  ["PATCH", unversionedPath],
  ["POST", contractPath],
  ["PATCH", item],
  ["DELETE", item],
  ["POST", v1],
];

const send = (body: object): Call => ({ body: { ...whole, ...body } });
const steps = "microsoft.graph.provisioningStep";

export const errorCases: readonly ErrorCase[] = [
  ...credentials,
  ...addresses.map(
    ([name, method, path, message]): ErrorCase => ({
      name,
      method,
      path,
      call: { headers: json },
      status: 400,
      code: "BadRequest",
      message,
    }),
  ),
  ...methods.map(
    ([method, path]): ErrorCase => ({
      name: "a method that is not served",
      method,
      path,
      status: 405,
      code: "Request_BadRequest",
      message: notAllowed,
      hint: "Allowed here: ",
    }),
  ),
  ...readOnlyWrites.map(
    ([method, path]): ErrorCase => ({
      name: "a write, read-only",
      method,
      path,
      call: { headers: json },
      readOnly: true,
      status: 405,
      code: "Request_BadRequest",
      message: notAllowed,
      hint: "Graph documents this log as read-only",
    }),
  ),
  ...bad("PATCH", "/v1.0/auditLogs/directoryProvisioning", [
    [
      "the beta name on v1.0",
      { body: {} },
      "Resource not found for the segment 'directoryProvisioning'.",
      "directoryProvisioning is at /beta. Here are: provisioning.",
    ],
  ]),
  ...bad("GET", "/beta/auditLogs/provisioning/%zz", [["a malformed URL", undefined, "The request URL is malformed."]]),
  {
    name: "a URL beyond 16 KiB",
    method: "GET",
    path: `${v1}?x=${"x".repeat(16_384)}`,
    status: 414,
    code: "RequestUriTooLong",
    message: "The request URL is too long.",
  },
  {
    name: "an Accept without JSON",
    method: "GET",
    path: v1,
    call: { headers: { accept: "application/xml" } },
    status: 406,
    code: "NotAcceptable",
    message: "A supported MIME type could not be found that matches the acceptable MIME types for the request.",
  },
  ...["GET", "PATCH", "DELETE"].map(
    (method): ErrorCase => ({
      name: "an id that is not stored",
      method,
      path: `${v1}/nope`,
      call: method === "PATCH" ? { body: {} } : {},
      status: 404,
      code: "Request_ResourceNotFound",
      message: notStored("nope"),
    }),
  ),
  {
    name: "an id that is not stored, in the body",
    method: "PATCH",
    path: contractPath,
    call: { body: { id: "nope" } },
    status: 404,
    code: "Request_ResourceNotFound",
    message: notStored("nope"),
    hint: "Prefer: create-if-missing",
  },

  // Content
  ...bad("PATCH", contractPath, [
    [
      "no Content-Type",
      { body: "{}" },
      "Write requests (excluding DELETE) must contain the Content-Type header declaration.",
    ],
    [
      "no Content-Type and no body",
      {},
      "Write requests (excluding DELETE) must contain the Content-Type header declaration.",
    ],
    [
      "an empty Content-Type",
      { body: "{}", headers: { "content-type": "" } },
      "Write requests (excluding DELETE) must contain the Content-Type header declaration.",
    ],
    [
      "a Content-Type that is not JSON",
      { body: "{}", headers: { "content-type": "text/plain" } },
      "Entity only allows writes with a JSON Content-Type header.",
    ],
    [
      "a Content-Type that is none",
      { body: "{}", headers: { "content-type": "foo" } },
      "Entity only allows writes with a JSON Content-Type header.",
    ],
    [
      "another charset",
      { body: "{}", headers: { "content-type": "application/json; charset=utf-16" } },
      "Entity only allows writes with a JSON Content-Type header.",
    ],
    ["broken JSON", { body: '{"id":', headers: json }, unreadable, "not JSON"],
    ["an empty body", { body: "", headers: json }, unreadable, "empty"],
    ["bytes that are not UTF-8", { body: Buffer.from([0x22, 0xff, 0x22]), headers: json }, unreadable, "not UTF-8"],
    ["an array", { body: "[]", headers: json }, unreadable, "an array"],
    ["a text", { body: '"x"', headers: json }, unreadable, "a string"],
    ["a number", { body: "5", headers: json }, unreadable, "a number"],
    ["null", { body: "null", headers: json }, unreadable, "null"],
    ["a delta payload", { body: { "@odata.context": "#$delta", value: [] } }, unreadable, "delta"],
    ["a null id", send({ id: null }), invalidValues, "The id is null"],
    ["an empty id", send({ id: "" }), invalidValues, "The id is empty"],
    ["an id that is no text", send({ id: 5 }), invalidValues, "has to be a text"],
    [
      "a body that is not whole",
      { body: { jobId: "x" } },
      invalidValues,
      "Missing: activityDateTime, tenantId, cycleId",
    ],
  ]),
  ...bad("PATCH", contractPath, [
    ["an unknown property", send({ nope: 1 }), unknownProperty("nope")],
    [
      "an unknown property of a complex value",
      send({ provisioningSteps: [{ nope: 1 }] }),
      unknownProperty("nope", steps),
      "provisioningSteps/0/nope",
    ],
    ["a wrong type", send({ jobId: 5 }), notConverted("5", "Edm.String"), "jobId"],
    [
      "an unknown enum member",
      send({ provisioningSteps: [{ status: "nope" }] }),
      "Requested value 'nope' was not found.",
    ],
    ["a number beyond Int32", send({ durationInMilliseconds: 2_147_483_648 }), notConverted("2147483648", "Edm.Int32")],
    ["a fraction where an Int32 belongs", send({ durationInMilliseconds: 1.5 }), notConverted("1.5", "Edm.Int32")],
    ["a bad DateTimeOffset", send({ activityDateTime: "yesterday" }), notConverted("yesterday", "Edm.DateTimeOffset")],
    [
      "a DateTimeOffset without zone",
      send({ activityDateTime: "2026-03-02T08:14:05" }),
      notConverted("2026-03-02T08:14:05", "Edm.DateTimeOffset"),
    ],
    [
      "a null activityDateTime",
      send({ activityDateTime: null }),
      "A null value was found for the property named 'activityDateTime', which has the expected type 'Edm.DateTimeOffset[Nullable=False]'. The expected type 'Edm.DateTimeOffset[Nullable=False]' does not allow null values.",
    ],
    ["twins that disagree", send({ provisioningAction: "delete" }), invalidValues, "action"],
    ["status twins that disagree", send({ provisioningStatusInfo: { status: "failure" } }), invalidValues, "status"],
  ]),
  ...bad("PATCH", item, [
    ["another id in the body", { body: { id: "other" } }, invalidValues, "differs"],
    ["a null id in the body", { body: { id: null } }, invalidValues, "The id is null"],
    [
      "the documentation's placeholder",
      { body: { activityDateTime: "String (timestamp)" } },
      notConverted("String (timestamp)", "Edm.DateTimeOffset"),
      "documentation's placeholder",
    ],
    [
      "the documentation's other placeholder",
      { body: { durationInMilliseconds: "Integer" } },
      notConverted("Integer", "Edm.Int32"),
      "documentation's placeholder",
    ],
  ]),
  ...bad("PATCH", `${v1}/nope`, [
    [
      "a partial body that is to be created on v1.0",
      { body: { activityDateTime: "2026-03-02T08:14:05Z" }, headers: { prefer: "create-if-missing" } },
      invalidValues,
      "changeId, provisioningAction, durationInMilliseconds",
    ],
  ]),
  ...bad("POST", v1, [
    [
      "a property of beta",
      { body: { activityDateTime: "2026-03-02T08:14:05Z", action: "Create" } },
      unknownProperty("action"),
      "provisioningAction",
    ],
    [
      "the other property of beta",
      { body: { activityDateTime: "2026-03-02T08:14:05Z", statusInfo: null } },
      unknownProperty("statusInfo"),
      "provisioningStatusInfo",
    ],
    ["no activityDateTime", { body: {} }, invalidValues, "activityDateTime"],
    ["a null id, POST", { body: { ...bodies.twins, id: null } }, invalidValues, "The id is null"],
    ["an array, POST", { body: "[]", headers: json }, unreadable, "an array"],
    [
      "a placeholder, POST",
      { body: { activityDateTime: "String (timestamp)" } },
      notConverted("String (timestamp)", "Edm.DateTimeOffset"),
      "documentation's placeholder",
    ],
  ]),
  {
    name: "a compressed body",
    method: "PATCH",
    path: contractPath,
    call: { body: "{}", headers: { ...json, "content-encoding": "gzip" } },
    status: 415,
    code: "UnsupportedMediaType",
    message: "The content encoding 'gzip' is not supported.",
  },
  {
    name: "a body beyond 1 MiB",
    method: "PATCH",
    path: contractPath,
    call: { body: `{"jobId":"${"x".repeat(1_048_576)}"}`, headers: json },
    status: 413,
    code: "RequestEntityTooLarge",
    message: "The request body is too large.",
    hint: "1048576",
  },
  {
    name: "an id that is stored already",
    method: "POST",
    path: contractPath,
    call: { body: { ...whole, id: storedId } },
    status: 409,
    code: "Request_MultipleObjectsWithSameKeyValue",
    message: "Another object with the same value for property id already exists.",
  },

  // Conditions
  ...(["PATCH", "DELETE"] as const).map(
    (method): ErrorCase => ({
      name: "an If-Match that does not fit",
      method,
      path: item,
      call: { ...(method === "PATCH" ? { body: {} } : {}), headers: { "if-match": '"0"' } },
      status: 412,
      code: "PreconditionFailed",
      message: notMet,
      hint: "has changed",
    }),
  ),
  ...(["PATCH", "DELETE"] as const).map(
    (method): ErrorCase => ({
      name: "an If-Match on nothing",
      method,
      path: `${contractPath}/nope`,
      call: { ...(method === "PATCH" ? { body: {} } : {}), headers: { "if-match": "*" } },
      status: 412,
      code: "PreconditionFailed",
      message: notMet,
      hint: "no stored event",
    }),
  ),
  {
    name: "an If-Match that is no etag",
    method: "PATCH",
    path: item,
    call: { body: {}, headers: { "if-match": "nope" } },
    status: 412,
    code: "PreconditionFailed",
    message: notMet,
  },
  {
    name: "an If-None-Match on a stored id",
    method: "PATCH",
    path: contractPath,
    call: { body: { ...whole, id: storedId }, headers: { "if-none-match": "*", prefer: "create-if-missing" } },
    status: 412,
    code: "PreconditionFailed",
    message: notMet,
    hint: "stored already",
  },

  // Query options
  ...[
    ["$filter=id eq 'x'", "Filter"],
    ["$select=id", "Select"],
    ["$count=true", "Count"],
    ["$skip=1", "Skip"],
    ["$search=x", "Search"],
    ["$expand=x", "Expand"],
    ["$format=json", "Format"],
    ["%24Filter=x", "Filter"],
  ].flatMap(([query = "", name = ""]) =>
    bad("GET", `${v1}?${query.replaceAll(" ", "%20")}`, [
      [`?${query}`, undefined, notSupported(name), "$top, $orderby=activityDateTime and $skiptoken"],
    ]),
  ),
  ...bad("GET", `${contractPath}?filter=x`, [["an option without $ on beta", undefined, notSupported("Filter")]]),
  ...bad("GET", `${v1}?$nope=1`, [
    ["an option nobody knows", undefined, "The query parameter '$nope' is not supported."],
  ]),
  ...bad("GET", `${v1}?$top=-1`, [
    ["a negative $top", undefined, "Top option must be a non-negative integer, it is set to '-1' instead."],
  ]),
  ...bad("GET", `${v1}?$top=x`, [
    ["a $top that is no number", undefined, "The value 'x' is not a non-negative integer value for the Top option."],
  ]),
  ...bad("GET", `${v1}?$top=1&$Top=2`, [
    [
      "$top twice",
      undefined,
      "Query option '$top' was specified more than once, but it must be specified at most once.",
    ],
  ]),
  ...bad("GET", `${v1}?$orderby=nope`, [
    ["an unknown property in $orderby", undefined, `Could not find a property named 'nope' on type '${summary}'.`],
  ]),
  ...bad("GET", `${v1}?$orderby=jobId`, [
    [
      "another property in $orderby",
      undefined,
      "Order by 'jobId' property is not allowed. To allow it, set the 'AllowedOrderByProperties' property on EnableQueryAttribute or QueryValidationSettings.",
      "activityDateTime",
    ],
  ]),
  ...bad("GET", `${v1}?$orderby=activityDateTime%20up`, [
    ["$orderby with another direction", undefined, "The query specified in the URI is not valid."],
  ]),
  ...bad("GET", `${v1}?$skiptoken=nope`, [
    [
      "a $skiptoken that was not made here",
      undefined,
      "Unable to parse the skiptoken value 'nope'. Skiptoken value should always be server generated.",
      "@odata.nextLink",
    ],
  ]),
  ...bad("GET", `${v1}?$skiptoken=${"x".repeat(300)}`, [
    [
      "a long $skiptoken",
      undefined,
      `Unable to parse the skiptoken value '${"x".repeat(200)}…'. Skiptoken value should always be server generated.`,
    ],
  ]),
  ...bad("GET", `${v1}?$top=%zz`, [["a malformed query", undefined, "The request URL is malformed."]]),
  ...bad("GET", `${item}?$select=id`, [["$select on one", undefined, notSupported("Select")]]),
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
