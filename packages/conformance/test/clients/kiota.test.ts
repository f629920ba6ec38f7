import { afterAll, expect } from "vitest";
import { wholeBody } from "../../src/page-example.js";
import { membersOf, scenarioTime, v1 } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";
import { startClientProcess } from "./client-process.js";

const verifies = createVerifies(import.meta.url);
const kiota = startClientProcess(new URL("./drivers/kiota.mjs", import.meta.url));
afterAll(() => kiota[Symbol.dispose]());

const type = (name: string) => `#microsoft.graph.${name}`;

/** A summary as an application builds the generated model; type names are the model's `odataType`. */
const model = {
  odataType: type("provisioningObjectSummary"),
  activityDateTime: scenarioTime,
  jobId: "kiota",
  durationInMilliseconds: 828,
  provisioningAction: "create",
  provisioningStatusInfo: { status: "success" },
  initiatedBy: { odataType: type("initiator"), displayName: "Azure AD Provisioning Service", initiatorType: "system" },
  servicePrincipal: { odataType: type("provisioningServicePrincipal"), id: "p", displayName: "Fabrikam SCIM" },
  sourceSystem: { odataType: type("provisioningSystem"), displayName: "Microsoft Entra ID" },
  targetIdentity: { odataType: type("provisionedIdentity"), id: "u-1", identityType: "User" },
  provisioningSteps: [{ name: "EntryImportAdd", provisioningStepType: "import", status: "success" }],
  modifiedProperties: [{ displayName: "active", newValue: "True" }],
};

verifies("client:kiota:list", async (mock) => {
  const expected = [];
  for (let index = 0; index < 7; index += 1) expected.push((await mock.create({ id: `event-${index}` })).id);
  const { ids, firstPage } = await kiota.ask("list", mock, { top: 3 });
  expect(firstPage).toBe(3);
  expect([...(Array.isArray(ids) ? ids : [])].sort()).toEqual(expected);
});

verifies("client:kiota:get", async (mock) => {
  const failure = { status: "failure", errorCode: "EntryConflict", reason: "taken" };
  const { id } = await mock.create({
    ...wholeBody,
    activityDateTime: "2026-03-02T08:14:05.1234567Z",
    statusInfo: { "@odata.type": type("statusDetails"), ...failure },
  });
  const summary = await kiota.ask("get", mock, { id });
  expect(summary).toMatchObject({
    id,
    activityDateTime: "2026-03-02T08:14:05.123Z",
    action: "Create",
    provisioningAction: "create",
    statusInfo: { odataType: type("statusDetails"), ...failure },
    provisioningStatusInfo: { status: "failure", errorInformation: { errorCode: "EntryConflict", reason: "taken" } },
    initiatedBy: { initiatorType: "system" },
    provisioningSteps: [{ name: "EntryImportAdd", provisioningStepType: "import", status: "success" }],
  });
  expect(Object.keys(Object(summary["additionalData"]))).toEqual(["@odata.context"]);
});

verifies("client:kiota:post", async (mock) => {
  const created = await kiota.ask("post", mock, { model });
  const stored = await mock.read(String(created["id"]));
  expect(stored).toMatchObject({
    activityDateTime: scenarioTime,
    jobId: "kiota",
    action: "Create",
    provisioningAction: "create",
    statusInfo: { status: "success" },
    initiatedBy: { initiatorType: "system" },
    targetIdentity: { id: "u-1", identityType: "User" },
    provisioningSteps: [{ name: "EntryImportAdd", provisioningStepType: "import", status: "success" }],
    modifiedProperties: [{ displayName: "active", newValue: "True" }],
  });
});

verifies("client:kiota:patch-by-id", async (mock) => {
  const { id } = await mock.create({ jobId: "before", cycleId: "stays" });
  const updated = await kiota.ask("patch", mock, { id, model: { jobId: "after", durationInMilliseconds: null } });
  expect(updated).toMatchObject({ id, jobId: "after", cycleId: "stays" });
  expect(await mock.read(id)).toMatchObject({ jobId: "after", cycleId: "stays", durationInMilliseconds: null });
});

verifies("client:kiota:patch-contract", async (mock) => {
  const { id } = await mock.create({ ...wholeBody, jobId: "before" });
  // The generated serializer of statusDetails writes the status and drops the rest, so the error goes by its newer name.
  const provisioningStatusInfo = { status: "failure", errorInformation: { errorCode: "EntryConflict" } };
  const updated = await kiota.ask("patch", mock, { model: { id, jobId: "after", provisioningStatusInfo } });
  expect(updated).toMatchObject({
    id,
    odataType: type("provisioningObjectSummary"),
    jobId: "after",
    statusInfo: { odataType: type("statusDetails"), errorCode: "EntryConflict" },
    initiatedBy: { odataType: type("initiator"), initiatorType: "system" },
  });
  expect(Object.keys(Object(updated["additionalData"]))).toEqual(["@odata.context"]);
  for (const name of ["initiatedBy", "servicePrincipal", "statusInfo", "sourceIdentity"]) {
    expect([name, Object(updated[name])["additionalData"]]).toEqual([name, undefined]);
  }
  expect(await mock.read(id)).toMatchObject({ jobId: "after", provisioningStatusInfo: { status: "failure" } });
});

verifies("client:kiota:v1", async (mock) => {
  const old = { ...mock, version: "v1.0" };
  const { id } = await mock.create({ ...wholeBody, jobId: "before" });
  const summary = await kiota.ask("get", old, { id });
  expect(summary).toMatchObject({ id, provisioningAction: "create", provisioningStatusInfo: { status: "success" } });
  expect(Object.keys(Object(summary["additionalData"]))).toEqual(["@odata.context"]);
  await kiota.ask("patch", old, { id, model: { jobId: "after", provisioningAction: "delete" } });
  expect(await mock.read(id)).toMatchObject({ jobId: "after", provisioningAction: "delete", action: "Delete" });
  expect((await kiota.ask("list", old, { top: 5 }))["ids"]).toEqual([id]);
  await kiota.ask("delete", old, { id });
  expect(membersOf(await mock.call("GET", v1))).toEqual([]);
});

verifies("client:kiota:errors", async (mock) => {
  const missing = await kiota.askForFailure("patch", mock, { model: { id: "nobody", jobId: "x" } });
  expect(missing).toMatchObject({
    statusCode: 404,
    code: "Request_ResourceNotFound",
    message: "Resource 'nobody' does not exist or one of its queried reference-property objects are not present.",
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  const partial = await kiota.askForFailure("patch", mock, { model: { jobId: "x" } });
  expect(partial).toMatchObject({ statusCode: 400, code: "BadRequest" });
  const anonymous = await kiota.askForFailure("get", { ...mock, token: "" }, { id: "nobody" });
  expect(anonymous).toMatchObject({ statusCode: 401, code: "InvalidAuthenticationToken" });
});
