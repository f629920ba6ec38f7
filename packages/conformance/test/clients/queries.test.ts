import { afterAll, expect } from "vitest";
import { type Ask, expectAnswers, storeQueryEvents } from "../../src/ask.js";
import { isRecord } from "../../src/call.js";
import { beta, type Scenario, v1 } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";
import { makeCertificate } from "./certificate.js";
import { type ClientProcess, startClientProcess } from "./client-process.js";

const { https, certificatePath, remove } = await makeCertificate();
const verifies = createVerifies(import.meta.url, { https });
const graph = startClientProcess(new URL("./drivers/graph-client.mjs", import.meta.url), {
  NODE_EXTRA_CA_CERTS: certificatePath,
});
const kiota = startClientProcess(new URL("./drivers/kiota.mjs", import.meta.url), {
  NODE_EXTRA_CA_CERTS: certificatePath,
});
afterAll(async () => {
  graph[Symbol.dispose]();
  kiota[Symbol.dispose]();
  await remove();
});

function through(client: ClientProcess, version: string, path?: string): Ask {
  return async (mock, query) => {
    const message = await client.hear("query", { ...mock, version }, { path, ...query });
    if (isRecord(message["result"])) {
      const { pages, count } = message["result"];
      return { pages: Array.isArray(pages) ? pages : [], count };
    }
    const { statusCode: status, code, message: text } = isRecord(message["failure"]) ? message["failure"] : {};
    return { status, code, message: text };
  };
}

const set = "/auditLogs/provisioning";
const failed = "provisioningStatusInfo/status eq 'failure'";

/** The nextLink of a first page, with one letter of its token changed. */
async function tamperedLink({ call }: Scenario, version: string): Promise<string> {
  const address = version === "beta" ? beta : v1;
  const link = String((await call("GET", `${address}?$top=5`)).json["@odata.nextLink"]);
  const at = link.indexOf("$skiptoken=") + 30;
  return link.slice(0, at) + (link[at] === "A" ? "B" : "A") + link.slice(at + 1);
}

const badToken = {
  statusCode: 400,
  code: "BadRequest",
  message: expect.stringMatching(/^Unable to parse the skiptoken value '/),
};

verifies("client:graph-client:queries", async (mock) => {
  await expectAnswers(mock, "graph-client", through(graph, "v1.0", set));
});

verifies("client:kiota-beta:queries", async (mock) => {
  await expectAnswers(mock, "kiota-beta", through(kiota, "beta"));
});

verifies("client:kiota-v1:queries", async (mock) => {
  await expectAnswers(mock, "kiota-v1", through(kiota, "v1.0"));
});

verifies("client:graph-client:count-and-token", async (mock) => {
  await storeQueryEvents(mock);
  for (const version of ["beta", "v1.0"]) {
    const { count } = await graph.ask("count", { ...mock, version }, { path: set, filter: failed });
    expect(String(count)).toBe("4");
    const path = await tamperedLink(mock, version);
    expect(await graph.askForFailure("get", { ...mock, version }, { path })).toMatchObject(badToken);
  }
});

verifies("client:graph-client:option-names", async (mock) => {
  await storeQueryEvents(mock);
  const path = "/auditLogs/directoryProvisioning";
  for (const options of [
    { filter: failed, top: "2" },
    { $Filter: failed, $TOP: "2" },
  ]) {
    expect(await graph.ask("options", mock, { path, options })).toEqual({ ids: ["e11", "e08"] });
  }
});

async function expectCountAndToken(mock: Scenario, version: string): Promise<void> {
  await storeQueryEvents(mock);
  expect(await kiota.ask("count", { ...mock, version }, { filter: failed })).toEqual({ count: 4 });
  const link = await tamperedLink(mock, version);
  expect(await kiota.askForFailure("follow", { ...mock, version }, { link })).toMatchObject(badToken);
}

verifies("client:kiota-beta:count-and-token", (mock) => expectCountAndToken(mock, "beta"));
verifies("client:kiota-v1:count-and-token", (mock) => expectCountAndToken(mock, "v1.0"));
