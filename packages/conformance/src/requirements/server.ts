import type { Requirements } from "../requirement.js";

const ours = "our own decision";

/** What the mock is as a server; Graph has nothing of it. */
export const server = {
  "server:restart": {
    source: ours,
    basis: "inferred",
    behaviour: "On a file, a summary written through the contract is the same after a restart",
  },
  "server:empty": { source: ours, basis: "inferred", behaviour: "A server started without a scenario holds nothing" },
  "server:reset": {
    source: ours,
    basis: "inferred",
    behaviour: "reset() gives back the state of the start",
  },
  "server:base-url": {
    source: "learn.microsoft.com/graph/paging",
    basis: "documented",
    behaviour: "Contexts, nextLinks and Locations are built on the public base URL when one is given",
  },
  "server:https": {
    source: "measured: @microsoft/microsoft-graph-client 3.0.7 sends a token over https only",
    basis: "observed",
    behaviour: "Serves https with the certificate it is given, and its links say https",
  },
  "server:control:health": {
    source: ours,
    basis: "inferred",
    behaviour: "GET /_mock/health answers 200 without a token",
    difference: {
      graph: "Has no such address",
      here: "Control routes stand under `/_mock/`, never under a Graph path",
    },
  },
  "server:control:reset": {
    source: ours,
    basis: "inferred",
    behaviour: "POST /_mock/reset empties the tenant's changes",
  },
  "server:control:seed": {
    source: ours,
    basis: "inferred",
    behaviour: "POST /_mock/seed stores simulated summaries, the same ones for the same seed",
  },
  "server:control:requests": {
    source: ours,
    basis: "inferred",
    behaviour: "GET /_mock/requests lists the latest requests and never a token",
  },
  "server:control:guarded": {
    source: ours,
    basis: "inferred",
    behaviour:
      "Control routes refuse another Host and every POST without JSON's Content-Type, and send no CORS headers",
  },
  "server:home": {
    source: ours,
    basis: "inferred",
    behaviour: "GET / is a page with the address, a token and commands to paste",
  },
} as const satisfies Requirements;
