import { GraphError } from "./errors/graph-error.js";
import { NetworkError } from "./errors/network-error.js";
import { ResponseShapeError } from "./errors/response-shape-error.js";

const repeatableStatuses = new Set([429, 503, 504]);

/** Failures of the way, not of the address: trying again can help. A refused connection is not among them. */
const transientCodes = new Set([
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EAI_AGAIN",
  "UND_ERR_SOCKET",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
]);

/** Whether reading once more may succeed. Says nothing of writes: those are never repeated. */
export function isRepeatable(error: unknown): boolean {
  if (GraphError.isInstance(error)) return repeatableStatuses.has(error.status);
  if (NetworkError.isInstance(error)) return error.code !== undefined && transientCodes.has(error.code);
  // A streamed page can break off after its 200, with an error glued on; that is the way failing, too.
  return ResponseShapeError.isInstance(error) && error.reason === "body";
}

/**
 * `Retry-After` in seconds, from seconds or an HTTP-date; undefined when absent or unreadable. A date is compared with
 * the answer's own `Date`, so that a wrong clock here does not matter; `now` (milliseconds) stands in for a missing one.
 */
export function parseRetryAfter(headers: Headers, now: () => number): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (value === undefined || value === "") return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  // Date.parse would read "-5" or "2" as a year; an HTTP-date begins with the name of a day.
  const until = /^[A-Za-z]{3}/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(until)) return undefined;
  const sent = Date.parse(headers.get("date") ?? "");
  return Math.max(0, (until - (Number.isNaN(sent) ? now() : sent)) / 1000);
}

/**
 * Seconds before the next attempt. What the service names is waited out in full and up to a second more, so that many
 * clients do not come back at once; without it the wait doubles from 2 s to 60 s, half of it random.
 */
export function secondsToWait(attempt: number, retryAfter: number | undefined, random: () => number): number {
  if (retryAfter !== undefined) return retryAfter + random();
  return Math.min(60, 2 ** (attempt + 1)) * (0.5 + random() / 2);
}
