import { expect } from "vitest";
import { partialBody, wholeBody } from "../../src/page-example.js";
import { beta, betaProvisioning, errorOf, hintOf, scenarioTime, unversioned, v1 } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url);

const sets = [beta, betaProvisioning, v1];

verifies("item:get", async ({ url, call, create }) => {
  const { id } = await create({ jobId: "job" });
  for (const set of sets) {
    const reply = await call("GET", `${set}/${id}`);
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({ id, jobId: "job" });
    const [, version, container, name] = set.split("/");
    expect(Object.entries(reply.json)[0]).toEqual([
      "@odata.context",
      `${url}/${version}/$metadata#${container}/${name}/$entity`,
    ]);
  }
});

verifies("item:get:v1", async ({ call, create }) => {
  const { id } = await create({ action: "Create", statusInfo: { status: "success" } });
  const old = (await call("GET", `${v1}/${id}`)).json;
  expect(old).not.toHaveProperty("action");
  expect(old).not.toHaveProperty("statusInfo");
  expect(old).toMatchObject({ provisioningAction: "create", provisioningStatusInfo: { status: "success" } });
  for (const set of [beta, betaProvisioning]) {
    expect((await call("GET", `${set}/${id}`)).json).toMatchObject({
      action: "Create",
      statusInfo: { status: "success" },
      provisioningAction: "create",
      provisioningStatusInfo: { status: "success" },
    });
  }
});

verifies("item:get:error-information", async ({ create, read }) => {
  const { id } = await create({ provisioningStatusInfo: { status: "success" }, servicePrincipal: { id: "p" } });
  const summary = await read(id);
  expect(summary["provisioningStatusInfo"]).toEqual({ status: "success", errorInformation: null });
  expect(summary["servicePrincipal"]).toMatchObject({ id: "p" });
});

verifies("item:get:status-details", async ({ call, create }) => {
  const failure = { status: "failure", errorCode: "EntryConflict" };
  const failed = await create({ provisioningStatusInfo: { status: "failure", errorInformation: { errorCode: "E" } } });
  const plain = await create({ ...wholeBody, statusInfo: { status: "success" } });
  const named = await create({ statusInfo: { "@odata.type": "#microsoft.graph.statusDetails", ...failure } });
  const typesIn = async (id: string) => (await call("GET", `${beta}/${id}`)).text.match(/"@odata\.type":"[^"]+"/g);
  expect(await typesIn(failed.id)).toEqual(['"@odata.type":"#microsoft.graph.statusDetails"']);
  expect(await typesIn(named.id)).toEqual(['"@odata.type":"#microsoft.graph.statusDetails"']);
  expect(await typesIn(plain.id)).toBeNull();
});

verifies("item:get:options", async ({ call, create }) => {
  const { id } = await create();
  for (const query of ["$expand=x", "$filter=true", "$top=1", "$unheard=1"]) {
    const reply = await call("GET", `${v1}/${id}?${query}`);
    expect([query, reply.status]).toEqual([query, 400]);
    expect(hintOf(reply)).toMatch(/./);
  }
  expect((await call("GET", `${v1}/${id}?tag=x`)).status).toBe(200);
});

verifies("item:get:select", async ({ url, call, create }) => {
  const { id } = await create({ jobId: "job", cycleId: "cycle" });
  const { status, json } = await call("GET", `${v1}/${id}?$select=jobId,id`);
  expect([status, json]).toEqual([
    200,
    { "@odata.context": `${url}/v1.0/$metadata#auditLogs/provisioning(jobId,id)/$entity`, jobId: "job", id },
  ]);
});

verifies("item:key:parentheses", async ({ call, create }) => {
  await create({ id: "O'Neil" });
  for (const set of [...sets, unversioned]) {
    expect((await call("GET", `${set}('O''Neil')`)).json).toMatchObject({ id: "O'Neil" });
    expect((await call("GET", `${set}/O'Neil`)).json).toMatchObject({ id: "O'Neil" });
  }
  expect((await call("PATCH", `${beta}('O''Neil')`, { body: { jobId: "after" } })).json).toMatchObject({
    jobId: "after",
  });
});

