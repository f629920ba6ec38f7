import type { Requirements } from "../requirement.js";

const odata = "OData 4.01 Protocol section 11.4";
const sdk = "microsoftgraph/msgraph-sdk-typescript request builders";
const guidelines = "microsoft/api-guidelines, Graph guidelines";

/** One summary by its id, and POST to the set. */
export const item = {
  "item:get": {
    source: sdk,
    basis: "inferred",
    behaviour: "GET by id answers 200 with the summary at the root and a context that ends in `/$entity`",
    difference: { graph: "Generated clients offer it; only the list is documented", here: "Works on every set" },
  },
  "item:get:v1": {
    source: "microsoftgraph/msgraph-metadata, v1.0 CSDL",
    basis: "documented",
    behaviour: "v1.0 has neither action nor statusInfo; beta has them beside their newer names",
  },
  "item:get:error-information": {
    source: "rknightion/graph2otel docs/graph-api-gotchas.md",
    basis: "observed",
    behaviour: "servicePrincipal is one object, and errorInformation is present and null unless there is an error",
  },
  "item:get:status-details": {
    source: "microsoftgraph/msgraph-metadata: statusInfo is declared as statusBase",
    basis: "documented",
    behaviour: "statusInfo with error details carries the derived type's name, and nothing else carries one",
  },
  "item:get:options": {
    source: "microsoftgraph/microsoft-graph-devx-api#1250",
    basis: "inferred",
    behaviour: "GET by id with a system query option other than $select and $format answers 400 with a hint",
  },
  "item:get:select": {
    source: "OData 4.01 Protocol section 11.2.5.1",
    basis: "inferred",
    behaviour: "GET by id with $select gives the members asked for, and the context names them",
    difference: {
      graph: "$select and $expand by its metadata, unproven",
      here: "$select is answered; the profile strict refuses it",
    },
  },
  "item:key:parentheses": {
    source: "OData 4.01 URL Conventions section 4.3.1",
    basis: "documented",
    behaviour: "`provisioning('id')` and `provisioning/id` name the same summary, quotes doubled inside",
  },
  "item:key:encoded": {
    source: "OData 4.01 URL Conventions section 2",
    basis: "documented",
    behaviour: "An id is percent-decoded once: blanks, slashes and letters beyond ASCII work",
  },
  "item:trailing-slash": {
    source: "older beta documentation, GET /auditLogs/directoryProvisioning/",
    basis: "observed",
    behaviour: "A slash at the end of a set's or a summary's address is tolerated",
  },
  "item:unknown": {
    source: "learn.microsoft.com/graph/errors",
    basis: "documented",
    behaviour: "GET, PATCH and DELETE of an unknown id answer 404 with a Graph error",
    difference: {
      graph: "Code and text unobserved for this type",
      here: "`Request_ResourceNotFound` and the directory's text",
    },
  },
  "item:etag": {
    source: "OData 4.01 Protocol section 8.3.1",
    basis: "documented",
    behaviour:
      "A single summary has a strong ETag that moves with every change and stays when the same is written once more",
  },
  "item:etag:header": {
    source: "OData JSON Format 4.01 section 4.6.4; samples of provisioningobjectsummary-list",
    basis: "inferred",
    behaviour: "The ETag stands in the header alone: no body, of a list or of one summary, has `@odata.etag`",
    difference: { graph: "Some sets annotate every entity; this one's samples do not", here: "In the header only" },
  },
  "item:patch": {
    source: sdk,
    basis: "inferred",
    behaviour: "PATCH by id merges and answers 200 with the summary, on both sets and both versions",
  },
  "item:patch:same-id": {
    source: odata,
    basis: "documented",
    behaviour: "The same id in the body is fine; another one, or null, answers 400 and changes nothing",
  },
  "item:patch:preconditions": {
    source: "OData 4.01 Protocol section 8.2.4",
    basis: "documented",
    behaviour: "If-Match is checked by id as at the contract address; `*` on an unknown id answers 412",
  },
  "item:patch:minimal": {
    source: "OData 4.01 Protocol section 8.2.8.7",
    basis: "documented",
    behaviour: "PATCH by id with return=minimal answers 204 and still merges",
  },
  "item:patch:create-if-missing": {
    source: guidelines,
    basis: "inferred",
    behaviour: "PATCH of an unknown id with create-if-missing and a whole body answers 201",
  },
  "item:patch:view": {
    source: "microsoftgraph/msgraph-metadata, v1.0 CSDL",
    basis: "documented",
    behaviour: "PATCH by id answers in the view of the address it was sent to",
  },
  "item:write:v1-names": {
    source: "microsoftgraph/msgraph-metadata, v1.0 CSDL",
    basis: "documented",
    behaviour: "On v1.0 action and statusInfo are unknown properties, and the hint gives the name to use",
  },
  "item:post": {
    source: odata,
    basis: "documented",
    behaviour: "POST answers 201 with the summary and an absolute Location that answers GET",
    difference: { graph: "No answer to a POST has ever been published", here: "201" },
  },
  "item:post:id": {
    source: odata,
    basis: "documented",
    behaviour: "POST keeps the id it is given and makes one when there is none",
  },
  "item:post:least": {
    source: "microsoftgraph/msgraph-metadata, CSDL: Nullable",
    basis: "inferred",
    behaviour: "POST needs activityDateTime and nothing else; the rest is null or an empty collection",
  },
  "item:post:duplicate": {
    source: odata,
    basis: "inferred",
    behaviour: "POST of an id that is stored answers 409 and changes nothing",
    difference: { graph: "Unobserved for this type", here: "The directory's code and text" },
  },
  "item:post:minimal": {
    source: "OData 4.01 Protocol section 8.3.4",
    basis: "documented",
    behaviour: "POST with return=minimal answers 204 with Location and OData-EntityId",
  },
  "item:delete": {
    source: odata,
    basis: "documented",
    behaviour: "DELETE answers 204 without a body or Content-Type; GET and DELETE then answer 404",
  },
  "item:delete:preconditions": {
    source: "microsoftgraph/msgraph-sdk-typescript request builders",
    basis: "documented",
    behaviour: "DELETE with a stale If-Match answers 412 and deletes nothing",
  },
  "item:sets-share": {
    source: "microsoftgraph/msgraph-metadata: both navigations hold the same type",
    basis: "inferred",
    behaviour: "What is written through one set is read through the others",
  },
} as const satisfies Requirements;
