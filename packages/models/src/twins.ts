import { provisioningActions } from "./enums/provisioning-action.js";
import type { ProvisioningErrorInfo } from "./types/provisioning-error-info.js";
import type { ProvisioningObjectSummary } from "./types/provisioning-object-summary.js";
import type { ProvisioningStatusInfo } from "./types/provisioning-status-info.js";
import type { StatusDetails } from "./types/status-details.js";

/** The properties that state one fact twice: the names of the contract page, and the ones that replaced them. */
export type Twins = Pick<
  ProvisioningObjectSummary,
  "action" | "provisioningAction" | "statusInfo" | "provisioningStatusInfo"
>;

/** The members that make a `statusInfo` a `statusDetails`, in the order they are written. */
export const statusDetailMembers = [
  "errorCode",
  "reason",
  "additionalDetails",
  "errorCategory",
  "recommendedAction",
] as const satisfies readonly (keyof ProvisioningErrorInfo)[];

const actionByText = new Map<string, string>(provisioningActions.map((member) => [member.toLowerCase(), member]));

/** The member that a free-text `action` stands for; a text that names none is `other`. */
export function toProvisioningAction(action: string): string {
  return actionByText.get(action.toLowerCase()) ?? "other";
}

/** The text that `action` has for a member: `stagedDelete` is `StagedDelete`. */
export function toActionText(member: string): string {
  return member.charAt(0).toUpperCase() + member.slice(1);
}

/** Whether a `statusInfo` is a `statusDetails`: one of the latter's own members is there, be it null. */
export function isStatusDetails(statusInfo: object): boolean {
  return statusDetailMembers.some((member) => Object.hasOwn(statusInfo, member));
}

/** The v1.0 face of a `statusInfo`, holding only what was given; nothing is completed. */
function toStatusChange(statusInfo: StatusDetails): ProvisioningStatusInfo {
  const change: ProvisioningStatusInfo = {};
  if (statusInfo.status !== undefined) change.status = statusInfo.status;
  const errorInformation: ProvisioningErrorInfo = {};
  let hasDetails = false;
  for (const member of statusDetailMembers) {
    const value = statusInfo[member];
    if (value === undefined) continue;
    errorInformation[member] = value;
    hasDetails = true;
  }
  if (hasDetails) change.errorInformation = errorInformation;
  return change;
}

/** The older face of a partial `provisioningStatusInfo`; that `errorInformation` is null cannot be said in it. */
export function fromStatusChange(change: ProvisioningStatusInfo): StatusDetails {
  const statusInfo: StatusDetails = {};
  if (change.status !== undefined) statusInfo.status = change.status;
  if (change.errorInformation === null || change.errorInformation === undefined) return statusInfo;
  for (const member of statusDetailMembers) {
    const value = change.errorInformation[member];
    if (value !== undefined) statusInfo[member] = value;
  }
  return statusInfo;
}

/** The complete v1.0 face of a complete `statusInfo`: both members are there. */
export function toProvisioningStatusInfo(statusInfo: StatusDetails): ProvisioningStatusInfo {
  const { status = null, errorInformation = null } = toStatusChange(statusInfo);
  return { status, errorInformation };
}

/**
 * The older face of a complete `provisioningStatusInfo`: a `statusDetails` with the members of the error, if there is
 * one. An error without members gives them all as null, since a `statusDetails` is known by having them.
 */
export function toStatusInfo(info: ProvisioningStatusInfo): StatusDetails {
  const statusInfo: StatusDetails = { status: null, ...fromStatusChange(info) };
  const hasError = info.errorInformation !== null && info.errorInformation !== undefined;
  if (hasError && !isStatusDetails(statusInfo)) for (const member of statusDetailMembers) statusInfo[member] = null;
  return statusInfo;
}

/** Whether both faces of an outcome say the same; a missing member is a null one. */
export function isSameOutcome(
  statusInfo: StatusDetails | null | undefined,
  info: ProvisioningStatusInfo | null | undefined,
): boolean {
  if (statusInfo === null || statusInfo === undefined) return info === null || info === undefined;
  if (info === null || info === undefined) return false;
  if ((statusInfo.status ?? null) !== (info.status ?? null)) return false;
  const error = info.errorInformation ?? null;
  if (error === null) return !isStatusDetails(statusInfo);
  if (!isStatusDetails(statusInfo)) return false;
  return statusDetailMembers.every((member) => (statusInfo[member] ?? null) === (error[member] ?? null));
}

/** A member that both faces give with different values. */
export interface Disagreement {
  readonly path: readonly string[];
  readonly twin: string;
  readonly value: unknown;
  readonly twinValue: unknown;
}

/** Compares what both faces give; what only one of them gives is no disagreement. */
export function findDisagreements(twins: Twins): Disagreement[] {
  return [...findActionDisagreements(twins), ...findOutcomeDisagreements(twins)];
}

function findActionDisagreements({ action, provisioningAction }: Twins): Disagreement[] {
  if (action === undefined || provisioningAction === undefined) return [];
  const converted = action === null ? null : toProvisioningAction(action);
  if (converted === provisioningAction) return [];
  return [{ path: ["action"], twin: "provisioningAction", value: action, twinValue: provisioningAction }];
}

function findOutcomeDisagreements({ statusInfo, provisioningStatusInfo }: Twins): Disagreement[] {
  const found: Disagreement[] = [];
  if (statusInfo === undefined || provisioningStatusInfo === undefined) return found;
  const twin = "provisioningStatusInfo";
  if (statusInfo === null || provisioningStatusInfo === null) {
    if (statusInfo !== provisioningStatusInfo) {
      found.push({ path: ["statusInfo"], twin, value: statusInfo, twinValue: provisioningStatusInfo });
    }
    return found;
  }
  const { status, errorInformation } = toStatusChange(statusInfo);
  if (status !== undefined && provisioningStatusInfo.status !== undefined && status !== provisioningStatusInfo.status) {
    const twinValue = provisioningStatusInfo.status;
    found.push({ path: ["statusInfo", "status"], twin: `${twin}/status`, value: status, twinValue });
  }
  const twinError = provisioningStatusInfo.errorInformation;
  if (errorInformation === undefined || errorInformation === null || twinError === undefined) return found;
  for (const member of statusDetailMembers) {
    const value = errorInformation[member];
    if (value === undefined) continue;
    const twinValue = twinError === null ? null : twinError[member];
    if (twinValue === undefined || (twinError !== null && twinValue === value)) continue;
    found.push({ path: ["statusInfo", member], twin: `${twin}/errorInformation/${member}`, value, twinValue });
  }
  return found;
}

/** Both faces of an outcome as one change; where they differ, the v1.0 face wins. */
export function combineStatusChange(twins: Twins): ProvisioningStatusInfo | null | undefined {
  const { statusInfo, provisioningStatusInfo } = twins;
  if (statusInfo === undefined || provisioningStatusInfo === null) return provisioningStatusInfo;
  if (statusInfo === null) return provisioningStatusInfo ?? null;
  const change = toStatusChange(statusInfo);
  if (provisioningStatusInfo === undefined) return change;
  const combined = { ...change, ...provisioningStatusInfo };
  if (change.errorInformation && provisioningStatusInfo.errorInformation) {
    combined.errorInformation = { ...change.errorInformation, ...provisioningStatusInfo.errorInformation };
  }
  return combined;
}
