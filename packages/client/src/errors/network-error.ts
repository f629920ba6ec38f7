import { brandWith, fieldsOf, hasBrand } from "./brand.js";
import { shortPath } from "./short-path.js";

const brand = Symbol.for("@org/client.NetworkError");

/** What a {@link NetworkError} is made of and `toJSON` gives; `path` has the query, `reason` no token. */
export interface NetworkErrorFields {
  readonly method: string;
  readonly path: string;
  readonly origin: string;
  readonly clientRequestId: string;
  readonly code: string | undefined;
  readonly reason: string;
}

/**
 * No answer, or half of one. The original error is not kept as `cause`, since a foreign `fetch` may hang the request
 * with its token on it; its code and its redacted text are.
 */
export class NetworkError extends Error implements NetworkErrorFields {
  readonly method: string;
  readonly path: string;
  readonly origin: string;
  /** The id this client sent along; it may stand in the service's log if the request arrived. */
  readonly clientRequestId: string;
  /** The system's code (`ECONNREFUSED`) where the runtime tells it; browsers do not. */
  readonly code: string | undefined;
  readonly reason: string;

  static {
    NetworkError.prototype.name = "NetworkError";
  }

  constructor(fields: NetworkErrorFields) {
    const code = fields.code === undefined || fields.reason.includes(fields.code) ? "" : ` (${fields.code})`;
    super(`${fields.method} ${shortPath(fields.path)} got no answer from ${fields.origin}: ${fields.reason}${code}`);
    brandWith(this, brand);
    this.method = fields.method;
    this.path = fields.path;
    this.origin = fields.origin;
    this.clientRequestId = fields.clientRequestId;
    this.code = fields.code;
    this.reason = fields.reason;
  }

  static isInstance(value: unknown): value is NetworkError {
    return hasBrand(value, brand);
  }

  toJSON(): Record<string, unknown> {
    return fieldsOf(this);
  }
}
