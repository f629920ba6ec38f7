import type { ResponseShapeIssue } from "./errors/response-shape-error.js";
import { type AnswerHead, shapeError } from "./failures.js";
import type { StandardIssue, StandardSchema } from "./standard-schema.js";

/** The value as the schema gives it back. @throws ResponseShapeError with paths from the root of the body. */
export async function validate<Output>(
  schema: StandardSchema<Output>,
  value: unknown,
  head: AnswerHead,
  path: readonly (string | number)[] = [],
): Promise<Output> {
  const checked = schema["~standard"].validate(value);
  const result = checked instanceof Promise ? await checked : checked;
  if (result.issues === undefined) return result.value;
  const issues = result.issues.map((issue) => toShapeIssue(issue, path));
  throw shapeError(head, "schema", issues);
}

function toShapeIssue({ message, path = [] }: StandardIssue, base: readonly (string | number)[]): ResponseShapeIssue {
  const keys = path.map((segment) => (typeof segment === "object" ? segment.key : segment));
  return { message, path: [...base, ...keys.map((key) => (typeof key === "symbol" ? String(key) : key))] };
}
