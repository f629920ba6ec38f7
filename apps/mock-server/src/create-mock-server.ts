import { openStore, type SummaryStore } from "@org/store";
import fastify, { type FastifyInstance, type FastifyServerOptions } from "fastify";
import { countWrites } from "./count-writes.js";
import { createToken } from "./default-token.js";
import type { Dependencies, Filling } from "./dependencies.js";
import { createDrain } from "./drain.js";
import { createFill } from "./fill.js";
import { findNewestId } from "./newest-id.js";
import { type MockServerOptions, resolveOptions, type Settings } from "./options.js";
import { createOrigins } from "./origin.js";
import { authentication } from "./plugins/authentication.js";
import { control } from "./plugins/control.js";
import { allowOrigin, crossOrigin } from "./plugins/cross-origin.js";
import { createErrorAnswer, graphErrors, unrouted } from "./plugins/graph-errors.js";
import { graphHeaders } from "./plugins/graph-headers.js";
import { home } from "./plugins/home.js";
import { createNoteAnswer, describeAnswer, type NoteAnswer, requestJournal } from "./plugins/request-journal.js";
import { tenant } from "./plugins/tenant.js";
import { createQueryReader } from "./query/query-reader.js";
import { keepRawQuery } from "./query/raw-query.js";
import { takeBodiesAsBytes } from "./read-body.js";
import { createRequestJournal } from "./request-journal.js";
import { rewriteUrl } from "./rewrite-url.js";
import { count } from "./routes/count.js";
import { create } from "./routes/create.js";
import { item } from "./routes/item.js";
import { list } from "./routes/list.js";
import { updateDirectoryProvisioning } from "./routes/update-directory-provisioning.js";
import { createSocketAnswers } from "./socket-answers.js";
import { gateWrites } from "./write-gate.js";

/** One concern of the server. Hooks it adds reach the plugins beside and below it. */
type Plugin = (app: FastifyInstance, dependencies: Dependencies) => void;

/** Reach every request. */
const everywhere: readonly Plugin[] = [graphErrors, requestJournal];
/** Reach requests to Graph's addresses, in this order. */
const graph: readonly Plugin[] = [graphHeaders, crossOrigin, authentication, tenant, unrouted];
const routes = [updateDirectoryProvisioning, list, count, create, item] as const;
/** The mock's own addresses, each with hooks and errors of its own. */
const own: readonly Plugin[] = [control, home];
/** How many requests `/_mock/requests` remembers. */
const journalSize = 100;
/** What a closing server gives running requests beyond the time they have to arrive, in milliseconds. */
const drainTime = 5_000;

