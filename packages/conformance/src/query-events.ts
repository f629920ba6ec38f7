import type { Json } from "./scenario.js";

const fabrikam = { id: "00000000-0000-4000-8000-0000000000f1", displayName: "Fabrikam SCIM" };
const dropbox = { id: "00000000-0000-4000-8000-0000000000d2", displayName: "Dropbox Business" };
const person = (displayName: string) => ({ id: `id of ${displayName}`, displayName, identityType: "User" });
const result = (status: string) => ({ status, errorInformation: null });

/**
 * Twelve events to ask questions of, oldest first. Three of them happen at one instant, written in three ways, and two
 * around it within the same second.
 */
export const queryEvents: readonly (Json & { readonly id: string })[] = [
  event("e01", "2026-03-01T23:59:59Z", fabrikam, "create", "success", "Ada Example"),
  event("e02", "2026-03-02T07:00:00Z", fabrikam, "create", "failure", "Sean O'Neil"),
  event("e03", "2026-03-02T08:00:00.4999999Z", dropbox, "update", "success", "Ada Example"),
  event("e04", "2026-03-02T08:00:00.5Z", fabrikam, "update", "failure", "Zoë Müller"),
  event("e05", "2026-03-02T10:00:00.500+02:00", dropbox, "update", "skipped", "Ben Example"),
  event("e06", "2026-03-02T07:00:00.5000000-01:00", fabrikam, "other", "warning", "Ben Example"),
  event("e07", "2026-03-02T08:00:00.5000001Z", dropbox, "disable", "success", "Cy Example"),
  event("e08", "2026-03-02T09:00:00Z", fabrikam, "delete", "failure", "Ada Example"),
  event("e09", "2026-03-02T10:00:00Z", dropbox, "create", "success", "Dot & Co + Sons"),
  event("e10", "2026-03-02T11:00:00Z", fabrikam, "create", "skipped", "Eve Example"),
  event("e11", "2026-03-03T00:00:00Z", dropbox, "update", "failure", "Ada Example"),
  event("e12", "2026-03-03T12:00:00Z", fabrikam, "stagedDelete", "success", "Fay Example"),
];

function event(
  id: string,
  activityDateTime: string,
  servicePrincipal: Json & { readonly displayName: string },
  provisioningAction: string,
  status: string,
  source: string,
): Json & { readonly id: string } {
  return {
    id,
    activityDateTime,
    jobId: servicePrincipal === fabrikam ? "scim.contoso.fabrikam" : "Dropbox.contoso.out",
    servicePrincipal,
    provisioningAction,
    provisioningStatusInfo: result(status),
    sourceIdentity: person(source),
    // What was skipped has reached nobody in the target.
    targetIdentity: status === "skipped" ? null : person(source),
  };
}
