import { brandWith, fieldsOf, hasBrand } from "./brand.js";
import { shortPath } from "./short-path.js";

const brand = Symbol.for("@org/client.ResponseShapeError");

/**
 * What was wrong with the answer. `body`: broken off or no JSON. `size`: too large. `schema`: JSON, but not the resource.
 * `link`: a nextLink that must not be followed.
 */
export type ResponseShapeReason = "body" | "size" | "schema" | "link";

/** One thing that is wrong with a body. */
export interface ResponseShapeIssue {
  /** Keys and indexes from the root of the body. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What a {@link ResponseShapeError} is made of and `toJSON` gives. The body itself is no part of it. */
export interface ResponseShapeErrorFields {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly reason: ResponseShapeReason;
  readonly issues: readonly ResponseShapeIssue[];
  readonly requestId: string | undefined;
  readonly clientRequestId: string;
}

/** The service said yes, and the body is not what it should be. After a write this means: the change was accepted. */
export class ResponseShapeError extends Error implements ResponseShapeErrorFields {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly reason: ResponseShapeReason;
  /** At most twenty; a page can have thousands for one cause. */
  readonly issues: readonly ResponseShapeIssue[];
  readonly requestId: string | undefined;
  readonly clientRequestId: string;

  static {
    ResponseShapeError.prototype.name = "ResponseShapeError";
  }

  constructor(fields: ResponseShapeErrorFields) {
    super(summarize(fields));
    brandWith(this, brand);
    this.method = fields.method;
    this.path = fields.path;
    this.status = fields.status;
    this.reason = fields.reason;
    this.issues = fields.issues.slice(0, 20);
    this.requestId = fields.requestId;
    this.clientRequestId = fields.clientRequestId;
  }

  static isInstance(value: unknown): value is ResponseShapeError {
    return hasBrand(value, brand);
  }

  toJSON(): Record<string, unknown> {
    return fieldsOf(this);
  }
}

function summarize({ method, path, status, issues, requestId }: ResponseShapeErrorFields): string {
  const [first] = issues;
  const where = first === undefined || first.path.length === 0 ? "" : `${first.path.join("/")}: `;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  const id = requestId === undefined ? "" : ` (request-id ${requestId})`;
  return `${method} ${shortPath(path)} answered ${status}, but ${where}${first?.message ?? "not as expected"}${more}${id}`;
}
