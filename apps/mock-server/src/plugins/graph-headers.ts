import type { IncomingHttpHeaders } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Dependencies } from "../dependencies.js";
import { ProblemError } from "../problem.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Of the caller, or the request's own id. */
    clientRequestId: string;
  }
}

/** In the form of Graph's gateway; the instance says that it is none of Microsoft's. */
export const diagnostic = JSON.stringify({
  ServerInfo: { DataCenter: "West Europe", Slice: "E", Ring: "5", ScaleUnit: "004", RoleInstance: "PROVLOGMOCK" },
});

/** Most characters of a request target; what comes longer is refused with 414. */
export const urlLimit = 16_384;

/** Gives every answer the headers that Graph's gateway puts on all of its answers, errors included. */
export function graphHeaders(app: FastifyInstance, { settings }: Pick<Dependencies, "settings">): void {
  const httpDate = createHttpDate(settings.now);
  app.addHook("onRequest", (request, reply, done) => {
    setGraphHeaders(request, reply, httpDate());
    if (request.originalUrl.length > urlLimit) done(new ProblemError({ kind: "urlTooLong" }));
    else done();
  });
}

/** For answers that no hook sees, such as those to a malformed URL. */
export function setGraphHeaders(request: FastifyRequest, reply: FastifyReply, date: string): void {
  request.clientRequestId = clientRequestIdOf(request.headers, request.id);
  reply.header("cache-control", "no-cache");
  reply.header("strict-transport-security", "max-age=31536000");
  reply.header("request-id", request.id);
  reply.header("client-request-id", request.clientRequestId);
  reply.header("x-ms-ags-diagnostic", diagnostic);
  reply.header("date", date);
}

/** The caller's id of the request; its own one when the caller gave none. */
export function clientRequestIdOf({ "client-request-id": sent }: IncomingHttpHeaders, requestId: string): string {
  return typeof sent === "string" && sent !== "" ? sent : requestId;
}

/** The clock as an HTTP date, worded once a second. */
export function createHttpDate(now: () => Date): () => string {
  let second = Number.NaN;
  let text = "";
  return () => {
    const time = now();
    const current = Math.floor(time.getTime() / 1000);
    if (current !== second) {
      second = current;
      text = time.toUTCString();
    }
    return text;
  };
}
