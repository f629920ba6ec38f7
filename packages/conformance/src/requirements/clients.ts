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
