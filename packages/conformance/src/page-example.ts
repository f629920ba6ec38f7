import type { ProvisioningObjectSummaryCreate } from "@org/models";

const typed = (name: string) => ({ "@odata.type": `microsoft.graph.${name}` });

/** The request body of the contract page's example, placeholders included. */
export const pageExample = {
  "@odata.type": "#microsoft.graph.provisioningObjectSummary",
  activityDateTime: "String (timestamp)",
  tenantId: "String",
  jobId: "String",
  cycleId: "String",
  changeId: "String",
  action: "String",
  durationInMilliseconds: "Integer",
  servicePrincipal: typed("provisioningServicePrincipal"),
  initiatedBy: typed("initiator"),
  sourceSystem: typed("provisioningSystemDetails"),
  targetSystem: typed("provisioningSystemDetails"),
  sourceIdentity: typed("provisionedIdentity"),
  targetIdentity: typed("provisionedIdentity"),
  statusInfo: typed("statusBase"),
  provisioningSteps: [typed("provisioningStep")],
  modifiedProperties: [typed("modifiedProperty")],
};

/** The page's 17 properties in its order. */
export const pageProperties = ["id", ...Object.keys(pageExample).filter((name) => name !== "@odata.type")];

/** The same body with a value of the right type wherever the page has a placeholder. */
export const wholeBody = {
  ...pageExample,
  activityDateTime: "2026-03-02T08:14:05Z",
  tenantId: "11111111-2222-4333-8444-555555555555",
  jobId: "scim.contoso.fabrikam",
  cycleId: "00000000-0000-4000-8000-00000000c1c1",
  changeId: "00000000-0000-4000-8000-00000000c4a6",
  action: "Create",
  durationInMilliseconds: 828,
  servicePrincipal: { id: "00000000-0000-4000-8000-0000000000aa", displayName: "Fabrikam SCIM" },
  initiatedBy: { id: "", displayName: "Azure AD Provisioning Service", initiatorType: "system" },
  sourceSystem: { id: "00000000-0000-4000-8000-0000000000bb", displayName: "Microsoft Entra ID", details: {} },
  targetSystem: {
    id: "00000000-0000-4000-8000-0000000000cc",
    displayName: "customappsso",
    details: { Active: "True" },
  },
  sourceIdentity: { id: "00000000-0000-4000-8000-0000000000dd", displayName: "Ada Example", identityType: "User" },
  targetIdentity: { id: "u-48213", displayName: "", identityType: "User", details: {} },
  statusInfo: { status: "success" },
  provisioningSteps: [
    { name: "EntryImportAdd", provisioningStepType: "import", status: "success", description: "", details: {} },
  ],
  modifiedProperties: [{ displayName: "active", oldValue: null, newValue: "True" }],
} satisfies ProvisioningObjectSummaryCreate;

const { jobId: _jobId, statusInfo: _statusInfo, ...partial } = wholeBody;

/** Everything that makes an event, but neither jobId nor statusInfo: valid, and not what the page calls whole. */
export const partialBody = partial;
