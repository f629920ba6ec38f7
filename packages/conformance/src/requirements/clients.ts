import { statementsThrough } from "../query-cases.js";
import type { Requirements } from "../requirement.js";

const graphClient = "@microsoft/microsoft-graph-client 3.0.7";
const kiota = "@microsoft/msgraph-sdk and -beta-sdk models over @microsoft/kiota-http-fetchlibrary";

/** Clients, unchanged, against the mock. */
export const clients = {
  "client:graph-client:list": {
    source: graphClient,
    basis: "documented",
    statements: [54, 55],
    behaviour: "Its PageIterator visits every summary once over several pages",
  },
  "client:graph-client:get": { source: graphClient, basis: "documented", behaviour: "It gets one summary by id" },
  "client:graph-client:post": { source: graphClient, basis: "documented", behaviour: "It creates a summary with POST" },
  "client:graph-client:patch-by-id": { source: graphClient, basis: "documented", behaviour: "It updates by id" },
  "client:graph-client:patch-contract": {
    source: graphClient,
    basis: "documented",
    behaviour: "It updates and creates through the contract address",
  },
  "client:graph-client:delete": { source: graphClient, basis: "documented", behaviour: "It deletes" },
  "client:graph-client:errors": {
    source: graphClient,
    basis: "documented",
    behaviour: "A refusal surfaces as GraphError with status, code, message and request id",
  },
  "client:kiota:list": {
    source: kiota,
    basis: "documented",
    statements: [54],
    behaviour: "Its adapter lists, and follows nextLink with its page iterator's own request form",
  },
  "client:kiota:get": {
    source: kiota,
    basis: "documented",
    behaviour: "It reads a summary into its model, statusInfo as statusDetails included",
  },
  "client:kiota:post": { source: kiota, basis: "documented", behaviour: "It creates a summary from its model" },
  "client:kiota:patch-by-id": { source: kiota, basis: "documented", behaviour: "It updates by id from its model" },
  "client:kiota:patch-contract": {
    source: kiota,
    basis: "documented",
    behaviour: "It updates through the contract address and reads the answer into its model, nothing left over",
  },
  "client:kiota:v1": { source: kiota, basis: "documented", behaviour: "The v1.0 package reads and updates v1.0" },
  "client:kiota:errors": {
    source: kiota,
    basis: "documented",
    behaviour: "A refusal surfaces as ODataError with status, code, message and request id",
  },
  "client:graph-client:queries": {
    source: graphClient,
    basis: "documented",
    statements: [...statementsThrough("graph-client"), 55],
    behaviour: "Its questions get the same answers and refusals as plain HTTP gets, nextLink in its own order included",
  },
  "client:kiota-beta:queries": {
    source: kiota,
    basis: "documented",
    statements: statementsThrough("kiota-beta"),
    behaviour: "The questions of the beta package get the same answers and refusals as plain HTTP gets",
  },
  "client:kiota-v1:queries": {
    source: kiota,
    basis: "documented",
    statements: statementsThrough("kiota-v1"),
    behaviour: "The questions of the v1.0 package get the same answers and refusals as plain HTTP gets",
  },
  "client:own:queries": {
    source: "@org/client",
    basis: "documented",
    statements: statementsThrough("own"),
    behaviour: "Questions of our client get the same answers and refusals as plain HTTP gets",
  },
  "client:graph-client:count-and-token": {
    source: graphClient,
    basis: "documented",
    statements: [56, 58],
    behaviour: "It counts with `/$count` and a filter, and is refused a changed $skiptoken",
  },
  "client:graph-client:option-names": {
    source: graphClient,
    basis: "documented",
    statements: [50, 51],
    behaviour: "Options that its caller names, without `$` and in other letter case, are read",
  },
  "client:kiota-beta:count-and-token": {
    source: kiota,
    basis: "documented",
    statements: [56, 58],
    behaviour: "The beta package counts with `/$count` and a filter, and is refused a changed $skiptoken",
  },
  "client:kiota-v1:count-and-token": {
    source: kiota,
    basis: "documented",
    statements: [56, 58],
    behaviour: "The v1.0 package counts with `/$count` and a filter, and is refused a changed $skiptoken",
  },
  "client:own:count-and-token": {
    source: "@org/client",
    basis: "documented",
    statements: [56, 58],
    behaviour: "Our client counts with `/$count` and a filter, and is refused a changed $skiptoken",
  },
  "client:graph-client:empty-page": {
    source: graphClient,
    basis: "documented",
    statements: [57],
    behaviour: "Its PageIterator goes on behind an empty page that has a nextLink",
  },
  "client:kiota-beta:empty-page": {
    source: kiota,
    basis: "documented",
    statements: [57],
    behaviour: "The page iterator of its core goes on behind an empty page that has a nextLink, with the beta models",
  },
  "client:kiota-v1:empty-page": {
    source: kiota,
    basis: "documented",
    statements: [57],
    behaviour: "The page iterator of its core goes on behind an empty page that has a nextLink, with the v1.0 models",
  },
  "client:own:empty-page": {
    source: "@org/client",
    basis: "documented",
    statements: [57],
    behaviour: "Our client goes on behind an empty page that has a nextLink",
  },
  "client:own": {
    source: "@org/client",
    basis: "documented",
    behaviour: "Our client lists, gets, creates, updates and deletes, and its errors carry code and request id",
  },
  "client:cli": {
    source: "@org/cli",
    basis: "documented",
    behaviour: "Our command line lists, gets and updates, data on stdout",
  },
  "client:curl": {
    source: "curl",
    basis: "documented",
    behaviour: "curl with the header of the 401's hint sends the page's example and is answered 200",
  },
  "client:same-update": {
    source: "docs/update-directory-provisioning.md",
    basis: "inferred",
    behaviour: "The same update through every client stores the same summary",
  },
} as const satisfies Requirements;
