import type { ModelIssue } from "@org/models";
import type { ODataError } from "@org/odata";
import type { StoreError } from "@org/store";
import { conditionHint, lengthHint, segmentHint } from "./hints.js";
import { maxIdBytes } from "./judge-id.js";
import type { Problem } from "./problem.js";

/** One error as it goes out: Graph's part, and what the mock has to add to it. */
export interface GraphText {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Advice of the mock's own; never part of `message`. */
  readonly hint?: string | undefined;
  readonly details?: readonly { readonly code: string; readonly message: string }[];
}

const entityType = "microsoft.graph.provisioningObjectSummary";
const maxIssues = 10;
const maxShown = 200;

/** The only place where problems get Graph's words, and where advice is worded. */
export function wordProblem(problem: Problem): GraphText {
  switch (problem.kind) {
    case "tokenMissing":
      return unauthenticated(
        "Access token is empty.",
        `Add a bearer token: -H "Authorization: Bearer ${problem.token}"`,
      );
    case "tokenEmpty":
      return unauthenticated("UnableToParseTokens", "A token has to follow the word Bearer; here any text will do.");
    case "tokenUnreadable":
      return unauthenticated(
        "Protocol 'Bearer' failed to validate because The token could not be read.",
        "The Authorization header has to begin with Bearer; the token after it may be any text.",
      );
    case "malformedRequest":
      return badRequest("The request is malformed.", `What came is not a request that HTTP/1.1 allows. ${lengthHint}`);
    case "malformedUrl":
      return badRequest("The request URL is malformed.", "Look for a % that two hexadecimal digits do not follow.");
    case "urlTooLong":
      return { status: 414, code: "RequestUriTooLong", message: "The request URL is too long." };
    case "headersTooLarge":
      return { status: 431, code: "RequestHeaderFieldsTooLarge", message: "The request headers are too large." };
    case "requestTimeout":
      return {
        status: 408,
        code: "RequestTimeout",
        message: "The request did not arrive in time.",
        hint: "Less of the request came than its Content-Length announces, or it came too slowly.",
      };
    case "notAcceptable":
      return {
        status: 406,
        code: "NotAcceptable",
        message: "A supported MIME type could not be found that matches the acceptable MIME types for the request.",
        hint: "Answers are application/json; let the Accept header allow it.",
      };
    case "contentEncoding":
      return {
        status: 415,
        code: "UnsupportedMediaType",
        message: `The content encoding '${clip(problem.encoding)}' is not supported.`,
        hint: "Send the body uncompressed.",
      };
    case "bodyTooLarge":
      return {
        status: 413,
        code: "RequestEntityTooLarge",
        message: "The request body is too large.",
        hint: `A body may have ${problem.limit} bytes.`,
      };
    case "invalidVersion":
      return badRequest(
        `Invalid version: ${problem.version}`,
        "Addresses begin with /beta or /v1.0; without a version only /auditLogs/directoryProvisioning is served, to PATCH and to GET.",
      );
    case "segmentNotFound":
      return badRequest(
        `Resource not found for the segment '${problem.segment}'.`,
        segmentHint(problem.segment, problem.known, problem.version),
      );
    case "methodNotAllowed":
      return {
        status: 405,
        code: "Request_BadRequest",
        message: "Specified HTTP method is not allowed for the request target.",
        hint: problem.readOnly
          ? "The mock was started read-only; Graph documents this log as read-only."
          : problem.allowed.length === 0
            ? "This server is no proxy."
            : `Allowed here: ${problem.allowed.join(", ")}.`,
      };
    case "idNotFound":
      return notFound(
        problem.id,
        problem.creatable ? "Nothing is stored under this id. To create it: Prefer: create-if-missing." : undefined,
      );
    case "optionNotServed":
      return wordOption(problem.name);
    case "optionOnWrite":
      return badRequest(
        `The query parameter '${clip(problem.name)}' is not supported.`,
        "This request takes no query option that begins with $.",
      );
    case "orderbyNotServed":
      return badRequest(
        `Order by '${clip(problem.path)}' property is not allowed. To allow it, set the 'AllowedOrderByProperties' property on EnableQueryAttribute or QueryValidationSettings.`,
        "Results can be ordered by activityDateTime.",
      );
    case "query":
      return wordQuery(problem.error);
    case "contentTypeMissing":
      return badRequest(
        "Write requests (excluding DELETE) must contain the Content-Type header declaration.",
        'Add: -H "Content-Type: application/json"',
      );
    case "contentTypeNotJson":
      return badRequest(
        "Entity only allows writes with a JSON Content-Type header.",
        'Send: -H "Content-Type: application/json"',
      );
    case "bodyEmpty":
      return unreadable(`The body is empty. ${lengthHint}`);
    case "bodyNotJson":
      return unreadable(problem.reason);
    case "bodyNotObject":
      return unreadable(`The body has to be one JSON object and is ${problem.found}.`);
    case "deltaPayload":
      return unreadable("This address takes one provisioningObjectSummary, not a delta payload.");
    case "idInBody":
      return badRequest("One or more property values specified are invalid.", idHints[problem.reason]);
    case "notWhole":
      return badRequest(
        "One or more property values specified are invalid.",
        `Missing: ${problem.missing.join(", ")}. ${
          problem.id === undefined
            ? "Either send the id of the event to update, or"
            : "Nothing is stored under this id; to create it"
        } send all properties of the page's table (null counts, except for activityDateTime).`,
      );
    case "propertyOfBeta":
      return badRequest(unknownProperty(problem.name, entityType), `On v1.0 this property is ${problem.instead}.`);
    case "model":
      return wordModel(problem.error.issues, problem.placeholders);
    case "conditionFailed":
      return {
        status: 412,
        code: "PreconditionFailed",
        message: "The condition specified using HTTP conditional header(s) is not met.",
        hint: conditionHint(problem.header, problem.stored, problem.hasForm),
      };
    case "store":
      return wordStore(problem.error, problem.id ?? "", problem.skipToken ?? "");
    case "unforeseen":
      return {
        status: 500,
        code: "InternalServerError",
        message: "An internal server error occurred.",
        hint: "This is a defect of the mock; its log has the cause.",
      };
  }
}

