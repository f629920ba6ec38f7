import type { Requirements } from "../requirement.js";

const recorded = "recorded exchange in an official Azure test suite, 2021";

/** Headers of every answer. */
export const headers = {
  "header:content-type": {
    source: recorded,
    basis: "observed",
    behaviour: "A success body's Content-Type is the recorded text, parameters and their order included",
  },
  "header:odata-version": { source: recorded, basis: "observed", behaviour: "A success body has `OData-Version: 4.0`" },
  "header:always": {
    source: recorded,
    basis: "observed",
    behaviour:
      "Every answer has request-id, client-request-id, Date, Strict-Transport-Security; successes Cache-Control",
  },
  "header:diagnostic": {
    source: recorded,
    basis: "observed",
    behaviour: "x-ms-ags-diagnostic is JSON with ServerInfo",
    difference: { graph: "Names the real data centre", here: "Names the mock" },
  },
  "header:client-request-id": {
    source: "learn.microsoft.com/graph/best-practices-concept",
    basis: "documented",
    behaviour: "The caller's client-request-id is echoed in header and error; without one it equals request-id",
  },
} as const satisfies Requirements;
