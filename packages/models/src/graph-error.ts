import { z } from "zod";

/** What the gateway adds to an error. `date` is UTC without a zone suffix: do not read it as local time. */
export interface GraphInnerError {
  date?: string | undefined;
  "request-id"?: string | undefined;
  "client-request-id"?: string | undefined;
  /** A more exact code; the deepest one a client knows is the one to act on. */
  code?: string | undefined;
  innerError?: GraphInnerError | undefined;
}

/** One of several reasons of an error. */
export interface GraphErrorDetail {
  code: string;
  message: string;
  target?: string | null | undefined;
}

/** The body of every failed answer. Code and message may be empty strings. */
export interface GraphErrorBody {
  error: {
    code: string;
    message: string;
    target?: string | null | undefined;
    details?: GraphErrorDetail[] | null | undefined;
    innerError?: GraphInnerError | null | undefined;
  };
}

const text = z.string();

const innerErrorSchema: z.ZodType<GraphInnerError> = z.lazy(() =>
  z.looseObject({
    date: text.optional(),
    "request-id": text.optional(),
    "client-request-id": text.optional(),
    code: text.optional(),
    innerError: innerErrorSchema.optional(),
  }),
);

const bodySchema = z.looseObject({
  error: z.looseObject({
    code: text,
    message: text,
    target: text.nullable().optional(),
    details: z
      .array(z.looseObject({ code: text, message: text, target: text.nullable().optional() }))
      .nullable()
      .optional(),
    innerError: innerErrorSchema.nullable().optional(),
  }),
});

/**
 * Reads a Graph error. The gateway writes `innerError`, its documentation `innererror`; both become `innerError`. Takes
 * any value; what it refuses, it refuses with an issue.
 */
export const graphErrorBodySchema: z.ZodType<GraphErrorBody> = z.preprocess((input, context) => {
  // Parsed here already, so that an exception of the input itself (a getter, a proxy) becomes an issue. What comes out is
  // a plain copy, which the schema behind cannot stumble over.
  try {
    const result = bodySchema.safeParse(renameInBody(input));
    if (result.success) return result.data;
    for (const { path, message } of result.error.issues) {
      context.addIssue({ code: "custom", path: [...path], message, continue: false });
    }
  } catch {
    context.addIssue({ code: "custom", message: "cannot be read", continue: false });
  }
  return z.NEVER;
}, bodySchema);

function renameInBody(input: unknown): unknown {
  if (!isObject(input) || !isObject(input["error"])) return input;
  return { ...input, error: renameInnerError(input["error"], 0) };
}

// Deeper nesting than a sane error has is cut off, so that no body can exhaust the stack.
const deepest = 16;

function renameInnerError(error: Record<string, unknown>, depth: number): Record<string, unknown> {
  const { innererror, innerError = innererror, ...rest } = error;
  if (innerError === undefined || depth === deepest) return rest;
  return { ...rest, innerError: isObject(innerError) ? renameInnerError(innerError, depth + 1) : innerError };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
