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
  const {
    id,
    activityDateTime,
    tenantId = null,
    jobId = null,
    cycleId = null,
    changeId = null,
    action = null,
    durationInMilliseconds = null,
    provisioningAction = null,
    provisioningStatusInfo = null,
    servicePrincipal = null,
    initiatedBy = null,
    sourceSystem = null,
    targetSystem = null,
    sourceIdentity = null,
    targetIdentity = null,
    statusInfo = null,
    provisioningSteps,
    modifiedProperties,
    ...rest
  } = summary;
  const head = `{"action":${JSON.stringify(action)},"statusInfo":${JSON.stringify(withTypeName(statusInfo))},`;
  const tail = JSON.stringify({
    id,
    activityDateTime,
    tenantId,
    jobId,
    cycleId,
    changeId,
    durationInMilliseconds,
    provisioningAction,
    provisioningStatusInfo,
    servicePrincipal,
    initiatedBy,
    sourceSystem,
    targetSystem,
    sourceIdentity,
    targetIdentity,
    provisioningSteps: provisioningSteps ?? [],
    modifiedProperties: modifiedProperties ?? [],
    ...withoutAnnotations(rest),
  });
  return { bytes: encoder.encode(head + tail.slice(1)), v1Start: utf8Length(head) };
}

// `statusInfo` is declared as the base type, so only the derived one needs a name.
function withTypeName(statusInfo: object | null): object | null {
  if (statusInfo === null || !isStatusDetails(statusInfo)) return statusInfo;
  return { "@odata.type": `#${statusDetailsType}`, ...statusInfo };
}

function withoutAnnotations(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([name]) => !name.includes("@")));
}

function utf8Length(text: string): number {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 0x7f) return encoder.encode(text).length;
  }
  return text.length;
}
