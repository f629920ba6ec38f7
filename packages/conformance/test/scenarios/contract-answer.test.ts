import { expect } from "vitest";
import { isRecord } from "../../src/call.js";
import { pageExample, pageProperties, wholeBody } from "../../src/page-example.js";
import { beta, errorOf, hintOf, type Json, membersOf, scenarioTime, unversioned } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url);

const minimal = { prefer: "return=minimal" };

verifies("contract:example:not-stored", async ({ call, read }) => {
  const reply = await call("PATCH", beta, { body: pageExample });
  for (const summary of [reply.json, await read(String(reply.json["id"]))]) {
    expect(Date.parse(String(summary["activityDateTime"]))).toBe(Date.parse(scenarioTime));
    expect(summary["durationInMilliseconds"]).toBeNull();
    expect(JSON.stringify(summary)).not.toMatch(/timestamp|Integer/);
  }
});

verifies("contract:example:note", async ({ call }) => {
  expect((await call("PATCH", beta, { body: pageExample })).headers["x-mock-note"]).toMatch(/./);
  expect((await call("PATCH", beta, { body: wholeBody })).headers["x-mock-note"]).toBeUndefined();
});

verifies("contract:example:update-keeps", async ({ call, create, read }) => {
  const { id } = await create({ activityDateTime: "2026-01-01T00:00:00Z", durationInMilliseconds: 5 });
  const reply = await call("PATCH", unversioned, { body: { ...pageExample, id } });
  expect(reply.status).toBe(200);
  expect(reply.headers["x-mock-note"]).toMatch(/./);
  expect(await read(id)).toMatchObject({
    activityDateTime: "2026-01-01T00:00:00Z",
    durationInMilliseconds: 5,
    jobId: "String",
  });
});

