import { contractPath, unversionedPath } from "../call.js";
import { bad, beta, type ErrorCase, json, notStored, storedId, v1 } from "./error-case.js";

const item = `${contractPath}/${storedId}`;
const notAllowed = "Specified HTTP method is not allowed for the request target.";

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
  ["a $ segment", "GET", `${v1}/$value`, "Resource not found for the segment '$value'."],
  ["an encoded $ segment", "GET", `${v1}/%24value`, "Resource not found for the segment '$value'."],
  ["a count of one", "GET", `${v1}/${storedId}/$count`, "Resource not found for the segment '$count'."],
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

/** Addresses, methods and forms that are not served. */
export const addressErrors: readonly ErrorCase[] = [
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
      server: "readOnly",
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
];
