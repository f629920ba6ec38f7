import { isStatusDetails } from "./twins.js";
import type { ProvisioningObjectSummary } from "./types/provisioning-object-summary.js";
import { statusDetailsType } from "./types/status-details.js";

/** A summary as UTF-8 JSON that holds both views. */
export interface WireSummary {
  /** The beta view: one JSON object that begins with `action` and `statusInfo`. */
  readonly bytes: Uint8Array;
  /** Byte offset from which on, after an opening brace, the bytes are the v1.0 view. */
  readonly v1Start: number;
}

const encoder = new TextEncoder();

/**
 * Renders a summary once for both service roots. A missing property is written as null, a missing collection as `[]`;
 * members that the type does not declare follow the declared ones.
 */
export function toWire(summary: ProvisioningObjectSummary): WireSummary {
  const action = JSON.stringify(summary.action ?? null);
  const statusInfo = JSON.stringify(withTypeName(summary.statusInfo ?? null));
  const head = `{"action":${action},"statusInfo":${statusInfo},`;
  const v1 = {
    id: summary.id,
    activityDateTime: summary.activityDateTime,
    tenantId: summary.tenantId ?? null,
    jobId: summary.jobId ?? null,
    cycleId: summary.cycleId ?? null,
    changeId: summary.changeId ?? null,
    durationInMilliseconds: summary.durationInMilliseconds ?? null,
    provisioningAction: summary.provisioningAction ?? null,
    provisioningStatusInfo: summary.provisioningStatusInfo ?? null,
    servicePrincipal: summary.servicePrincipal ?? null,
    initiatedBy: summary.initiatedBy ?? null,
    sourceSystem: summary.sourceSystem ?? null,
    targetSystem: summary.targetSystem ?? null,
    sourceIdentity: summary.sourceIdentity ?? null,
    targetIdentity: summary.targetIdentity ?? null,
    provisioningSteps: summary.provisioningSteps ?? [],
    modifiedProperties: summary.modifiedProperties ?? [],
  };
  const tail = JSON.stringify(withUndeclared(v1, summary));
  return { bytes: encoder.encode(head + tail.slice(1)), v1Start: utf8Length(head) };
}

// `statusInfo` is declared as the base type, so only the derived one needs a name.
function withTypeName(statusInfo: object | null): object | null {
  if (statusInfo === null || !isStatusDetails(statusInfo)) return statusInfo;
  return { "@odata.type": `#${statusDetailsType}`, ...statusInfo };
}

const betaOnly: ReadonlySet<string> = new Set(["action", "statusInfo"]);

// A summary of this package has nothing undeclared; one that was imported may, and annotations of where it came from.
function withUndeclared(v1: object, summary: ProvisioningObjectSummary): object {
  const undeclared = Object.entries(summary).filter(
    ([name]) => !Object.hasOwn(v1, name) && !betaOnly.has(name) && !name.includes("@"),
  );
  return undeclared.length === 0 ? v1 : { ...v1, ...Object.fromEntries(undeclared) };
}

function utf8Length(text: string): number {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 0x7f) return encoder.encode(text).length;
  }
  return text.length;
}
