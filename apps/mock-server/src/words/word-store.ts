import type { StoreError } from "@org/store";
import { badRequest, badSkipToken, type GraphText, notFound } from "./graph-text.js";
import { conditionFailed, methodNotAllowed } from "./word-refusal.js";

/** Seconds: a database that restarts is back by then, and a client that asks every few seconds does it no harm. */
const retryAfter = 5;

/** What the store refuses. */
export function wordStore(error: StoreError, id: string, skipToken: string): GraphText {
  switch (error.code) {
    case "notFound":
      return notFound(id);
    case "duplicateId":
      return {
        status: 409,
        code: "Request_MultipleObjectsWithSameKeyValue",
        message: "Another object with the same value for property id already exists.",
        details: [
          { code: "ConflictingObjects", message: "Another object with the same value for property id already exists." },
        ],
      };
    case "etagMismatch":
      return conditionFailed("If-Match", true, true);
    case "badSkipToken":
      return badSkipToken(skipToken);
    case "unsupportedQuery":
      // Read and understood, and refused by the service behind: Graph then gives no reason, not even a full stop.
      return badRequest("Invalid filter clause", error.message);
    case "readOnly":
      return methodNotAllowed(["GET"], true);
    case "full":
      return {
        status: 507,
        code: "InsufficientStorage",
        message: "The storage quota has been reached.",
        hint: error.message,
      };
    case "timeout":
      return { status: 504, code: "GatewayTimeout", message: "The request timed out.", hint: error.message };
    case "unavailable":
    case "locked":
    case "closed":
      return {
        status: 503,
        code: "ServiceUnavailable",
        message: "Service unavailable.",
        hint: error.message,
        retryAfter,
      };
    default:
      return {
        status: 500,
        code: "InternalServerError",
        message: "An internal server error occurred.",
        hint: error.message,
      };
  }
}
