import type { Requirements } from "../requirement.js";

const token = "measured on the live gateway, 2026-10-08: anonymous and malformed credentials";
const pasted = "answers of the live gateway pasted in public issues";
const recorded = "recorded exchange in an official Azure test suite, 2021";

/** Refusals and their words. */
export const errors = {
  "error:envelope": {
    source: "learn.microsoft.com/graph/errors",
    basis: "documented",
    behaviour: "Every refusal is `{ error: { code, message, innerError } }` with date, request-id, client-request-id",
  },
  "error:date": {
    source: token,
    basis: "observed",
    behaviour: "innerError.date is UTC without zone and fraction",
  },
  "error:request-id": {
    source: recorded,
    basis: "observed",
    behaviour: "innerError's request-id is the header's, and no two answers share one",
  },
  "error:content-type": {
    source: recorded,
    basis: "observed",
    behaviour: "A refusal's Content-Type is `application/json` and it has no OData-Version",
  },
  "error:hint": {
    source: "our own decision",
    basis: "inferred",
    behaviour: "Advice stands in error.details under MockHint; code and message stay Graph's",
    difference: { graph: "Gives no advice", here: "Adds one detail with the code `MockHint` where it helps" },
  },
  "auth:none": {
    source: token,
    basis: "observed",
    behaviour: "Without Authorization: 401, InvalidAuthenticationToken, `Access token is empty.`",
  },
  "auth:none:hint": {
    source: "our own decision",
    basis: "inferred",
    behaviour: "The hint of that 401 is the exact header to add for curl",
  },
  "auth:empty": {
    source: token,
    basis: "observed",
    behaviour: "`Bearer` with nothing after it: 401, InvalidAuthenticationToken, `UnableToParseTokens`",
  },
  "auth:scheme": {
    source: token,
    basis: "observed",
    behaviour: "Another scheme: 401 and the text of a token that could not be read",
  },
  "auth:challenge": {
    source: recorded,
    basis: "observed",
    behaviour: "Every 401 carries WWW-Authenticate with the authority and Graph's own client id",
  },
  "auth:any-text": {
    source: "our own decision",
    basis: "inferred",
    behaviour: "Any other bearer text is accepted by default",
    difference: {
      graph: "Verifies signature, audience, times and permissions",
      here: "`--auth any` takes every non-empty bearer token; nothing is verified",
    },
  },
  "auth:tenant": {
    source: "learn.microsoft.com/entra/identity-platform/access-tokens",
    basis: "documented",
    behaviour: "A token's tid chooses the tenant, and tenants never see each other",
  },
  "auth:off": {
    source: "our own decision",
    basis: "inferred",
    behaviour: "With `--auth off` no token is needed",
    difference: { graph: "Always needs a token", here: "Can be switched off" },
  },
  "write:no-content-type": {
    source: pasted,
    basis: "observed",
    behaviour: "A write without Content-Type: 400 BadRequest and the gateway's text",
  },
  "write:other-content-type": {
    source: pasted,
    basis: "observed",
    behaviour: "A write with a Content-Type that is not JSON: 400 BadRequest, never 415",
  },
  "write:broken-json": {
    source: pasted,
    basis: "observed",
    behaviour: "A write with broken JSON or no body: 400 BadRequest and the gateway's text",
  },
  "write:content-encoding": {
    source: "microsoft/kiota-typescript: its compression handler repeats uncompressed after 415",
    basis: "inferred",
    behaviour: "A compressed body: 415 with a Graph error",
    difference: { graph: "Unknown for this address", here: "415, upon which Kiota repeats uncompressed" },
  },
  "path:unknown-segment": {
    source: "microsoftgraph/msgraph-beta-sdk-python#764",
    basis: "observed",
    behaviour: "An unknown segment: 400, not 404, and the text names the segment",
  },
  "path:beta-only": {
    source: "microsoftgraph/msgraph-metadata, v1.0 CSDL",
    basis: "documented",
    behaviour: "directoryProvisioning on v1.0 is an unknown segment",
  },
  "path:version": {
    source: "general knowledge of the gateway",
    basis: "inferred",
    behaviour: "An unknown version: 400 BadRequest, `Invalid version: v2.0`",
  },
  "method:not-allowed": {
    source: "learn.microsoft.com/graph/json-batching, sample answer",
    basis: "documented",
    behaviour: "A method that an address does not take: 405 with Request_BadRequest and the gateway's text",
  },
  "method:collection-patch": {
    source: "docs/update-directory-provisioning.md",
    basis: "inferred",
    behaviour: "PATCH of the set `provisioning` is such a method: the contract is directoryProvisioning's",
  },
  "method:read-only": {
    source: "learn.microsoft.com/graph/api/provisioningobjectsummary-list: only List is documented",
    basis: "inferred",
    behaviour: "With `--read-only` every write answers 405 and changes nothing, while reads go on",
    difference: {
      graph: "Read-only by its documentation; the real answer to a write is unpublished",
      here: "405 with `--read-only`; writable otherwise",
    },
  },
  "method:connect": {
    source: "RFC 9110 section 9.3.6",
    basis: "inferred",
    behaviour: "CONNECT answers 405 with a Graph error",
    difference: { graph: "Unknown", here: "405, with an empty Allow" },
  },
  "http:malformed-url": {
    source: "our own decision",
    basis: "inferred",
    behaviour: "A path that cannot be decoded answers 400 with a Graph error",
  },
  "http:url-too-long": {
    source: "our own decision",
    basis: "inferred",
    behaviour: "A URL over 16 KiB answers 414 with a Graph error",
    difference: { graph: "Ceiling undocumented", here: "16 KiB" },
  },
  "http:half-sent": {
    source: "Update directoryProvisioning (contract page): Content-length: 1080",
    basis: "inferred",
    behaviour:
      "The page's example with its Content-length is answered with CRLF line ends; with LF, 40 short, it ends as 408",
    difference: { graph: "Unknown", here: "408 once a request takes longer than ten seconds to arrive" },
  },
  "http:half-sent:headers": {
    source: recorded,
    basis: "inferred",
    behaviour: "That 408 too has the gateway's headers and echoes the client-request-id that arrived",
  },
  "http:headers-too-large": {
    source: "RFC 6585 section 5",
    basis: "inferred",
    behaviour: "Headers beyond the limit answer 431 with a Graph error",
    difference: { graph: "Limits unpublished", here: "Node's limit, in Graph's envelope" },
  },
  "http:garbage": {
    source: "RFC 9112 section 2.2",
    basis: "inferred",
    behaviour: "Bytes that are no HTTP answer 400 with a Graph error, and the server goes on",
  },
} as const satisfies Requirements;
