import { GraphError } from "./errors/graph-error.js";
import { exchange, type GraphRequest, type GraphResponse } from "./exchange.js";
import type { ResponseHead } from "./options.js";
import { redactHeaders } from "./redact.js";
import { isRepeatable, secondsToWait } from "./retry.js";
import type { Settings } from "./settings.js";

/** Sends a request; a read is repeated within the limits of the settings, a write never. */
export async function send(request: GraphRequest, settings: Settings): Promise<GraphResponse> {
  let waited = 0;
  for (let attempt = 0; ; attempt += 1) {
    request.signal?.throwIfAborted();
    try {
      return await exchange(request, settings);
    } catch (error) {
      if (request.method !== "GET" || attempt >= settings.maxRetries || !isRepeatable(error)) throw error;
      const retryAfter = GraphError.isInstance(error) ? error.retryAfter : undefined;
      const seconds = secondsToWait(attempt, retryAfter, settings.random);
      if (waited + seconds > settings.maxRetryWait) throw error;
      waited += seconds;
      await settings.sleep(seconds * 1000, request.signal);
    }
  }
}

export function headOf({ request, status, headers, redact }: GraphResponse): ResponseHead {
  const header = (name: string) => headers.get(name) ?? undefined;
  return {
    status,
    etag: header("etag"),
    location: header("location"),
    preferenceApplied: header("preference-applied"),
    requestId: header("request-id"),
    clientRequestId: request.clientRequestId,
    headers: redactHeaders(headers, redact),
  };
}
