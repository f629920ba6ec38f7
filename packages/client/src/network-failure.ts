/** The innermost cause of a failed `fetch`: its system code and its text. */
export interface NetworkFailure {
  readonly code: string | undefined;
  readonly reason: string;
}

/**
 * `fetch` says "fetch failed" and hides why in `cause`, or, for a name with several addresses, in the `errors` of that
 * cause. The chain may be a ring in foreign errors, so it is followed a few steps only.
 */
export function describeFailure(error: unknown): NetworkFailure {
  let code: string | undefined;
  let reason = "the request failed";
  for (let next: unknown = error, step = 0; next instanceof Error && step < 8; step += 1) {
    // TLS puts a line break at the end of its text.
    if (next.message !== "") reason = next.message.trim().replaceAll(/\s+/g, " ");
    if ("code" in next && typeof next.code === "string") code = next.code;
    next = next instanceof AggregateError && next.errors.length > 0 ? next.errors[0] : next.cause;
  }
  return { code, reason };
}