/** A mock server that does not listen yet. */
export interface MockServer {
  /** A request that never touches the network. */
  readonly inject: FastifyInstance["inject"];
  /** A bearer token of the default tenant. */
  readonly token: string;
  /** Listens; resolves to the URL to call. Default: a free port of 127.0.0.1. */
  listen(options?: { readonly port?: number | undefined; readonly host?: string | undefined }): Promise<string>;
  /**
   * Adds a scenario's events to a tenant, the default one unless the filling names another; resolves to how many.
   * Rejects with RangeError for an unknown scenario or a seed or count out of range, and with StoreError when an event
   * is stored already; events added before that stay.
   */
  fill(filling: Filling): Promise<number>;
  /**
   * Empties the default tenant and every tenant written to since the start, then fills again what `rememberFilling` was
   * told, with the same events. Writes of clients wait meanwhile; several resets run one after another.
   */
  reset(): Promise<void>;
  /**
   * Fills after each reset with the same events, and now if the tenant holds none; resolves to how many were added now.
   * Rejects as `fill` does.
   */
  rememberFilling(filling: Filling): Promise<number>;
  /** Number of events of the default tenant. */
  count(): Promise<number>;
  /** The id of the default tenant's newest event; undefined when there is none. */
  newestId(): Promise<string | undefined>;
  /** Lets running requests end, then releases the store. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Builds a server with its store and every route, and nothing else: no port, no process, no console, no data.
 * @throws StoreError when the store cannot be opened, and what Node throws for a key or certificate that is none.
 */
export async function createMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const settings = resolveOptions(options);
  const { random } = settings;
  const opened = await openStore(settings.data, {
    durability: settings.durability,
    onNotice: (message) => settings.logger?.warn(message),
    ...(random === undefined ? {} : { randomBytes: random }),
  });
  try {
    return await buildServer(opened, settings);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function buildServer(opened: SummaryStore, settings: Settings): Promise<MockServer> {
  // Only the writes of this process: on a shared database nothing may rely on their number, nor on the gate.
  const counted = countWrites(opened);
  const { writes } = counted;
  const { store, alone } = gateWrites(counted.store);
  const { tenants, fill, add, reset, rememberFilling } = createFill(counted.store, alone, settings);
  const token = createToken(settings.defaultTenantId);
  const journal = createRequestJournal(journalSize);
  const noteAnswer = createNoteAnswer({ settings, journal });
  const dependencies: Dependencies = {
    settings,
    store,
    journal,
    noteAnswer,
    tenants,
    token,
    fill,
    add,
    reset,
    rememberFilling,
  };
  const app = createApp(settings, noteAnswer);
  const close = createDrain(app, settings.https !== undefined, settings.requestTimeout + drainTime);
  for (const plugin of everywhere) plugin(app, dependencies);
  app.register(async (graphApp) => {
    takeBodiesAsBytes(graphApp);
    for (const plugin of graph) plugin(graphApp, dependencies);
    const originOf = createOrigins(settings);
    const queries = createQueryReader(settings);
    for (const route of routes) route(graphApp, { ...dependencies, originOf, queries, writes });
  });
  for (const plugin of own) app.register(async (ownApp) => plugin(ownApp, dependencies));
  app.addHook("onClose", () => store.close());
  await app.ready();
  return {
    inject: app.inject.bind(app) as FastifyInstance["inject"],
    token,
    listen: ({ port = 0, host = "127.0.0.1" } = {}) => app.listen({ port, host }),
    fill,
    async reset() {
      await reset();
    },
    rememberFilling,
    count: () => store.forTenant(settings.defaultTenantId).count(),
    newestId: () => findNewestId(store.forTenant(settings.defaultTenantId)),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function createApp(settings: Settings, noteAnswer: NoteAnswer): FastifyInstance {
  const answerError = createErrorAnswer(settings);
  const socketAnswers = createSocketAnswers(settings, noteAnswer);
  const { requestTimeout, https } = settings;
  const http = {
    // `requestTimeout` alone does not end a half-sent body.
    headersTimeout: requestTimeout,
    connectionsCheckingInterval: Math.max(50, Math.min(1_000, Math.floor(requestTimeout / 4))),
    // Beyond the URL's own limit, so that a long URL is told from many headers; less than one read from a socket.
    maxHeaderSize: 32_768,
    // Node would answer a request without Host itself, in no envelope at all.
    requireHostHeader: false,
  };
  const common: FastifyServerOptions = {
    requestTimeout,
    // A logger of Fastify's costs a child per request; the request journal writes the one line a request gets.
    logger: false,
    genReqId: () => settings.newId(),
    exposeHeadRoutes: false,
    // A request that arrives while the server drains is answered, not turned away in Fastify's words.
    return503OnClosing: false,
    rewriteUrl: (request) => rewriteUrl(request.url ?? "/"),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 65_536, querystringParser: keepRawQuery },
    frameworkErrors: (error, request, reply) => {
      allowOrigin(request, reply);
      answerError(error, request, reply);
      noteAnswer(describeAnswer(request, reply));
    },
    clientErrorHandler: socketAnswers.clientError,
  };
  const app =
    https === undefined
      ? fastify({ ...common, http })
      : fastify({ ...common, https: { key: https.key, cert: https.cert, ...http } } as FastifyServerOptions);
  app.decorateRequest("clientRequestId", "");
  app.decorateRequest("tenantId", "");
  // Node answers an Expect it does not know with a bare 417; what is asked for is then just not done.
  app.server.on("checkExpectation", (request, response) => app.server.emit("request", request, response));
  app.server.on("connect", socketAnswers.connect);
  return app;
}
