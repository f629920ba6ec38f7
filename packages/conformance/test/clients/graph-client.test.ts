import { afterAll, expect } from "vitest";
import { wholeBody } from "../../src/page-example.js";
import { scenarioTime } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";
import { makeCertificate } from "./certificate.js";
import { startClientProcess } from "./client-process.js";

const { https, certificatePath, remove } = await makeCertificate();
const verifies = createVerifies(import.meta.url, { https });
const graph = startClientProcess(new URL("./drivers/graph-client.mjs", import.meta.url), {
  NODE_EXTRA_CA_CERTS: certificatePath,
});
afterAll(async () => {
  graph[Symbol.dispose]();
  await remove();
});

const set = "/auditLogs/directoryProvisioning";

verifies("server:https", async ({ url, call, create }) => {
  expect(url).toMatch(/^https:/);
  await create();
  await create();
  const page = await call("GET", `/v1.0/auditLogs/provisioning?$top=1`);
  expect(String(page.json["@odata.nextLink"]).startsWith(`${url}/v1.0/`)).toBe(true);
  expect(String(page.json["@odata.context"]).startsWith(`${url}/v1.0/`)).toBe(true);
});

verifies("client:graph-client:list", async (mock) => {
  const expected = [];
  for (let index = 0; index < 7; index += 1) expected.push((await mock.create({ id: `event-${index}` })).id);
  for (const [version, path] of [
    ["beta", set],
    ["v1.0", "/auditLogs/provisioning"],
  ] as const) {
    const { ids, firstPage, isComplete } = await graph.ask("list", { ...mock, version }, { path, top: 3 });
    expect([firstPage, isComplete]).toEqual([3, true]);
    expect([...(Array.isArray(ids) ? ids : [])].sort()).toEqual(expected);
  }
});

verifies("client:graph-client:get", async (mock) => {
  const { id } = await mock.create(wholeBody);
  const { "@odata.context": context, ...summary } = await graph.ask("get", mock, { path: `${set}/${id}` });
  expect(context).toBe(`${mock.url}/beta/$metadata#auditLogs/directoryProvisioning/$entity`);
  expect(summary).toEqual(await mock.read(id));
});

verifies("client:graph-client:post", async (mock) => {
  const created = await graph.ask("post", mock, { path: set, body: { activityDateTime: scenarioTime, jobId: "job" } });
  expect(await mock.read(String(created["id"]))).toMatchObject({ activityDateTime: scenarioTime, jobId: "job" });
});

verifies("client:graph-client:patch-by-id", async (mock) => {
  const { id } = await mock.create({ jobId: "before", cycleId: "stays" });
  const updated = await graph.ask("patch", mock, { path: `${set}/${id}`, body: { jobId: "after" } });
  expect(updated).toMatchObject({ id, jobId: "after", cycleId: "stays" });
  expect(await mock.read(id)).toMatchObject({ jobId: "after", cycleId: "stays" });
});

verifies("client:graph-client:patch-contract", async (mock) => {
  const { id } = await mock.create({ jobId: "before" });
  expect(await graph.ask("patch", mock, { path: set, body: { id, jobId: "after" } })).toMatchObject({ jobId: "after" });
  expect(await mock.read(id)).toMatchObject({ jobId: "after" });
  const created = await graph.ask("patch", mock, { path: set, body: wholeBody });
  expect(created).toMatchObject({ "@odata.type": "#microsoft.graph.provisioningObjectSummary" });
  expect(await mock.read(String(created["id"]))).toMatchObject({ jobId: wholeBody.jobId });
});

verifies("client:graph-client:delete", async (mock) => {
  const { id } = await mock.create();
  await graph.ask("delete", mock, { path: `${set}/${id}` });
  expect((await mock.call("GET", `/beta${set}/${id}`)).status).toBe(404);
});

verifies("client:graph-client:errors", async (mock) => {
  const requestId = expect.stringMatching(/^[0-9a-f-]{36}$/);
  expect(await graph.askForFailure("get", mock, { path: `${set}/nobody` })).toEqual({
    statusCode: 404,
    code: "Request_ResourceNotFound",
    message: "Resource 'nobody' does not exist or one of its queried reference-property objects are not present.",
    requestId,
  });
  expect(await graph.askForFailure("patch", mock, { path: set, body: { jobId: "x" } })).toMatchObject({
    statusCode: 400,
    code: "BadRequest",
    requestId,
  });
  expect(await graph.askForFailure("get", { ...mock, version: "v2.0" }, { path: set })).toMatchObject({
    statusCode: 400,
    message: "Invalid version: v2.0",
    requestId,
  });
});
