import { brandWith, fieldsOf, hasBrand } from "./brand.js";
import { shortPath } from "./short-path.js";

const brand = Symbol.for("@org/client.GraphError");

/** One entry of `error.details`; the mock server puts its advice there under the code `MockHint`. */
export interface GraphErrorDetail {
  readonly code: string;
  readonly message: string;
  readonly target?: string;
}

/** Everything a {@link GraphError} says; texts are expected to hold no token any more. */
export interface GraphErrorFields {
  readonly method: string;
  /** Path and query as called, a `$skiptoken` cut to its first characters. */
  readonly path: string;
  readonly status: number;
  /** Empty when the body was no Graph error: a proxy's page, an empty 429, a redirect. */
  readonly code: string;
  readonly innerCodes: readonly string[];
  readonly graphMessage: string;
  readonly details: readonly GraphErrorDetail[];
  readonly requestId: string | undefined;
  readonly clientRequestId: string;
  readonly retryAfter: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The service answered, and the answer was an error. Decide by `status` and `code`, never by the text: Graph rewords
 * its messages.
 */
export class GraphError extends Error implements GraphErrorFields {
  readonly method: string;
  /** Path and query as called, a `$skiptoken` cut to its first characters. */
  readonly path: string;
  readonly status: number;
  /** `error.code` of the body; empty when there was none. */
  readonly code: string;
  /** Codes inside `innerError`, outermost first; the deepest one you know says most. */
  readonly innerCodes: readonly string[];
  /** `error.message` of the body as Graph wrote it; `message` is a line made of all of this. */
  readonly graphMessage: string;
  readonly details: readonly GraphErrorDetail[];
  /** The service's id of this exchange; support asks for it. */
  readonly requestId: string | undefined;
  /** The id this client sent along, the same for every attempt of one call. */
  readonly clientRequestId: string;
  /** Seconds the service asked to wait before the next request; undefined when it named none. */
  readonly retryAfter: number | undefined;
  /** Response headers in lower case, cookies redacted. */
  readonly headers: Readonly<Record<string, string>>;

  static {
    GraphError.prototype.name = "GraphError";
  }

  constructor(fields: GraphErrorFields) {
    super(summarize(fields));
    brandWith(this, brand);
    this.method = fields.method;
    this.path = fields.path;
    this.status = fields.status;
    this.code = fields.code;
    this.innerCodes = fields.innerCodes;
    this.graphMessage = fields.graphMessage;
    this.details = fields.details;
    this.requestId = fields.requestId;
    this.clientRequestId = fields.clientRequestId;
    this.retryAfter = fields.retryAfter;
    this.headers = fields.headers;
  }

  static isInstance(value: unknown): value is GraphError {
    return hasBrand(value, brand);
  }

  /** What a log needs: every field but the headers. */
  toJSON(): Record<string, unknown> {
    const { headers: _, ...fields } = fieldsOf(this);
    return fields;
  }
}

function summarize(fields: GraphErrorFields): string {
  const code = fields.code === "" ? "" : ` ${fields.code}`;
  const text = fields.graphMessage === "" ? "" : `: ${fields.graphMessage}`;
  const id = fields.requestId === undefined ? "" : ` (request-id ${fields.requestId})`;
  const wait = fields.retryAfter === undefined ? "" : `; retry after ${Math.ceil(fields.retryAfter)} s`;
  return `${fields.method} ${shortPath(fields.path)} failed: ${fields.status}${code}${text}${id}${wait}`;
}
