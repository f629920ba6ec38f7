import { expect } from "vitest";
import { beta, scenarioTime } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url);

verifies("merge:omitted", async ({ call, create, read }) => {
  const { id } = await create({ jobId: "job", cycleId: "cycle", durationInMilliseconds: 5 });
  const before = await read(id);
  await call("PATCH", beta, { body: { id, cycleId: "other" } });
  expect(await read(id)).toEqual({ ...before, cycleId: "other" });
});

verifies("merge:complex", async ({ call, create, read }) => {
  const { id } = await create({
    initiatedBy: { id: "i", displayName: "before", initiatorType: "user" },
    targetSystem: { id: "t", displayName: "target", details: { Kept: "True", Changed: "a" } },
  });
  const body = { id, initiatedBy: { displayName: "after" }, targetSystem: { details: { Changed: "b" } } };
  expect((await call("PATCH", beta, { body })).status).toBe(200);
  expect(await read(id)).toMatchObject({
    initiatedBy: { id: "i", displayName: "after", initiatorType: "user" },
    targetSystem: { id: "t", displayName: "target", details: { Kept: "True", Changed: "b" } },
  });
});

verifies("merge:collections", async ({ call, create, read }) => {
  const step = (name: string) => ({ name, provisioningStepType: "import", status: "success" });
  const { id } = await create({
    provisioningSteps: [step("one"), step("two")],
    modifiedProperties: [{ displayName: "active", oldValue: null, newValue: "True" }],
  });
  await call("PATCH", beta, { body: { id, provisioningSteps: [step("three")], modifiedProperties: [] } });
  const after = await read(id);
  expect(after["provisioningSteps"]).toMatchObject([{ name: "three" }]);
  expect(after["provisioningSteps"]).toHaveLength(1);
  expect(after["modifiedProperties"]).toEqual([]);
});

verifies("merge:null", async ({ call, create, read }) => {
  const { id } = await create({
    jobId: "job",
    targetIdentity: { id: "t" },
    sourceIdentity: { id: "s", displayName: "n" },
  });
  const reply = await call("PATCH", beta, {
    body: { id, jobId: null, targetIdentity: null, sourceIdentity: { displayName: null } },
  });
  expect(reply.status).toBe(200);
  expect(await read(id)).toMatchObject({
    jobId: null,
    targetIdentity: null,
    sourceIdentity: { id: "s", displayName: null },
  });
});

verifies("merge:null-dynamic", async ({ call, create, read }) => {
  const { id } = await create({ servicePrincipal: { id: "p", contosoNote: "here", contosoOther: "stays" } });
  await call("PATCH", beta, { body: { id, servicePrincipal: { contosoNote: null } } });
  const { servicePrincipal } = await read(id);
  expect(servicePrincipal).toMatchObject({ id: "p", contosoOther: "stays" });
  expect(servicePrincipal).not.toHaveProperty("contosoNote");
});

verifies("merge:dynamic", async ({ call, create, read }) => {
  const { id } = await create({ sourceSystem: { id: "s", details: { SyncRule: "True" } } });
  await call("PATCH", beta, {
    body: { id, sourceSystem: { contosoRegion: "north" }, targetSystem: { contosoTier: "1" } },
  });
  expect(await read(id)).toMatchObject({
    sourceSystem: { id: "s", contosoRegion: "north", details: { SyncRule: "True" } },
    targetSystem: { contosoTier: "1" },
  });
});

verifies("merge:refused-changes-nothing", async ({ call, create, read }) => {
  const { id } = await create({ jobId: "before", servicePrincipal: { displayName: "before" } });
  const before = await read(id);
  for (const fault of [{ nope: 1 }, { durationInMilliseconds: "x" }, { activityDateTime: null }]) {
    const body = { id, jobId: "after", servicePrincipal: { displayName: "after" }, ...fault };
    expect((await call("PATCH", beta, { body })).status).toBe(400);
  }
  expect(await read(id)).toEqual(before);
});

verifies("merge:twin-action", async ({ call, create, read }) => {
  const { id } = await create({ action: "Create" });
  expect(await read(id)).toMatchObject({ action: "Create", provisioningAction: "create" });
  await call("PATCH", beta, { body: { id, action: "StagedDelete" } });
  expect(await read(id)).toMatchObject({ action: "StagedDelete", provisioningAction: "stagedDelete" });
  await call("PATCH", beta, { body: { id, provisioningAction: "disable" } });
  expect(await read(id)).toMatchObject({ action: "Disable", provisioningAction: "disable" });
});

verifies("merge:twin-status", async ({ call, create, read }) => {
  const { id } = await create();
  const failure = {
    status: "failure",
    errorCode: "EntryConflict",
    reason: "taken",
    errorCategory: "NonServiceFailure",
  };
  const legacy = { "@odata.type": "#microsoft.graph.statusDetails", ...failure };
  expect((await call("PATCH", beta, { body: { id, statusInfo: legacy } })).status).toBe(200);
  expect(await read(id)).toMatchObject({
    provisioningStatusInfo: {
      status: "failure",
      errorInformation: { errorCode: "EntryConflict", reason: "taken", errorCategory: "nonServiceFailure" },
    },
  });
  const success = { status: "success", errorInformation: null };
  expect((await call("PATCH", beta, { body: { id, provisioningStatusInfo: success } })).status).toBe(200);
  expect(await read(id)).toMatchObject({ statusInfo: { status: "success" }, provisioningStatusInfo: success });
});

verifies("merge:twins-disagree", async ({ call, create, read }) => {
  const { id } = await create({ action: "Create" });
  const before = await read(id);
  for (const twins of [
    { action: "Create", provisioningAction: "delete" },
    { statusInfo: { status: "success" }, provisioningStatusInfo: { status: "failure" } },
    { action: null, provisioningAction: "delete" },
  ]) {
    expect((await call("PATCH", beta, { body: { id, ...twins } })).status).toBe(400);
  }
  expect(await read(id)).toEqual(before);
  const agreeing = { action: "Delete", provisioningAction: "delete" };
  expect((await call("PATCH", beta, { body: { id, ...agreeing } })).status).toBe(200);
});

verifies("merge:twin-text-stays", async ({ call, create, read }) => {
  const { id } = await create({ activityDateTime: scenarioTime });
  await call("PATCH", beta, { body: { id, action: "EntryExportUpdate" } });
  expect(await read(id)).toMatchObject({ action: "EntryExportUpdate", provisioningAction: "other" });
  await call("PATCH", beta, { body: { id, provisioningAction: "other" } });
  expect(await read(id)).toMatchObject({ action: "EntryExportUpdate", provisioningAction: "other" });
});
