import { expect } from "vitest";
import { isRecord } from "../../src/call.js";
import { beta, errorOf, type Json, scenarioTime } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url);

verifies("type:unknown-property", async ({ call, create, read }) => {
  const { id } = await create();
  const before = await read(id);
  const reply = await call("PATCH", beta, { body: { id, createdDateTime: scenarioTime } });
  expect(reply.status).toBe(400);
  expect(errorOf(reply).code).toBe("BadRequest");
  expect(errorOf(reply).message).toMatch(
    /^The property 'createdDateTime' does not exist on type 'microsoft\.graph\.provisioningObjectSummary'\./,
  );
  expect(await read(id)).toEqual(before);
});

verifies("type:unknown-property-nested", async ({ call, create, read }) => {
  const { id } = await create();
  const before = await read(id);
  for (const body of [
    { provisioningSteps: [{ name: "n", nope: 1 }] },
    { modifiedProperties: [{ nope: 1 }] },
    { provisioningStatusInfo: { nope: 1 } },
  ]) {
    const reply = await call("PATCH", beta, { body: { id, ...body } });
    expect([body, reply.status]).toEqual([body, 400]);
    expect(errorOf(reply).message).toMatch(/'nope'/);
  }
  expect(await read(id)).toEqual(before);
});

verifies("type:null-time", async ({ call, create, read }) => {
  const { id } = await create();
  const reply = await call("PATCH", beta, { body: { id, activityDateTime: null } });
  expect(reply.status).toBe(400);
  expect(errorOf(reply).message).toMatch(/activityDateTime/);
  expect(await read(id)).toMatchObject({ activityDateTime: scenarioTime });
});

verifies("type:int32", async ({ call, create, read }) => {
  const { id } = await create();
  const set = async (value: number) =>
    (await call("PATCH", beta, { body: { id, durationInMilliseconds: value } })).status;
  for (const value of [2_147_483_648, -2_147_483_649, 1.5, 1e300])
    expect([value, await set(value)]).toEqual([value, 400]);
  for (const value of [2_147_483_647, -2_147_483_648]) expect([value, await set(value)]).toEqual([value, 200]);
  expect(await read(id)).toMatchObject({ durationInMilliseconds: -2_147_483_648 });
});

verifies("type:literal", async ({ call, create }) => {
  const { id } = await create();
  const wrong: [Json, RegExp][] = [
    [{ durationInMilliseconds: "abc" }, /Edm\.Int32/],
    [{ jobId: 17 }, /Edm\.String/],
    [{ activityDateTime: 17 }, /Edm\.DateTimeOffset/],
    [{ servicePrincipal: "text" }, /provisioningServicePrincipal/],
    [{ provisioningSteps: { name: "n" } }, /provisioningStep/],
  ];
  for (const [body, type] of wrong) {
    const reply = await call("PATCH", beta, { body: { id, ...body } });
    expect([body, reply.status]).toEqual([body, 400]);
    expect(errorOf(reply).message).toMatch(type);
  }
});

verifies("type:date-time", async ({ call, create, read }) => {
  const { id } = await create();
  const set = async (text: string) => (await call("PATCH", beta, { body: { id, activityDateTime: text } })).status;
  for (const text of [
    "2026-03-02T08:14:05",
    "2026-03-02",
    "2026-02-30T00:00:00Z",
    "yesterday",
    "",
    "2026-03-02T08:14:05.1234567890123Z",
  ]) {
    expect([text, await set(text)]).toEqual([text, 400]);
  }
  for (const text of ["2026-03-02T08:14:05.123456789012Z", "2026-03-02T10:14:05.5+02:00", "2024-02-29T00:00:00Z"]) {
    expect([text, await set(text)]).toEqual([text, 200]);
    expect(await read(id)).toMatchObject({ activityDateTime: text });
  }
});

verifies("type:enum-member", async ({ call, create }) => {
  const { id } = await create();
  for (const body of [
    { provisioningAction: "explode" },
    { provisioningStatusInfo: { status: "maybe" } },
    { initiatedBy: { initiatorType: "robot" } },
    { provisioningSteps: [{ provisioningStepType: "dance" }] },
  ]) {
    const reply = await call("PATCH", beta, { body: { id, ...body } });
    expect([body, reply.status]).toEqual([body, 400]);
  }
});

verifies("type:enum-sentinel", async ({ call, create, read }) => {
  const sentinel = { provisioningAction: "unknownFutureValue", initiatedBy: { initiatorType: "unknownFutureValue" } };
  const posted = await create(sentinel);
  const patched = await create({ provisioningAction: "create" });
  expect((await call("PATCH", beta, { body: { id: patched.id, ...sentinel } })).status).toBe(200);
  for (const { id } of [posted, patched]) expect(await read(id)).toMatchObject(sentinel);
});

