import { hasDerivedAction } from "./derived-action.js";
import { structuredTypeOf } from "./input-type.js";
import { mergeStructured } from "./merge.js";
import {
  combineStatusChange,
  isSameOutcome,
  statusDetailMembers,
  type Twins,
  toActionText,
  toProvisioningAction,
  toStatusInfo,
} from "./twins.js";
import type { ProvisioningErrorInfo } from "./types/provisioning-error-info.js";
import {
  betaStrict,
  type ProvisioningObjectSummary,
  type ProvisioningObjectSummaryCreate,
  type ProvisioningObjectSummaryUpdate,
} from "./types/provisioning-object-summary.js";

const blankError: ProvisioningErrorInfo = {
  errorCode: null,
  errorCategory: null,
  reason: null,
  additionalDetails: null,
  recommendedAction: null,
};

const summaryType = structuredTypeOf(betaStrict);

/**
 * Makes the complete object of a create under an id: what is missing is null, collections are empty, and both faces of a
 * twin are set. Complex values keep the members they were given.
 */
export function createSummary(create: ProvisioningObjectSummaryCreate, id: string): ProvisioningObjectSummary {
  const blank: ProvisioningObjectSummary = {
    id,
    activityDateTime: create.activityDateTime,
    tenantId: null,
    jobId: null,
    cycleId: null,
    changeId: null,
    action: null,
    durationInMilliseconds: null,
    provisioningAction: null,
    provisioningStatusInfo: null,
    servicePrincipal: null,
    initiatedBy: null,
    sourceSystem: null,
    targetSystem: null,
    sourceIdentity: null,
    targetIdentity: null,
    statusInfo: null,
    provisioningSteps: [],
    modifiedProperties: [],
  };
  return applyUpdate(blank, create);
}

/**
 * Merges a change into a summary as OData's PATCH does and gives the new one; neither argument is touched. The id stays.
 * Writing one face of a twin sets the other; an `action` whose text already means the written value stays.
 */
export function applyUpdate(
  current: ProvisioningObjectSummary,
  update: ProvisioningObjectSummaryUpdate,
): ProvisioningObjectSummary {
  const change = { ...update, ...twinChanges(current, update), id: current.id };
  const merged = mergeStructured(current, change, summaryType) as ProvisioningObjectSummary;
  if (change.provisioningStatusInfo !== undefined) completeOutcome(merged);
  return merged;
}

function twinChanges(current: ProvisioningObjectSummary, update: Twins): Twins {
  const { action, provisioningAction } = update;
  const changes: Twins = {};
  if (provisioningAction !== undefined) {
    changes.provisioningAction = provisioningAction;
    changes.action =
      action !== undefined && !hasDerivedAction(update) ? action : actionFor(provisioningAction, current.action);
  } else if (action !== undefined) {
    changes.provisioningAction = action === null ? null : toProvisioningAction(action);
  }
  const status = combineStatusChange(update);
  if (status !== undefined) changes.provisioningStatusInfo = status;
  return changes;
}

function actionFor(member: string | null, current: string | null | undefined): string | null {
  if (member === null) return null;
  return typeof current === "string" && toProvisioningAction(current) === member ? current : toActionText(member);
}

function completeOutcome(merged: ProvisioningObjectSummary): void {
  const info = merged.provisioningStatusInfo;
  if (info === null || info === undefined) {
    merged.statusInfo = null;
    return;
  }
  const { status = null, errorInformation = null } = info;
  const completed = { ...info, status, errorInformation: errorInformation && withMembers(errorInformation) };
  merged.provisioningStatusInfo = completed;
  if (!isSameOutcome(merged.statusInfo, completed)) merged.statusInfo = toStatusInfo(completed);
}

/** An error without members would be none in the older face, whose members are what tells that there is one. */
function withMembers(error: ProvisioningErrorInfo): ProvisioningErrorInfo {
  return statusDetailMembers.some((member) => Object.hasOwn(error, member)) ? error : { ...blankError, ...error };
}