const idHints = {
  null: "The id is null. Send the id of the event to update, or leave it out.",
  empty: "The id is empty. Send the id of the event to update, or leave it out.",
  notText: "The id has to be a text.",
  illFormed: "The id is no Unicode text: half of a surrogate pair is missing.",
  tooLong: `The id is too long; an id may have ${maxIdBytes} bytes of UTF-8.`,
  differs: "The id in the body differs from the one in the address; leave it out of the body.",
} as const;

function wordOption(name: string): GraphText {
  const known = knownOptions.get(name);
  if (known === undefined) {
    return badRequest(`The query parameter '$${clip(name)}' is not supported.`, optionHint);
  }
  return badRequest(
    `The query specified in the URI is not valid. Query option '${known}' is not allowed. To allow it, set the 'AllowedQueryOptions' property on EnableQueryAttribute or QueryValidationSettings.`,
    optionHint,
  );
}

const optionHint =
  "The mock takes $top, $orderby=activityDateTime and $skiptoken here, and ignores no other option that begins with $.";

/** As Microsoft's library spells them in its message. */
const knownOptions: ReadonlyMap<string, string> = new Map(
  "Apply Compute Count DeltaToken Expand Filter Format OrderBy Search Select Skip SkipToken Top"
    .split(" ")
    .map((name) => [name.toLowerCase(), name]),
);

function wordQuery({ code, parameters, message }: ODataError): GraphText {
  const value = clip(parameters["value"]);
  switch (code) {
    case "badTop":
      return badRequest(
        /^ *-\d+ *$/.test(value)
          ? `Top option must be a non-negative integer, it is set to '${value}' instead.`
          : `The value '${value}' is not a non-negative integer value for the Top option.`,
      );
    case "duplicateOption":
      return badRequest(
        `Query option '${clip(parameters["name"])}' was specified more than once, but it must be specified at most once.`,
      );
    case "propertyNotFound":
      return badRequest(
        `Could not find a property named '${clip(parameters["name"])}' on type '${clip(parameters["type"])}'.`,
      );
    case "badEncoding":
      return badRequest("The request URL is malformed.", message);
    default:
      return badRequest("The query specified in the URI is not valid.", message);
  }
}