verifies("contract:example:nowhere-else", async ({ call, create, read }) => {
  const { id } = await create({ durationInMilliseconds: 5 });
  const refused = [
    await call("PATCH", `${beta}/${id}`, { body: { durationInMilliseconds: "Integer" } }),
    await call("PATCH", `${beta}/${id}`, { body: { activityDateTime: "String (timestamp)" } }),
    await call("POST", beta, { body: { activityDateTime: "String (timestamp)" } }),
    await call("PATCH", beta, { body: { id, durationInMilliseconds: "String (timestamp)" } }),
    await call("PATCH", beta, { body: { id, activityDateTime: "Integer" } }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
  for (const reply of refused.slice(0, 3)) expect(hintOf(reply)).toMatch(/placeholder/i);
  expect(await read(id)).toMatchObject({ durationInMilliseconds: 5, activityDateTime: scenarioTime });
});

verifies("contract:reply:page-order", async ({ call, create }) => {
  const { id } = await create();
  const updated = await call("PATCH", beta, { body: { tenantId: "contoso", id } });
  const created = await call("PATCH", beta, { body: wholeBody });
  for (const reply of [updated, created]) {
    const names = Object.keys(reply.json).filter((name) => !name.includes("@"));
    expect(names.slice(0, pageProperties.length)).toEqual(pageProperties);
  }
});

verifies("contract:reply:types", async ({ call }) => {
  const { json } = await call("PATCH", beta, { body: wholeBody });
  const typeOf = (value: unknown) => (isRecord(value) ? value["@odata.type"] : undefined);
  const first = (value: unknown) => (Array.isArray(value) ? value[0] : undefined);
  expect(typeOf(json)).toBe("#microsoft.graph.provisioningObjectSummary");
  const expected = {
    servicePrincipal: "provisioningServicePrincipal",
    initiatedBy: "initiator",
    sourceSystem: "provisioningSystemDetails",
    targetSystem: "provisioningSystemDetails",
    sourceIdentity: "provisionedIdentity",
    targetIdentity: "provisionedIdentity",
    statusInfo: "statusBase",
  };
  for (const [name, type] of Object.entries(expected)) {
    expect([name, typeOf(json[name])]).toEqual([name, `#microsoft.graph.${type}`]);
  }
  expect(typeOf(first(json["provisioningSteps"]))).toBe("#microsoft.graph.provisioningStep");
  expect(typeOf(first(json["modifiedProperties"]))).toBe("#microsoft.graph.modifiedProperty");
  const system = json["targetSystem"];
  expect(isRecord(system) && system["details"]).toEqual({ Active: "True" });
  const failed = await call("PATCH", beta, {
    body: { id: json["id"], statusInfo: { "@odata.type": "#microsoft.graph.statusDetails", status: "failure" } },
  });
  expect(typeOf(failed.json["statusInfo"])).toBe("#microsoft.graph.statusDetails");
});

verifies("contract:prefer:minimal", async ({ call, create, read }) => {
  const { id } = await create();
  const reply = await call("PATCH", beta, { headers: minimal, body: { id, jobId: "after" } });
  expect(reply.status).toBe(204);
  expect(reply.bytes.length).toBe(0);
  expect(reply.headers["content-type"]).toBeUndefined();
  expect(reply.headers["preference-applied"]).toBe("return=minimal");
  expect(await read(id)).toMatchObject({ jobId: "after" });
});

verifies("contract:prefer:minimal-create", async ({ url, call }) => {
  const reply = await call("PATCH", beta, { headers: minimal, body: wholeBody });
  expect(reply.status).toBe(204);
  const location = String(reply.headers["location"]);
  expect(location.startsWith(url)).toBe(true);
  expect(reply.headers["odata-entityid"]).toBe(location);
  expect((await call("GET", new URL(location).pathname)).json).toMatchObject({ jobId: wholeBody.jobId });
});

verifies("contract:prefer:representation", async ({ call, create }) => {
  const { id } = await create();
  const reply = await call("PATCH", beta, {
    headers: { prefer: "return=representation" },
    body: { id, jobId: "after" },
  });
  expect(reply.status).toBe(200);
  expect(reply.headers["preference-applied"]).toBe("return=representation");
  expect(reply.json).toMatchObject({ id, jobId: "after" });
});

verifies("contract:prefer:all-applied", async ({ call }) => {
  const reply = await call("PATCH", beta, {
    headers: { prefer: "create-if-missing, return=minimal" },
    body: { ...wholeBody, id: "chosen" },
  });
  expect(reply.status).toBe(204);
  const applied = String(reply.headers["preference-applied"])
    .split(/\s*,\s*/)
    .sort();
  expect(applied).toEqual(["create-if-missing", "return=minimal"]);
});

verifies("contract:prefer:unknown", async ({ call, create }) => {
  const { id } = await create();
  const reply = await call("PATCH", beta, {
    headers: { prefer: "ms-graph-dev-mode, respond-async" },
    body: { id, jobId: "after" },
  });
  expect(reply.status).toBe(200);
  expect(reply.headers["preference-applied"]).toBeUndefined();
});

verifies("contract:if-match:current", async ({ call, create, read }) => {
  const { id } = await create();
  const { etag } = (await call("GET", `${beta}/${id}`)).headers;
  expect(etag).toMatch(/^"[^"]+"$/);
  const reply = await call("PATCH", beta, { headers: { "if-match": String(etag) }, body: { id, jobId: "after" } });
  expect(reply.status).toBe(200);
  expect(reply.headers.etag).toMatch(/^"[^"]+"$/);
  expect(reply.headers.etag).not.toBe(etag);
  const star = await call("PATCH", beta, { headers: { "if-match": "*" }, body: { id, jobId: "again" } });
  expect(star.status).toBe(200);
  expect(await read(id)).toMatchObject({ jobId: "again" });
});

verifies("contract:if-match:stale", async ({ call, create, read }) => {
  const { id } = await create({ jobId: "first" });
  const { etag } = (await call("GET", `${beta}/${id}`)).headers;
  await call("PATCH", beta, { body: { id, jobId: "second" } });
  const reply = await call("PATCH", beta, { headers: { "if-match": String(etag) }, body: { id, jobId: "third" } });
  expect([reply.status, errorOf(reply).code]).toEqual([412, "PreconditionFailed"]);
  expect(await read(id)).toMatchObject({ jobId: "second" });
});

verifies("contract:if-match:no-target", async ({ call }) => {
  const tries: [Record<string, string>, Json][] = [
    [{ "if-match": "*" }, { ...wholeBody, id: "unknown" }],
    [
      { "if-match": "*", prefer: "create-if-missing" },
      { ...wholeBody, id: "unknown" },
    ],
    [
      { "if-match": '"1"', prefer: "create-if-missing" },
      { ...wholeBody, id: "unknown" },
    ],
    [{ "if-match": "*" }, wholeBody],
  ];
  for (const [headers, body] of tries) expect((await call("PATCH", beta, { headers, body })).status).toBe(412);
  expect(membersOf(await call("GET", beta))).toEqual([]);
});

verifies("contract:if-none-match:exists", async ({ call, create, read }) => {
  const { id } = await create({ jobId: "before" });
  const headers = { "if-none-match": "*" };
  expect((await call("PATCH", beta, { headers, body: { id, jobId: "after" } })).status).toBe(412);
  expect(await read(id)).toMatchObject({ jobId: "before" });
  const upsert = { headers: { ...headers, prefer: "create-if-missing" }, body: { ...wholeBody, id: "new" } };
  expect((await call("PATCH", beta, upsert)).status).toBe(201);
});
