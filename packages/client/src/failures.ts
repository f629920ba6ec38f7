import { AuthenticationError } from "./errors/authentication-error.js";
import { GraphError } from "./errors/graph-error.js";
import { NetworkError } from "./errors/network-error.js";
import {
  ResponseShapeError,
  type ResponseShapeIssue,
  type ResponseShapeReason,
} from "./errors/response-shape-error.js";
import { ThrottledError } from "./errors/throttled-error.js";
import type { GraphRequest } from "./exchange.js";
import { readGraphErrorBody } from "./graph-error-body.js";
import { describeFailure } from "./network-failure.js";
import { describeUrl, type Redact, redactHeaders } from "./redact.js";
import { parseRetryAfter } from "./retry.js";

/** An answer without its body. */
export interface AnswerHead {
  readonly request: GraphRequest;
  readonly status: number;
  readonly headers: Headers;
  readonly redact: Redact;
}

/** A browser hides a redirect it was told not to follow behind status 0. */
export function isRedirect(response: Response): boolean {
  return response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400);
}

export function redirectError(head: AnswerHead): GraphError {
  const location = head.headers.get("location");
  const { url } = head.request;
  const where =
    location !== null && URL.canParse(location, url) ? ` to ${head.redact(new URL(location, url).origin)}` : "";
  return new GraphError({
    ...common(head),
    code: "",
    innerCodes: [],
    graphMessage: `redirected${where}; redirects are not followed, so that the token stays with the configured service`,
    details: [],
    retryAfter: undefined,
  });
}

export function graphError(head: AnswerHead, text: string, now: () => number): GraphError {
  const { redact } = head;
  const body = readGraphErrorBody(text);
  const answered = common(head);
  const fields = {
    ...answered,
    code: redact(body.code),
    innerCodes: body.innerCodes.map(redact),
    graphMessage: redact(body.graphMessage),
    details: body.details.map((detail) => ({
      code: redact(detail.code),
      message: redact(detail.message),
      ...(detail.target === undefined ? {} : { target: redact(detail.target) }),
    })),
    requestId: answered.requestId ?? optional(body.requestId, redact),
    retryAfter: parseRetryAfter(head.headers, now),
  };
  if (head.status === 401) return new AuthenticationError(fields);
  if (head.status === 429) return new ThrottledError(fields);
  return new GraphError(fields);
}

export function shapeError(
  head: AnswerHead,
  reason: ResponseShapeReason,
  issues: readonly ResponseShapeIssue[],
): ResponseShapeError {
  const { headers: _, ...fields } = common(head);
  const redacted = issues.map(({ path, message }) => ({ path, message: head.redact(message) }));
  return new ResponseShapeError({ ...fields, reason, issues: redacted });
}

export function networkError(request: GraphRequest, error: unknown, redact: Redact): NetworkError {
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

function common({ request, status, headers, redact }: AnswerHead) {
  return {
    method: request.method,
    path: redact(describeUrl(request.url)),
    status,
    requestId: optional(headers.get("request-id") ?? undefined, redact),
    clientRequestId: request.clientRequestId,
    headers: redactHeaders(headers, redact),
  };
}

function optional(text: string | undefined, redact: Redact): string | undefined {
  return text === undefined ? undefined : redact(text);
}
