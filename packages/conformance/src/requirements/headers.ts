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
    behaviour: "x-ms-ags-diagnostic is JSON with ServerInfo, and its RoleInstance is the mock",
    difference: { graph: "Names the instance that answered", here: "`PROVLOGMOCK`, beside invented places" },
  },
  "header:client-request-id": {
    source: "learn.microsoft.com/graph/best-practices-concept",
    basis: "documented",
    behaviour: "The caller's client-request-id is echoed in header and error; without one it equals request-id",
  },
  "header:cross-origin": {
    source: "learn.microsoft.com/graph/api/profilephoto-get, sample answer",
    basis: "documented",
    behaviour: "With an Origin every answer, refusals included, allows all origins and exposes the headers Graph does",
  },
  "header:cross-origin:preflight": {
    source: "Fetch Standard, CORS-preflight fetch",
    basis: "inferred",
    behaviour: "A preflight is granted without a token; OPTIONS that is none answers 405",
    difference: {
      graph: "Grants preflights; their exact headers are unobserved",
      here: "204, all methods and headers, for ten minutes",
    },
  },
  "header:accept:none": {
    source: "OData JSON Format 4.01 section 3.1.3",
    basis: "documented",
    behaviour: "With `odata.metadata=none` the context goes, nextLink stays, and Content-Type says so",
  },
  "header:accept:full": {
    source: "OData JSON Format 4.01 section 3.1.2",
    basis: "inferred",
    behaviour: "With `odata.metadata=full` the answer is minimal, and Content-Type says so",
    difference: { graph: "Adds types, ids and edit links to every entity", here: "Minimal so far, and said to be" },
  },
  "header:accept:ieee754": {
    source: "OData JSON Format 4.01 section 3.2",
    basis: "documented",
    behaviour: "With `IEEE754Compatible=true` Content-Type says so and the duration, an Int32, stays a number",
  },
  "header:accept:not-json": {
    source: "learn.microsoft.com/graph/errors; OData/odata.net SRResources.resx",
    basis: "documented",
    behaviour: "An Accept that allows no JSON answers 406 with a Graph error",
  },
  "header:no-compression": {
    source: recorded,
    basis: "inferred",
    behaviour: "Answers are not compressed, whatever Accept-Encoding says",
    difference: { graph: "gzip when asked for, with Vary: Accept-Encoding", here: "Never compressed so far" },
  },
  "header:no-deprecation": {
    source: "invictus-ir/Microsoft-Extractor-Suite#202, header dump",
    basis: "inferred",
    behaviour: "beta answers carry no Deprecation or Link headers",
    difference: { graph: "Sends both on beta, refusals included", here: "Sends neither so far" },
  },
} as const satisfies Requirements;
