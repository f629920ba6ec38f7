import type { GraphText } from "./graph-text.js";
import { conditionHint } from "./hints.js";

export function conditionFailed(header: "If-Match" | "If-None-Match", stored: boolean, hasForm: boolean): GraphText {
  return {
    status: 412,
    code: "PreconditionFailed",
    message: "The condition specified using HTTP conditional header(s) is not met.",
    hint: conditionHint(header, stored, hasForm),
  };
}

export function methodNotAllowed(allowed: readonly string[], readOnly: boolean): GraphText {
  return {
    status: 405,
    code: "Request_BadRequest",
    message: "Specified HTTP method is not allowed for the request target.",
    hint: readOnly
      ? "The mock was started read-only; Graph documents this log as read-only."
      : allowed.length === 0
        ? "This server is no proxy."
        : `Allowed here: ${allowed.join(", ")}.`,
  };
}
