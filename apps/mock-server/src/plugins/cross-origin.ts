import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isGraphAddress } from "../graph-address.js";

const exposedHeaders = [
  "ETag",
  "Location",
  "Preference-Applied",
  "Content-Range",
  "request-id",
  "client-request-id",
  "ReadWriteConsistencyToken",
  "Retry-After",
].join(", ");

/** Methods that are refused stand here too: a page is to see the 405 and not an error without words. */
const methods = "GET, POST, PATCH, PUT, DELETE";
/** The star covers whatever else a client adds, but by its definition never Authorization. */
const headers = [
  "Authorization",
  "Content-Type",
  "If-Match",
  "If-None-Match",
  "Prefer",
  "client-request-id",
  "return-client-request-id",
  "ConsistencyLevel",
  "SdkVersion",
  "OData-Version",
  "OData-MaxVersion",
  "*",
].join(", ");
/** Seconds for which a browser need not ask again. */
const maxAge = "600";

/**
 * Lets web pages of every origin read the answers of Graph's addresses, as Graph does, and answers their preflights,
 * which bring no token. Has to come before authentication.
 */
export function crossOrigin(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    if (allowOrigin(request, reply) && isPreflight(request)) {
      reply
        .code(204)
        .header("access-control-allow-methods", methods)
        .header("access-control-allow-headers", headers)
        .header("access-control-max-age", maxAge)
        .send();
    } else done();
  });
}

/** Adds what a page of another origin needs to read the answer; tells whether the request came from a page. */
export function allowOrigin(request: FastifyRequest, reply: FastifyReply): boolean {
  if (request.headers.origin === undefined || !isGraphAddress(request.originalUrl)) return false;
  reply.header("access-control-allow-origin", "*").header("access-control-expose-headers", exposedHeaders);
  return true;
}

function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === "OPTIONS" && headers["access-control-request-method"] !== undefined;
}
