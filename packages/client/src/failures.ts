import { AuthenticationError } from "./errors/authentication-error.js";
import { GraphError } from "./errors/graph-error.js";
import { NetworkError } from "./errors/network-error.js";
import { ResponseShapeError, type ResponseShapeReason } from "./errors/response-shape-error.js";
import { ThrottledError } from "./errors/throttled-error.js";
import type { GraphRequest } from "./exchange.js";
import { readGraphErrorBody } from "./graph-error-body.js";
import { describeFailure } from "./network-failure.js";
import { describeUrl, type Redact, redactHeaders } from "./redact.js";
import { parseRetryAfter } from "./retry.js";
import type { Settings } from "./settings.js";

/** A browser hides a redirect it was told not to follow behind status 0. */
export function isRedirect(response: Response): boolean {
  return response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400);
}

export function redirectError(request: GraphRequest, response: Response, redact: Redact): GraphError {
  void response.body?.cancel();
  const location = response.headers.get("location");
  const target = location !== null && URL.canParse(location, request.url) ? new URL(location, request.url).origin : "";
  const where = target === "" ? "" : ` to ${redact(target)}`;
  return new GraphError({
    ...common(request, response, redact),
    code: "",
    innerCodes: [],
    graphMessage: `redirected${where}; redirects are not followed, so that the token stays with the configured service`,
    details: [],
    retryAfter: undefined,
  });
}

export function graphError(
  request: GraphRequest,
  response: Response,
  text: string,
  redact: Redact,
  settings: Settings,
): GraphError {
  const body = readGraphErrorBody(text);
  const head = common(request, response, redact);
  const fields = {
    ...head,
    code: redact(body.code),
    innerCodes: body.innerCodes.map(redact),
    graphMessage: redact(body.graphMessage),
    details: body.details.map((detail) => ({ ...detail, code: redact(detail.code), message: redact(detail.message) })),
    requestId: head.requestId ?? optional(body.requestId, redact),
    retryAfter: parseRetryAfter(response.headers, settings.now),
  };
  if (response.status === 401) return new AuthenticationError(fields);
  if (response.status === 429) return new ThrottledError(fields);
  return new GraphError(fields);
}

function common(request: GraphRequest, response: Response, redact: Redact) {
  return {
    method: request.method,
    path: redact(describeUrl(request.url)),
    status: response.status,
    requestId: optional(response.headers.get("request-id") ?? undefined, redact),
    clientRequestId: request.clientRequestId,
    headers: redactHeaders(response.headers, redact),
  };
}

function optional(text: string | undefined, redact: Redact): string | undefined {
  return text === undefined ? undefined : redact(text);
}

export function shapeError(
  request: GraphRequest,
  response: Response,
  message: string,
  reason: ResponseShapeReason,
): ResponseShapeError {
  return new ResponseShapeError({
    method: request.method,
    path: describeUrl(request.url),
    status: response.status,
    reason,
    issues: [{ path: [], message }],
    requestId: response.headers.get("request-id") ?? undefined,
    clientRequestId: request.clientRequestId,
  });
}

export function networkError(request: GraphRequest, error: unknown, redact: Redact): unknown {
  if (request.signal?.aborted) return request.signal.reason;
  const { code, reason } = describeFailure(error);
  return new NetworkError({
    method: request.method,
    path: redact(describeUrl(request.url)),
    origin: new URL(request.url).origin,
    clientRequestId: request.clientRequestId,
    code,
    reason: redact(reason),
  });
}