verifies("type:enum-case", async ({ call, create, read }) => {
  const { id } = await create();
  const reply = await call("PATCH", beta, {
    body: {
      id,
      provisioningAction: "stageddelete",
      initiatedBy: { initiatorType: "System" },
      provisioningSteps: [{ provisioningStepType: "Export", status: "SUCCESS" }],
    },
  });
  expect(reply.status).toBe(200);
  expect(await read(id)).toMatchObject({
    provisioningAction: "stagedDelete",
    initiatedBy: { initiatorType: "system" },
    provisioningSteps: [{ provisioningStepType: "export", status: "success" }],
  });
});

verifies("type:alias-initiator", async ({ call, create, read }) => {
  const { id } = await create();
  expect((await call("PATCH", beta, { body: { id, initiatedBy: { initiatingType: "app" } } })).status).toBe(200);
  const { initiatedBy } = await read(id);
  expect(initiatedBy).toMatchObject({ initiatorType: "application" });
  expect(initiatedBy).not.toHaveProperty("initiatingType");
});

verifies("type:alias-service-principal", async ({ call, create, read }) => {
  const { id } = await create();
  const body = { id, servicePrincipal: [{ id: "p", name: "Fabrikam SCIM" }] };
  expect((await call("PATCH", beta, { body })).status).toBe(200);
  const { servicePrincipal } = await read(id);
  expect(servicePrincipal).toMatchObject({ id: "p", displayName: "Fabrikam SCIM" });
  expect(servicePrincipal).not.toHaveProperty("name");
});

verifies("type:annotations", async ({ call, create, read }) => {
  const { id } = await create();
  const body = {
    "@odata.context": "https://graph.microsoft.com/beta/$metadata#x",
    "@odata.etag": '"1"',
    "activityDateTime@odata.type": "#DateTimeOffset",
    id,
    jobId: "after",
  };
  expect((await call("PATCH", beta, { body })).status).toBe(200);
  const after = await read(id);
  expect(after).toMatchObject({ jobId: "after" });
  expect(Object.keys(after).filter((name) => name.includes("@"))).toEqual([]);
});

verifies("type:names", async ({ call, create, read }) => {
  const { id } = await create();
  for (const type of [
    "microsoft.graph.provisioningSystemDetails",
    "#microsoft.graph.provisioningSystemDetails",
    "#microsoft.graph.provisioningSystem",
  ]) {
    const body = { id, sourceSystem: { "@odata.type": type, displayName: type } };
    expect([type, (await call("PATCH", beta, { body })).status]).toEqual([type, 200]);
    const { sourceSystem } = await read(id);
    expect(isRecord(sourceSystem) && sourceSystem["displayName"]).toBe(type);
  }
});

verifies("type:other-type", async ({ call, create, read }) => {
  const { id } = await create();
  const before = await read(id);
  for (const body of [
    { "@odata.type": "#microsoft.graph.user" },
    { initiatedBy: { "@odata.type": "#microsoft.graph.provisionedIdentity" } },
    { statusInfo: { "@odata.type": "#microsoft.graph.initiator" } },
  ]) {
    expect([body, (await call("PATCH", beta, { body: { id, ...body } })).status]).toEqual([body, 400]);
  }
  expect(await read(id)).toEqual(before);
});

verifies("type:ids-are-text", async ({ call, create, read }) => {
  for (const id of ["75b5b0ae-9fc5-8d0e-e0a9-7y6a4728de56", "x", "with blank", "a".repeat(200)]) {
    await create({ id });
    expect((await call("PATCH", beta, { body: { id, jobId: "after" } })).status).toBe(200);
    expect(await read(id)).toMatchObject({ id, jobId: "after" });
  }
});

verifies("type:depth", async ({ call, create }) => {
  const { id } = await create();
  const deep = `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`;
  const body = `{"id":${JSON.stringify(id)},"servicePrincipal":{"deep":${deep}}}`;
  const reply = await call("PATCH", beta, { headers: { "content-type": "application/json" }, body });
  expect(reply.status).toBe(400);
  expect(errorOf(reply).code).toBe("BadRequest");
  const elements = Array.from({ length: 5_001 }, () => ({ displayName: "n" }));
  expect((await call("PATCH", beta, { body: { id, modifiedProperties: elements } })).status).toBe(400);
  expect((await call("PATCH", beta, { body: { id, jobId: "j".repeat(262_145) } })).status).toBe(400);
  expect((await call("GET", `${beta}/${id}`)).status).toBe(200);
});

verifies("type:size", async ({ call, create, read }) => {
  const { id } = await create();
  const before = await read(id);
  const reply = await call("PATCH", beta, { body: { id, servicePrincipal: { big: "x".repeat(1_048_577) } } });
  expect([reply.status, errorOf(reply).code]).toEqual([413, "RequestEntityTooLarge"]);
  expect(await read(id)).toEqual(before);
});
