import { pageExample, pageProperties } from "./page-example.js";

/** The page's placeholders, as the page has them. */
const placeholders = JSON.parse(pageExample) as Record<string, unknown>;

/** Every property of the page's table but the id, with values of the right type. */
export const whole: Record<string, unknown> = {
  "@odata.type": "#microsoft.graph.provisioningObjectSummary",
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
  statusInfo: { "@odata.type": "#microsoft.graph.statusBase", status: "success" },
  provisioningSteps: [
    { name: "EntryImportAdd", provisioningStepType: "import", status: "success", description: "", details: {} },
  ],
  modifiedProperties: [{ displayName: "active", oldValue: null, newValue: "True" }],
};

const { action: _action, statusInfo: _statusInfo, ...others } = whole;

/** The same with the v1.0 names of the two properties that have one. */
export const twins: Record<string, unknown> = {
  ...others,
  provisioningAction: "create",
  provisioningStatusInfo: { status: "success", errorInformation: null },
};

const partial: Record<string, unknown> = { jobId: "another job" };

export const bodies = { whole, twins, placeholders, partial, "{}": {} } as const;

/** What an answer has of the page's properties. */
export function pageKeysOf(body: Record<string, unknown>): string[] {
  return Object.keys(body).filter((name) => pageProperties.includes(name));
}