verifies("item:key:encoded", async ({ call, create }) => {
  for (const id of ["with blank", "a/b", "Zoë", "100%", "a+b", "(x)", "k?q#f"]) {
    await create({ id });
    const reply = await call("GET", `${beta}/${encodeURIComponent(id)}`);
    expect([id, reply.status, reply.json["id"]]).toEqual([id, 200, id]);
  }
});

verifies("item:trailing-slash", async ({ call, create }) => {
  const { id } = await create();
  expect((await call("GET", `${beta}/`)).status).toBe(200);
  expect((await call("GET", `${beta}/${id}/`)).json).toMatchObject({ id });
});

verifies("item:unknown", async ({ call }) => {
  for (const set of sets) {
    for (const reply of [
      await call("GET", `${set}/nobody`),
      await call("PATCH", `${set}/nobody`, { body: { jobId: "x" } }),
      await call("DELETE", `${set}/nobody`),
    ]) {
      expect(reply.status).toBe(404);
      expect(errorOf(reply)).toMatchObject({
        code: "Request_ResourceNotFound",
        message: "Resource 'nobody' does not exist or one of its queried reference-property objects are not present.",
      });
    }
  }
});

verifies("item:etag", async ({ call, create }) => {
  const { id } = await create();
  const other = await create();
  const etag = async () => (await call("GET", `${beta}/${id}`)).headers.etag;
  const first = await etag();
  expect(first).toMatch(/^"[^"]+"$/);
  await call("PATCH", beta, { body: { id: other.id, jobId: "other" } });
  expect(await etag()).toBe(first);
  expect((await call("GET", `${v1}/${id}`)).headers.etag).toBe(first);
  const changed = await call("PATCH", `${beta}/${id}`, { body: { jobId: "after" } });
  expect(await etag()).not.toBe(first);
  expect(changed.headers.etag).toBe(await etag());
  for (const again of [{}, { jobId: "after" }, { id }, { jobId: "after", cycleId: null, modifiedProperties: [] }]) {
    const reply = await call("PATCH", `${beta}/${id}`, { body: again });
    expect([again, reply.status, reply.headers.etag]).toEqual([again, 200, changed.headers.etag]);
  }
  const alone = await call("PATCH", beta, { body: { id } });
  expect([alone.status, alone.headers.etag, await etag()]).toEqual([200, changed.headers.etag, changed.headers.etag]);
  const back = await call("PATCH", `${beta}/${id}`, { body: { jobId: null } });
  expect([first, changed.headers.etag]).not.toContain(back.headers.etag);
  expect(await etag()).toBe(back.headers.etag);
});

verifies("item:etag:header", async ({ call, create }) => {
  const { id } = await create({ jobId: "job" });
  const replies = [
    await call("GET", beta),
    await call("GET", `${v1}/${id}`),
    await call("PATCH", beta, { body: { id, jobId: "after" } }),
    await call("PATCH", `${v1}/${id}`, { body: { jobId: "again" } }),
    await call("POST", v1, { body: { activityDateTime: scenarioTime } }),
  ];
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 201]);
  expect(replies.map(({ headers }) => headers.etag !== undefined)).toEqual([false, true, true, true, true]);
  for (const { text } of replies) expect(text).not.toContain("@odata.etag");
});

verifies("item:patch", async ({ call, create, read }) => {
  for (const set of sets) {
    const { id } = await create({ jobId: "before", cycleId: "stays" });
    const reply = await call("PATCH", `${set}/${id}`, { body: { jobId: "after" } });
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({ id, jobId: "after", cycleId: "stays" });
    expect(await read(id)).toMatchObject({ id, jobId: "after", cycleId: "stays" });
  }
});

