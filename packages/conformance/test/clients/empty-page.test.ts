import { createProvisioningClient, type FetchLike } from "@org/client";
import { afterAll, expect } from "vitest";
import { storeQueryEvents } from "../../src/ask.js";
import { call } from "../../src/call.js";
import { queryEvents } from "../../src/query-events.js";
import type { Scenario } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";
import { makeCertificate } from "./certificate.js";
import { type Mock, startClientProcess } from "./client-process.js";
import { startEmptyPages } from "./empty-page.js";

const certificate = await makeCertificate();
const verifies = createVerifies(import.meta.url);
const environment = { NODE_EXTRA_CA_CERTS: certificate.certificatePath };
const graph = startClientProcess(new URL("./drivers/graph-client.mjs", import.meta.url), environment);
const kiota = startClientProcess(new URL("./drivers/kiota.mjs", import.meta.url), environment);
afterAll(async () => {
  graph[Symbol.dispose]();
  kiota[Symbol.dispose]();
  await certificate.remove();
});

/** Lets a client list twelve events by five, with an empty page ahead of each page. */
async function expectAll(mock: Scenario, list: (server: Mock) => Promise<unknown>): Promise<void> {
  await storeQueryEvents(mock);
  await using server = await startEmptyPages(mock, certificate);
  const ids = await list({ url: server.url, token: mock.token });
  expect([...(Array.isArray(ids) ? ids : [])].sort()).toEqual(queryEvents.map(({ id }) => id));
  expect(server.emptyPages()).toBe(3);
}

verifies("client:graph-client:empty-page", async (mock) => {
  const query = { path: "/auditLogs/provisioning", top: 5 };
  await expectAll(mock, async (server) => (await graph.ask("list", { ...server, version: "v1.0" }, query))["ids"]);
});

verifies("client:kiota-beta:empty-page", async (mock) => {
  await expectAll(mock, async (server) => (await kiota.ask("list", server, { top: 5 }))["ids"]);
});

verifies("client:kiota-v1:empty-page", async (mock) => {
  await expectAll(mock, async (server) => (await kiota.ask("list", { ...server, version: "v1.0" }, { top: 5 }))["ids"]);
});

/** The certificate is trusted by processes that were started with it, which this one was not. */
const fetchUnverified: FetchLike = async (url, { headers }) => {
  const { origin, pathname, search } = new URL(url);
  const sent = Object.fromEntries(new Headers(headers));
  const { status, text } = await call(origin, "GET", pathname + search, { headers: sent });
  return new Response(text, { status, headers: { "content-type": "application/json" } });
};

verifies("client:own:empty-page", async (mock) => {
  await expectAll(mock, async ({ url, token }) => {
    const client = createProvisioningClient({ baseUrl: url, accessToken: token, fetch: fetchUnverified });
    const ids = [];
    for await (const { id } of client.list({ top: 5 })) ids.push(id);
    return ids;
  });
});
