// Creates an event by the documented address, changes it, and is refused when the change cannot be placed.
import assert from "node:assert/strict";
import { createProvisioningClient, GraphError } from "@org/client";
import { startMockServer } from "@org/mock-server";
import type { ProvisioningObjectSummaryCreate } from "@org/models";

const mock = await startMockServer();
// For the real service leave out baseUrl, and give a function that fetches a token.
const client = createProvisioningClient({ baseUrl: mock.url, accessToken: mock.token });

// No id, and every other property of the documentation's table: this is stored as a new event.
const whole: ProvisioningObjectSummaryCreate = {
  activityDateTime: "2026-03-02T08:14:05Z",
  tenantId: "00000000-0000-4000-8000-000000000001",
  jobId: "scim.contoso",
  cycleId: "00000000-0000-4000-8000-0000000000c1",
  changeId: "00000000-0000-4000-8000-0000000000d1",
  action: "Create",
  durationInMilliseconds: 828,
  servicePrincipal: { id: "00000000-0000-4000-8000-0000000000aa", displayName: "Fabrikam" },
  initiatedBy: { displayName: "Azure AD Provisioning Service", initiatorType: "system" },
  sourceSystem: { displayName: "Microsoft Entra ID" },
  targetSystem: { displayName: "Fabrikam" },
  sourceIdentity: { displayName: "Ada Example", identityType: "User" },
  targetIdentity: { id: "u-48213", identityType: "User" },
  statusInfo: { status: "failure" },
  provisioningSteps: [{ name: "EntryExportAdd", provisioningStepType: "export", status: "failure" }],
  modifiedProperties: [{ displayName: "active", oldValue: null, newValue: "True" }],
};
const created = await client.updateByContract(whole);
console.log(`stored as ${created.id}: ${created.statusInfo?.status}`);
assert.equal(created.jobId, whole.jobId);

// With the id, what is given is merged into what is stored; null clears.
const id = created.id;
const changed = await client.updateByContract({ id, statusInfo: { status: "success" }, cycleId: null });
console.log(`changed ${changed.id}: ${changed.statusInfo?.status}`);
assert.equal(changed.provisioningStatusInfo?.status, "success", "v1.0's name of the same fact follows");
assert.equal(changed.cycleId, null);
assert.equal(changed.jobId, whole.jobId);

// Neither an id nor a whole event: nothing tells which event is meant, so nothing is changed.
const refused = await client.updateByContract({ durationInMilliseconds: 1 }).catch((error: unknown) => error);
assert(GraphError.isInstance(refused));
console.log(`refused with ${refused.status}: ${refused.details.map(({ message }) => message).join(" ")}`);
assert.equal(refused.status, 400);
assert.equal((await client.get(id)).durationInMilliseconds, whole.durationInMilliseconds);

await mock.close();
