import { expect } from "vitest";
import { pageExample, pageProperties, partialBody, wholeBody } from "../../src/page-example.js";
import { beta, errorOf, hintOf, membersOf, type Scenario, unversioned, v1 } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url);

const unknownId = "00000000-0000-4000-8000-00000000dead";

const storedIds = async ({ call }: Scenario) => membersOf(await call("GET", beta)).map(({ id }) => id);

verifies("contract:update:by-id", async ({ call, create, read }) => {
  const { id } = await create({ jobId: "before" });
  const reply = await call("PATCH", beta, { body: { id, jobId: "after" } });
  expect(reply.status).toBe(200);
  expect(reply.json).toMatchObject({ id, jobId: "after" });
  expect(reply.json["@odata.context"]).toMatch(/\/beta\/\$metadata#auditLogs\/directoryProvisioning\/\$entity$/);
  expect(await read(id)).toMatchObject({ id, jobId: "after" });
});

verifies("contract:update:id-alone-changes-nothing", async ({ call, create, read }) => {
  const { id } = await create({ jobId: "before" });
  const before = await read(id);
  expect((await call("PATCH", beta, { body: { id } })).status).toBe(200);
  expect(await read(id)).toEqual(before);
});

verifies("contract:address:no-version", async ({ call, create, read }) => {
  const { id } = await create({ jobId: "before" });
  const reply = await call("PATCH", unversioned, { body: { id, jobId: "after" } });
  expect(reply.status).toBe(200);
  expect(reply.json["@odata.context"]).toMatch(/\/beta\/\$metadata#auditLogs\/directoryProvisioning\/\$entity$/);
  expect(await read(id)).toMatchObject({ jobId: "after" });
});

verifies("contract:address:no-version-reads-back", async ({ call, create }) => {
  const { id } = await create();
  const one = await call("GET", `${unversioned}/${id}`);
  expect(one.status).toBe(200);
  expect(one.json).toMatchObject({ id });
  expect(one.json["@odata.context"]).toMatch(/\/beta\/\$metadata#auditLogs\/directoryProvisioning\/\$entity$/);
  const all = await call("GET", unversioned);
  expect(all.json["@odata.context"]).toMatch(/\/beta\/\$metadata#auditLogs\/directoryProvisioning$/);
  expect(membersOf(all).map((member) => member["id"])).toEqual([id]);
});

verifies("contract:address:nothing-else-without-version", async ({ call }) => {
  for (const path of ["/auditLogs/provisioning", "/auditLogs/signIns", "/auditLogs", "/users"]) {
    const reply = await call("GET", path);
    expect([path, reply.status, errorOf(reply).code]).toEqual([path, 400, "BadRequest"]);
    expect(errorOf(reply).message).toMatch(/^Invalid version/);
  }
});

verifies("contract:example:answered", async ({ call, read }) => {
  for (const address of [beta, unversioned]) {
    const reply = await call("PATCH", address, { body: pageExample });
    expect(reply.status).toBe(200);
    const names = Object.keys(reply.json).filter((name) => !name.startsWith("@"));
    expect(names.slice(0, pageProperties.length)).toEqual(pageProperties);
    expect(await read(String(reply.json["id"]))).toMatchObject({ tenantId: "String", action: "String" });
  }
});

verifies("contract:create:whole-body", async (scenario) => {
  const reply = await scenario.call("PATCH", beta, { body: wholeBody });
  expect(reply.status).toBe(200);
  const { id } = reply.json;
  expect(id).toMatch(/./);
  expect(await storedIds(scenario)).toEqual([id]);
  expect(await scenario.read(String(id))).toMatchObject({
    jobId: wholeBody.jobId,
    durationInMilliseconds: 828,
    modifiedProperties: wholeBody.modifiedProperties,
  });
});

verifies("contract:create:content-location", async ({ call }) => {
  const reply = await call("PATCH", beta, { body: wholeBody });
  const location = new URL(String(reply.headers["content-location"]));
  expect((await call("GET", location.pathname)).json).toMatchObject({ id: reply.json["id"], jobId: wholeBody.jobId });
});

verifies("contract:create:v1-names-count", async ({ call, read }) => {
  const { action: _action, statusInfo: _statusInfo, ...rest } = wholeBody;
  const reply = await call("PATCH", beta, {
    body: { ...rest, provisioningAction: "create", provisioningStatusInfo: { status: "success" } },
  });
  expect(reply.status).toBe(200);
  expect(await read(String(reply.json["id"]))).toMatchObject({
    action: "Create",
    provisioningAction: "create",
    statusInfo: { status: "success" },
  });
});

verifies("contract:create:nulls-count", async (scenario) => {
  const nulls = Object.fromEntries(pageProperties.filter((name) => name !== "id").map((name) => [name, null]));
  const reply = await scenario.call("PATCH", beta, { body: { ...nulls, activityDateTime: "2026-03-02T08:14:05Z" } });
  expect(reply.status).toBe(200);
  expect(await scenario.read(String(reply.json["id"]))).toMatchObject({ jobId: null, servicePrincipal: null });
  const refused = await scenario.call("PATCH", beta, { body: { ...wholeBody, activityDateTime: null } });
  expect(refused.status).toBe(400);
  expect(await storedIds(scenario)).toEqual([reply.json["id"]]);
});

verifies("contract:partial:refused", async (scenario) => {
  const reply = await scenario.call("PATCH", beta, { body: partialBody });
  expect(reply.status).toBe(400);
  expect(hintOf(reply)).toMatch(/jobId/);
  expect(hintOf(reply)).toMatch(/statusInfo/);
  expect(hintOf(reply)).not.toMatch(/cycleId/);
  expect(hintOf(reply)).toMatch(/\bid\b/);
  expect(await storedIds(scenario)).toEqual([]);
});

verifies("contract:unknown-id:not-found", async (scenario) => {
  for (const body of [
    { id: unknownId, jobId: "x" },
    { ...wholeBody, id: unknownId },
  ]) {
    expect((await scenario.call("PATCH", beta, { body })).status).toBe(404);
  }
  expect(await storedIds(scenario)).toEqual([]);
});

verifies("contract:unknown-id:create-if-missing", async ({ call, read }) => {
  const reply = await call("PATCH", beta, {
    headers: { prefer: "create-if-missing" },
    body: { ...wholeBody, id: unknownId },
  });
  expect(reply.status).toBe(201);
  expect(reply.headers["preference-applied"]).toContain("create-if-missing");
  expect(await read(unknownId)).toMatchObject({ id: unknownId, jobId: wholeBody.jobId });
});

verifies("contract:unknown-id:create-if-missing-partial", async (scenario) => {
  const reply = await scenario.call("PATCH", beta, {
    headers: { prefer: "create-if-missing" },
    body: { ...partialBody, id: unknownId },
  });
  expect(reply.status).toBe(400);
  expect(await storedIds(scenario)).toEqual([]);
});

verifies("contract:id:no-key", async (scenario) => {
  for (const id of [null, "", 17, {}, ["a"], true]) {
    const reply = await scenario.call("PATCH", beta, { body: { ...wholeBody, id } });
    expect([id, reply.status]).toEqual([id, 400]);
  }
  expect(await storedIds(scenario)).toEqual([]);
});

verifies("contract:body:one-object", async (scenario) => {
  const { id } = await scenario.create({ jobId: "before" });
  const delta = { "@odata.context": "#$delta", value: [{ id, jobId: "after" }] };
  for (const body of [delta, [{ id, jobId: "after" }], [], '"text"', "17", "true", "null"]) {
    const reply = await scenario.call("PATCH", beta, { body, headers: { "content-type": "application/json" } });
    expect([body, reply.status]).toEqual([body, 400]);
  }
  expect(await storedIds(scenario)).toEqual([id]);
  expect(await scenario.read(id)).toMatchObject({ jobId: "before" });
});

verifies("contract:query:no-options", async ({ call, create, read }) => {
  const { id } = await create({ jobId: "before" });
  for (const query of ["$select=id", "$top=1", "$filter=id%20eq%20'x'", "%24expand=x", "$unheard=1"]) {
    const reply = await call("PATCH", `${beta}?${query}`, { body: { id, jobId: "after" } });
    expect([query, reply.status]).toEqual([query, 400]);
  }
  expect(await read(id)).toMatchObject({ jobId: "before" });
});

verifies("contract:checks:order", async ({ url, call, callAnonymously, create }) => {
  const { id } = await create();
  const json = { "content-type": "application/json" };
  const stale = { ...json, "if-match": '"stale"' };
  const broken = await callAnonymously("PATCH", beta, { body: "{" });
  expect(broken.status).toBe(401);
  const message = async (headers: Record<string, string>, body: string) =>
    String(errorOf(await call("PATCH", beta, { headers, body })).message);
  expect(await message({ "if-match": '"stale"' }, "{")).toMatch(/must contain the Content-Type header/);
  expect(await message(stale, "{")).toMatch(/Unable to read JSON request payload/);
  const bad = { id, nope: 1, durationInMilliseconds: "x" };
  const unknownProperty = await message(stale, JSON.stringify(bad));
  expect(unknownProperty).toMatch(/'nope'/);
  expect(await message(stale, JSON.stringify({ ...bad, id: null }))).not.toMatch(/'nope'/);
  const preconditionLast = await call("PATCH", beta, { headers: stale, body: JSON.stringify({ id, jobId: 1 }) });
  expect(preconditionLast.status).toBe(400);
  expect(url).toMatch(/^http:/);
});

verifies("path:beta-only", async ({ call }) => {
  const reply = await call("GET", v1.replace("provisioning", "directoryProvisioning"));
  expect(reply.status).toBe(400);
  expect(errorOf(reply)).toMatchObject({
    code: "BadRequest",
    message: "Resource not found for the segment 'directoryProvisioning'.",
  });
});