verifies("item:patch:same-id", async ({ call, create, read }) => {
  const { id } = await create({ jobId: "before" });
  const other = await create({ jobId: "before" });
  const patch = async (body: unknown) => (await call("PATCH", `${beta}/${id}`, { body })).status;
  expect(await patch({ id: other.id, jobId: "after" })).toBe(400);
  expect(await patch({ id: null, jobId: "after" })).toBe(400);
  expect(await patch({ id: 17, jobId: "after" })).toBe(400);
  expect(await read(id)).toMatchObject({ jobId: "before" });
  expect(await read(other.id)).toMatchObject({ jobId: "before" });
  expect(await patch({ id, jobId: "after" })).toBe(200);
  expect(await read(id)).toMatchObject({ jobId: "after" });
});

verifies("item:patch:preconditions", async ({ call, create, read }) => {
  const { id } = await create({ jobId: "before" });
  const { etag } = (await call("GET", `${v1}/${id}`)).headers;
  const patch = async (path: string, headers: Record<string, string>, jobId: string) =>
    (await call("PATCH", path, { headers, body: { jobId } })).status;
  expect(await patch(`${v1}/${id}`, { "if-match": '"stale"' }, "x")).toBe(412);
  expect(await patch(`${v1}/${id}`, { "if-none-match": "*" }, "x")).toBe(412);
  expect(await patch(`${v1}/nobody`, { "if-match": "*" }, "x")).toBe(412);
  expect(await read(id)).toMatchObject({ jobId: "before" });
  expect(await patch(`${v1}/${id}`, { "if-match": String(etag) }, "after")).toBe(200);
  expect(await read(id)).toMatchObject({ jobId: "after" });
});

verifies("item:patch:minimal", async ({ call, create, read }) => {
  const { id } = await create();
  const reply = await call("PATCH", `${v1}/${id}`, { headers: { prefer: "return=minimal" }, body: { jobId: "after" } });
  expect(reply.status).toBe(204);
  expect(reply.headers["preference-applied"]).toBe("return=minimal");
  expect(await read(id)).toMatchObject({ jobId: "after" });
});

verifies("item:patch:create-if-missing", async ({ call, read }) => {
  const headers = { prefer: "create-if-missing" };
  const reply = await call("PATCH", `${beta}/chosen`, { headers, body: wholeBody });
  expect(reply.status).toBe(201);
  expect(await read("chosen")).toMatchObject({ id: "chosen", jobId: wholeBody.jobId });
  expect((await call("PATCH", `${beta}/other`, { headers, body: partialBody })).status).toBe(400);
  expect((await call("GET", `${beta}/other`)).status).toBe(404);
});

