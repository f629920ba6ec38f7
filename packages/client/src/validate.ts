import {
  ResponseShapeError,
  type ResponseShapeIssue,
  type ResponseShapeReason,
} from "./errors/response-shape-error.js";
import type { GraphResponse } from "./exchange.js";
import { describeUrl } from "./redact.js";
import type { StandardIssue, StandardSchema } from "./standard-schema.js";

/** The value as the schema gives it back. @throws ResponseShapeError with paths from the root of the body. */
export async function validate<Output>(
  schema: StandardSchema<Output>,
  value: unknown,
  response: GraphResponse,
  path: readonly (string | number)[] = [],
): Promise<Output> {
  const checked = schema["~standard"].validate(value);
  const result = checked instanceof Promise ? await checked : checked;
  if (result.issues === undefined) return result.value;
  throw shapeErrorOf(
    response,
    "schema",
    result.issues.map((issue) => toShapeIssue(issue, path)),
  );
}

export function shapeErrorOf(
  response: GraphResponse,
  reason: ResponseShapeReason,
  issues: readonly ResponseShapeIssue[],
): ResponseShapeError {
  const { request, status, headers, redact } = response;
  return new ResponseShapeError({
    method: request.method,
    path: redact(describeUrl(request.url)),
    status,
    reason,
    issues: issues.map((issue) => ({ ...issue, message: redact(issue.message) })),
    requestId: headers.get("request-id") ?? undefined,
    clientRequestId: request.clientRequestId,
  });
}

function toShapeIssue({ message, path = [] }: StandardIssue, base: readonly (string | number)[]): ResponseShapeIssue {
  const keys = path.map((segment) => (typeof segment === "object" ? segment.key : segment));
  return { message, path: [...base, ...keys.map((key) => (typeof key === "symbol" ? String(key) : key))] };
}
