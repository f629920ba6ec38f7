import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ControlError, controlProblemOf } from "../control/control-error.js";
import { parseSeedRequest, seed } from "../control/seed.js";
import type { Dependencies } from "../dependencies.js";
import { isOwnOrigin, isTrustedHost } from "../trusted-host.js";

const prefix = "/_mock";
/** A seed with events of the caller's own may be a long list. */
const bodyLimit = 32 * 1_048_576;

/**
 * The mock's own routes: `GET health`, `POST reset`, `POST seed`, `GET requests`. They ask for no token, so they refuse
 * whatever a web page from elsewhere could make a browser send: no CORS, JSON only, `Host` and `Origin` checked.
 */
export function control(app: FastifyInstance, dependencies: Dependencies): void {
  const { settings, store, journal, reset } = dependencies;
  const summaries = store.forTenant(settings.defaultTenantId);
  const scheme = settings.https === undefined ? "http" : "https";
  const { publicBaseUrl } = settings;

  app.setErrorHandler((error, request, reply) => {
    const problem = controlProblemOf(error);
    if (problem.status >= 500)
      settings.logger?.error({ err: error, requestId: request.id }, "a control request failed");
    return answer(reply, problem.status, { error: problem.code, message: problem.message });
  });

  app.addHook("onRequest", (request, _reply, done) => {
    const { host, origin } = request.headers;
    if (!isTrustedHost(host, publicBaseUrl)) {
      return done(
        new ControlError(421, "foreignHost", "Call this route at localhost, 127.0.0.1 or the --public-base-url."),
      );
    }
    if (!isOwnOrigin(origin, { scheme, host, publicBaseUrl })) {
      return done(new ControlError(403, "foreignOrigin", "This route answers no page of another origin."));
    }
    done();
  });

  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string", bodyLimit }, (_request, body, done) => {
    try {
      done(null, body === "" ? undefined : JSON.parse(String(body)));
    } catch {
      done(new ControlError(400, "notJson", "The body is not valid JSON."), undefined);
    }
  });

  app.get(`${prefix}/health`, async (_request, reply) =>
    answer(reply, 200, {
      status: "ok",
      tenantId: settings.defaultTenantId,
      events: await summaries.count(),
      auth: settings.auth,
      readOnly: settings.readOnly,
    }),
  );
  app.get(`${prefix}/requests`, async (_request, reply) => answer(reply, 200, { requests: journal.latest() }));
  app.post(`${prefix}/reset`, { onRequest: requireJson }, async (_request, reply) => {
    const events = await reset();
    journal.clear();
    return answer(reply, 200, { events });
  });
  app.post(`${prefix}/seed`, { bodyLimit, onRequest: requireJson }, async (request, reply) => {
    const { tenantId, added } = await seed(parseSeedRequest(request.body), dependencies);
    return answer(reply, 200, { tenantId, added, events: await store.forTenant(tenantId).count() });
  });
  const methods: Readonly<Record<string, string>> = { health: "GET", requests: "GET", reset: "POST", seed: "POST" };
  app.all<{ Params: { "*": string } }>(`${prefix}/*`, (request, reply) => {
    const method = methods[request.params["*"]];
    if (method === undefined) {
      const known = Object.entries(methods).map(([name, verb]) => `${verb} ${prefix}/${name}`);
      throw new ControlError(404, "notFound", `There is: ${known.join(", ")}.`);
    }
    reply.header("allow", method);
    throw new ControlError(405, "methodNotAllowed", `Send a ${method}.`);
  });
}

/**
 * Asks for the Content-Type also where there is no body: a browser sends no other page's request with it without asking
 * first, and is refused then.
 */
function requireJson({ headers }: FastifyRequest, _reply: unknown, done: (error?: Error) => void): void {
  if (/^application\/json *(;|$)/i.test(headers["content-type"] ?? "")) done();
  else done(new ControlError(415, "jsonOnly", 'Add: -H "Content-Type: application/json"; a body may be left out.'));
}

function answer(reply: FastifyReply, status: number, body: object): FastifyReply {
  return reply
    .code(status)
    .header("content-type", "application/json; charset=utf-8")
    .header("cache-control", "no-store")
    .header("x-content-type-options", "nosniff")
    .send(JSON.stringify(body));
}
