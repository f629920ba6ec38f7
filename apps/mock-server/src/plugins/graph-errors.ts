import { ModelError } from "@org/models";
import { ODataError } from "@org/odata";
import { StoreError } from "@org/store";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Dependencies } from "../dependencies.js";

import type { Settings } from "../options.js";
import { type Problem, ProblemError } from "../problem.js";
import { explainUnrouted } from "../unrouted.js";
import type { GraphText } from "../words/graph-text.js";
import { wordProblem } from "../words/word-problem.js";
import { createHttpDate, setGraphHeaders } from "./graph-headers.js";

/** Most bytes of a request body. */
export const bodyLimit = 1_048_576;

const challenge =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';

/** Answers whatever goes wrong in Graph's envelope, so that neither Fastify's nor Node's words reach a client. */
export function graphErrors(app: FastifyInstance, { settings }: Pick<Dependencies, "settings">): void {
  const answer = createErrorAnswer(settings);
  app.setErrorHandler((error: unknown, request, reply) => answer(error, request, reply));
}

/** Refuses what no route serves before a byte of its body is read. */
export function unrouted(app: FastifyInstance, { settings }: Pick<Dependencies, "settings">): void {
  const explain = ({ method, originalUrl }: FastifyRequest) =>
    new ProblemError(explainUnrouted(method, originalUrl, settings.readOnly));
  // In a context of its own, so that the hook costs requests that are routed nothing.
  app.register(async (unroutedApp) => {
    unroutedApp.addHook("onRequest", (request, _reply, done) => done(explain(request)));
    unroutedApp.setNotFoundHandler((request) => {
      throw explain(request);
    });
  });
}

/** The error handler as a function, also for errors that Fastify meets before any hook. */
export function createErrorAnswer(settings: Settings) {
  const httpDate = createHttpDate(settings.now);
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = problemOf(error);
    const text = wordProblem(problem, settings.profile);
    if (text.status >= 500) settings.logger?.error({ err: error, requestId: request.id }, "a request failed");
    setGraphHeaders(request, reply, httpDate());
    reply.code(text.status).header("content-type", "application/json");
    if (text.retryAfter !== undefined) reply.header("retry-after", String(text.retryAfter));
    if (text.status === 401) reply.header("www-authenticate", challenge);
    if (problem.kind === "methodNotAllowed") reply.header("allow", problem.allowed.join(", "));
    return reply.send(renderError(text, settings.now(), request.id, request.clientRequestId));
  };
}

/** Graph's error envelope. */
export function renderError(text: GraphText, now: Date, requestId: string, clientRequestId: string): Buffer {
  const details = [...(text.details ?? [])];
  if (text.hint !== undefined) details.push({ code: "MockHint", message: text.hint });
  const error = {
    code: text.code,
    message: text.message,
    ...(details.length === 0 ? {} : { details }),
    innerError: {
      // Graph writes UTC without saying so.
      date: now.toISOString().slice(0, 19),
      "request-id": requestId,
      "client-request-id": clientRequestId,
    },
  };
  return Buffer.from(JSON.stringify({ error }));
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (ModelError.isInstance(error)) return { kind: "model", error, placeholders: [] };
  if (ODataError.isInstance(error)) return { kind: "query", error };
  if (StoreError.isInstance(error)) return { kind: "store", error };
  return frameworkProblem(error);
}

/** What Fastify would word itself. */
function frameworkProblem(error: unknown): Problem {
  const { code, statusCode } = error instanceof Error ? (error as Partial<FastifyError>) : {};
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return { kind: "bodyTooLarge", limit: bodyLimit };
  if (code === "FST_ERR_BAD_URL" || code === "FST_ERR_MAX_PARAM_LENGTH") return { kind: "malformedUrl" };
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return { kind: "contentTypeNotJson" };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return { kind: "malformedRequest" };
  return { kind: "unforeseen" };
}
