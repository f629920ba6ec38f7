import { maxIdBytes } from "../judge-id.js";
import type { Problem } from "../problem.js";
import type { Profile } from "../profile.js";
import {
  badRequest,
  badSkipToken,
  clip,
  entityType,
  type GraphText,
  invalidQuery,
  notFound,
  unknownProperty,
} from "./graph-text.js";
import { lengthHint, segmentHint } from "./hints.js";
import { wordModel } from "./word-model.js";
import { orderbyNotAllowed, unknownOption, wordOption } from "./word-option.js";
import { legacyUriCode, wordQuery } from "./word-query.js";
import { conditionFailed, methodNotAllowed } from "./word-refusal.js";
import { wordStore } from "./word-store.js";
import { wordToken } from "./word-token.js";

/** The only way by which problems get Graph's words, and by which advice is worded. */
export function wordProblem(problem: Problem, profile: Profile): GraphText {
  switch (problem.kind) {
    case "tokenMissing":
    case "tokenEmpty":
    case "tokenUnreadable":
      return wordToken(problem, profile);
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
      return {
        status: 400,
        code: profile === "legacy" ? legacyUriCode : "BadRequest",
        message: `Resource not found for the segment '${problem.segment}'.`,
        hint: segmentHint(problem.segment, problem.known, problem.version),
      };
    case "methodNotAllowed":
      return methodNotAllowed(problem.allowed, problem.readOnly);
    case "idNotFound":
      return notFound(
        problem.id,
        problem.creatable ? "Nothing is stored under this id. To create it: Prefer: create-if-missing." : undefined,
      );
    case "optionNotServed":
      return wordOption(problem.name, problem.served, profile);
    case "optionOnWrite":
      return unknownOption(clip(problem.name), "This request takes no query option that begins with $.");
    case "orderbyNotServed":
      return orderbyNotAllowed(clip(problem.path), "Documented is $orderby=activityDateTime, asc or desc.");
    case "query":
      return wordQuery(problem, profile);
    case "topTooLarge":
      return invalidQuery(
        `The limit of '${problem.limit}' for Top query has been exceeded. The value from the incoming request is '${problem.value}'.`,
        "The other profiles give that many events and a link to the next.",
      );
    case "formatNotJson":
      return badRequest(
        `A supported MIME type could not be found that matches the content type of the response. None of the supported type(s) 'application/json' matches the content type '${clip(problem.value)}'.`,
        "Answers are JSON: $format=json, or leave it out.",
      );
    case "countNotText":
      return {
        status: 415,
        code: "UnsupportedMediaType",
        message: `A supported MIME type could not be found that matches the acceptable MIME types for the request. The supported type(s) 'text/plain' do not match any of the acceptable MIME types '${clip(problem.accept)}'.`,
        hint: "A bare number is text/plain; let the Accept header allow it.",
      };
    case "badSkipToken":
      return badSkipToken(problem.skipToken);
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
      return conditionFailed(problem.header, problem.stored, problem.hasForm);
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

function unreadable(hint: string): GraphText {
  return badRequest(
    "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
    hint,
  );
}