function wordModel(issues: readonly ModelIssue[], placeholders: readonly string[]): GraphText {
  const [first] = issues;
  const hints = issues.slice(0, maxIssues).map((issue) => `${pathText(issue.path)} ${clip(issue.message)}`);
  if (issues.length > maxIssues) hints.push(`and ${issues.length - maxIssues} more`);
  for (const name of placeholders) hints.push(`${name} holds the documentation's placeholder; put a value there`);
  return badRequest(first === undefined ? "The request body is not valid." : wordIssue(first), hints.join("; "));
}

function wordIssue({ code, parameters }: ModelIssue): string {
  const name = clip(parameters["name"]);
  const value = clip(parameters["value"]);
  // Of an unknown property the type it was looked for on, else the type the value should have.
  const type = clip(parameters["type"] ?? entityType);
  switch (code) {
    case "unknownProperty":
      return unknownProperty(name, type);
    case "unknownMember":
      return `Requested value '${value}' was not found.`;
    case "nullNotAllowed":
      return `A null value was found for the property named '${name}', which has the expected type '${type}[Nullable=False]'. The expected type '${type}[Nullable=False]' does not allow null values.`;
    case "int32":
    case "dateTimeOffset":
    case "wrongType":
      return `Cannot convert the literal '${value}' to the expected type '${type}'.`;
    case "badId":
      return "Invalid value specified for property 'id' of resource 'provisioningObjectSummary'.";
    case "twinsDisagree":
    case "aliasDisagrees":
    case "missing":
    case "forbiddenKey":
    case "tooDeep":
    case "tooManyElements":
    case "stringTooLong":
    case "odataType":
    case "notAnObject":
      return "One or more property values specified are invalid.";
  }
}

function wordStore(error: StoreError, id: string, skipToken: string): GraphText {
  switch (error.code) {
    case "notFound":
      return notFound(id);
    case "duplicateId":
      return {
        status: 409,
        code: "Request_MultipleObjectsWithSameKeyValue",
        message: "Another object with the same value for property id already exists.",
        details: [
          { code: "ConflictingObjects", message: "Another object with the same value for property id already exists." },
        ],
      };
    case "etagMismatch":
      return wordProblem({ kind: "conditionFailed", header: "If-Match", stored: true, hasForm: true });
    case "badSkipToken":
      return badRequest(
        `Unable to parse the skiptoken value '${clip(skipToken)}'. Skiptoken value should always be server generated.`,
        "A token goes with the query and the tenant it was made for: follow @odata.nextLink as it is.",
      );
    case "unsupportedQuery":
      return badRequest("The query specified in the URI is not valid.", error.message);
    case "readOnly":
      return wordProblem({ kind: "methodNotAllowed", allowed: ["GET"], readOnly: true });
    case "full":
      return {
        status: 507,
        code: "InsufficientStorage",
        message: "The storage quota has been reached.",
        hint: error.message,
      };
    case "timeout":
      return { status: 504, code: "GatewayTimeout", message: "The request timed out.", hint: error.message };
    case "unavailable":
    case "locked":
    case "closed":
      return { status: 503, code: "ServiceUnavailable", message: "Service unavailable.", hint: error.message };
    default:
      return {
        status: 500,
        code: "InternalServerError",
        message: "An internal server error occurred.",
        hint: error.message,
      };
  }
}

function unknownProperty(name: string, type: string): string {
  return `The property '${name}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type.`;
}

function badRequest(message: string, hint?: string): GraphText {
  return { status: 400, code: "BadRequest", message, hint };
}

function unreadable(hint: string): GraphText {
  return badRequest(
    "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
    hint,
  );
}

function unauthenticated(message: string, hint: string): GraphText {
  return { status: 401, code: "InvalidAuthenticationToken", message, hint };
}

function notFound(id: string, hint?: string): GraphText {
  const message = `Resource '${clip(id)}' does not exist or one of its queried reference-property objects are not present.`;
  return { status: 404, code: "Request_ResourceNotFound", message, hint };
}

function pathText(path: readonly (string | number)[]): string {
  return path.length === 0 ? "the body" : clip(path.join("/"));
}

/** Text of a stranger, short enough to be repeated. */
function clip(value: string | number | undefined): string {
  const text = String(value ?? "");
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}
