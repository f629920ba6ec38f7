import { whole } from "../bodies.js";
import { contractPath } from "../call.js";
import { type ErrorCase, storedId } from "./error-case.js";

const item = `${contractPath}/${storedId}`;
const notMet = "The condition specified using HTTP conditional header(s) is not met.";

/** Conditions that are not met. */
export const conditionErrors: readonly ErrorCase[] = [
  ...(["PATCH", "DELETE"] as const).map(
    (method): ErrorCase => ({
      name: "an If-Match that does not fit",
      method,
      path: item,
      call: { ...(method === "PATCH" ? { body: {} } : {}), headers: { "if-match": '"0"' } },
      status: 412,
      code: "PreconditionFailed",
      message: notMet,
      hint: "has changed",
    }),
  ),
  ...(["PATCH", "DELETE"] as const).map(
    (method): ErrorCase => ({
      name: "an If-Match on nothing",
      method,
      path: `${contractPath}/nope`,
      call: { ...(method === "PATCH" ? { body: {} } : {}), headers: { "if-match": "*" } },
      status: 412,
      code: "PreconditionFailed",
      message: notMet,
      hint: "no stored event",
    }),
  ),
  {
    name: "an If-Match that is no etag",
    method: "PATCH",
    path: item,
    call: { body: {}, headers: { "if-match": "nope" } },
    status: 412,
    code: "PreconditionFailed",
    message: notMet,
  },
  {
    name: "an If-None-Match on a stored id",
    method: "PATCH",
    path: contractPath,
    call: { body: { ...whole, id: storedId }, headers: { "if-none-match": "*", prefer: "create-if-missing" } },
    status: 412,
    code: "PreconditionFailed",
    message: notMet,
    hint: "stored already",
  },
];
