import { brandWith, hasBrand } from "./brand.js";
import { GraphError, type GraphErrorFields } from "./graph-error.js";

const brand = Symbol.for("@org/client.ThrottledError");

/** 429: too many requests, and waiting was not enough, not allowed or not safe. `retryAfter` says how many seconds to wait. */
export class ThrottledError extends GraphError {
  // Without a difference, TypeScript would take "no ThrottledError" for "no GraphError".
  declare readonly status: 429;

  static {
    ThrottledError.prototype.name = "ThrottledError";
  }

  constructor(fields: GraphErrorFields) {
    super(fields);
    brandWith(this, brand);
  }

  static override isInstance(value: unknown): value is ThrottledError {
    return hasBrand(value, brand);
  }
}