verifies("item:patch:view", async ({ call, create }) => {
  const { id } = await create({ action: "Create" });
  const old = (await call("PATCH", `${v1}/${id}`, { body: { provisioningAction: "delete" } })).json;
  expect(old).toMatchObject({ provisioningAction: "delete" });
  expect(old).not.toHaveProperty("action");
  expect(old["@odata.context"]).toMatch(/\/v1\.0\/\$metadata#auditLogs\/provisioning\/\$entity$/);
  const now = (await call("PATCH", `${beta}/${id}`, { body: { jobId: "after" } })).json;
  expect(now).toMatchObject({ action: "Delete", provisioningAction: "delete" });
});

verifies("item:write:v1-names", async ({ call, create, read }) => {
  const { id } = await create({ action: "Create" });
  const before = await read(id);
  for (const [name, value] of [
    ["action", "Delete"],
    ["statusInfo", { status: "failure" }],
  ] as const) {
    const replies = [
      await call("PATCH", `${v1}/${id}`, { body: { [name]: value } }),
      await call("POST", v1, { body: { activityDateTime: scenarioTime, [name]: value } }),
    ];
    for (const reply of replies) {
      expect([name, reply.status]).toEqual([name, 400]);
      expect(errorOf(reply).message).toMatch(`The property '${name}' does not exist`);
      expect(hintOf(reply)).toMatch(/provisioning(Action|StatusInfo)/);
    }
  }
  expect(await read(id)).toEqual(before);
});

verifies("item:post", async ({ url, call }) => {
  for (const set of sets) {
    const reply = await call("POST", set, { body: { activityDateTime: scenarioTime, jobId: "job" } });
    expect(reply.status).toBe(201);
    const location = String(reply.headers.location);
    expect(location.startsWith(`${url}${set}`)).toBe(true);
    expect((await call("GET", location.slice(url.length))).json).toMatchObject({ id: reply.json["id"], jobId: "job" });
  }
});

verifies("item:post:id", async ({ call }) => {
  const post = async (body: object) =>
    (await call("POST", v1, { body: { activityDateTime: scenarioTime, ...body } })).json["id"];
  expect(await post({ id: "chosen" })).toBe("chosen");
  const made = [await post({}), await post({})];
  expect(new Set(made).size).toBe(2);
  for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

verifies("item:post:least", async ({ call, create, read }) => {
  for (const body of [{}, { jobId: "job" }, { activityDateTime: null }]) {
    expect((await call("POST", beta, { body })).status).toBe(400);
  }
  const { id } = await create();
  expect(await read(id)).toEqual({
    id,
    activityDateTime: scenarioTime,
    action: null,
    statusInfo: null,
    provisioningAction: null,
    provisioningStatusInfo: null,
    tenantId: null,
    jobId: null,
    cycleId: null,
    changeId: null,
    durationInMilliseconds: null,
    servicePrincipal: null,
    initiatedBy: null,
    sourceSystem: null,
    targetSystem: null,
    sourceIdentity: null,
    targetIdentity: null,
    provisioningSteps: [],
    modifiedProperties: [],
  });
});

verifies("item:post:duplicate", async ({ call, create, read }) => {
  const { id } = await create({ jobId: "before" });
  const reply = await call("POST", v1, { body: { id, activityDateTime: scenarioTime, jobId: "after" } });
  expect(reply.status).toBe(409);
  expect(errorOf(reply)).toMatchObject({
    code: "Request_MultipleObjectsWithSameKeyValue",
    message: "Another object with the same value for property id already exists.",
  });
  expect(await read(id)).toMatchObject({ jobId: "before" });
});

verifies("item:post:minimal", async ({ call, read }) => {
  const reply = await call("POST", beta, {
    headers: { prefer: "return=minimal" },
    body: { id: "chosen", activityDateTime: scenarioTime },
  });
  expect(reply.status).toBe(204);
  expect(reply.bytes.length).toBe(0);
  expect(reply.headers.location).toMatch(/chosen/);
  expect(reply.headers["odata-entityid"]).toBe(reply.headers.location);
  expect(await read("chosen")).toMatchObject({ id: "chosen" });
});

verifies("item:delete", async ({ call, create }) => {
  for (const set of sets) {
    const { id } = await create();
    const reply = await call("DELETE", `${set}/${id}`);
    expect([reply.status, reply.bytes.length, reply.headers["content-type"]]).toEqual([204, 0, undefined]);
    expect((await call("GET", `${set}/${id}`)).status).toBe(404);
    expect((await call("DELETE", `${set}/${id}`)).status).toBe(404);
  }
});

verifies("item:delete:preconditions", async ({ call, create }) => {
  const { id } = await create();
  const { etag } = (await call("GET", `${beta}/${id}`)).headers;
  expect((await call("DELETE", `${beta}/${id}`, { headers: { "if-match": '"stale"' } })).status).toBe(412);
  expect((await call("GET", `${beta}/${id}`)).status).toBe(200);
  expect((await call("DELETE", `${beta}/${id}`, { headers: { "if-match": String(etag) } })).status).toBe(204);
});

verifies("item:sets-share", async ({ call }) => {
  for (const written of sets) {
    const { json } = await call("POST", written, { body: { activityDateTime: scenarioTime, jobId: written } });
    for (const read of [...sets, unversioned]) {
      expect((await call("GET", `${read}/${json["id"]}`)).json).toMatchObject({ jobId: written });
    }
  }
});
