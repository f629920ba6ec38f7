import { toActionText, toProvisioningAction, toProvisioningStatusInfo, toStatusInfo } from "./twins.js";
import type { ProvisioningObjectSummary, V1ProvisioningObjectSummary } from "./types/provisioning-object-summary.js";

/**
 * Turns a beta summary into its v1.0 form. The older faces of the twins are left out; where only they are there, as in
 * records from before April 2021, the newer ones are made from them.
 */
export function toV1(summary: ProvisioningObjectSummary): V1ProvisioningObjectSummary {
  const { action, statusInfo, ...v1 } = summary;
  if (v1.provisioningAction === undefined && action !== undefined) {
    v1.provisioningAction = action === null ? null : toProvisioningAction(action);
  }
  if (v1.provisioningStatusInfo === undefined && statusInfo !== undefined) {
    v1.provisioningStatusInfo = statusInfo === null ? null : toProvisioningStatusInfo(statusInfo);
  }
  return v1;
}

/** Turns a v1.0 summary into its beta form: the older faces of the twins are made from the newer ones. */
export function toBeta(summary: V1ProvisioningObjectSummary): ProvisioningObjectSummary {
  const beta: ProvisioningObjectSummary = { ...summary };
  const { provisioningAction, provisioningStatusInfo } = summary;
  if (provisioningAction !== undefined) {
    beta.action = provisioningAction === null ? null : toActionText(provisioningAction);
  }
  if (provisioningStatusInfo !== undefined) {
    beta.statusInfo = provisioningStatusInfo === null ? null : toStatusInfo(provisioningStatusInfo);
  }
  return beta;
}
