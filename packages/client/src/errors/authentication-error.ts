import { brandWith, hasBrand } from "./brand.js";
import { GraphError, type GraphErrorFields } from "./graph-error.js";

const brand = Symbol.for("@org/client.AuthenticationError");

/** 401: the service does not take this token; get another one. A 403 is a plain {@link GraphError}: a new token would not help. */
export class AuthenticationError extends GraphError {
  declare readonly status: 401;

  static {
    AuthenticationError.prototype.name = "AuthenticationError";
  }

  constructor(fields: GraphErrorFields) {
    super(fields);
    brandWith(this, brand);
  }

  static override isInstance(value: unknown): value is AuthenticationError {
    return hasBrand(value, brand);
  }

  /** The base64 `claims` of the `WWW-Authenticate` challenge, to hand to the token library; undefined without one. */
  get claims(): string | undefined {
    return /(?:^|[\s,])claims="([^"]*)"/i.exec(this.headers["www-authenticate"] ?? "")?.[1];
  }
}
