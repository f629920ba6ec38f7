import type { ProvisioningAction, provisioningActions } from "../enums/provisioning-action.js";
import type { Initiator, InitiatorInput } from "./initiator.js";
import type { ModifiedProperty } from "./modified-property.js";
import type { ProvisionedIdentity } from "./provisioned-identity.js";
import type { ProvisioningServicePrincipal } from "./provisioning-service-principal.js";
import type { ProvisioningStatusInfo, ProvisioningStatusInfoInput } from "./provisioning-status-info.js";
import type { ProvisioningStep, ProvisioningStepInput } from "./provisioning-step.js";
import type { ProvisioningSystem } from "./provisioning-system.js";

/** The properties that a summary has on both service roots, the required ones aside. */
export interface SharedProperties {
  /** The Entra tenant the event happened in, a GUID as text. May be null. */
  tenantId?: string | null | undefined;
  /** The synchronization job as a whole, over all its cycles. May be null. */
  jobId?: string | null | undefined;
  /** One round of the job. May be null. */
  cycleId?: string | null | undefined;
  /** One change within a cycle; events of the same change share it. May be null. */
  changeId?: string | null | undefined;
  /** How long the action took, in milliseconds, as a whole number of 32 bits. May be null. */
  durationInMilliseconds?: number | null | undefined;
  /** What was done to the object. Replaces `action`. May be null. */
  provisioningAction?: ProvisioningAction | null | undefined;
  /** How the event ended and, after an error, why. Replaces `statusInfo`. May be null. */
  provisioningStatusInfo?: ProvisioningStatusInfo | null | undefined;
  /** The enterprise application whose job produced the event. May be null. */
  servicePrincipal?: ProvisioningServicePrincipal | null | undefined;
  /** Who or what started the event. May be null. */
  initiatedBy?: Initiator | null | undefined;
  /** The system the object comes from. May be null. */
  sourceSystem?: ProvisioningSystem | null | undefined;
  /** The system the object goes to. May be null. */
  targetSystem?: ProvisioningSystem | null | undefined;
  /** The object as the source system knows it. May be null. */
  sourceIdentity?: ProvisionedIdentity | null | undefined;
  /** The object as the target system knows it. May be null. */
  targetIdentity?: ProvisionedIdentity | null | undefined;
  /** What was done, step by step, first step first. Null is read as empty. */
  provisioningSteps?: ProvisioningStep[] | null | undefined;
  /** The attributes that changed at the target; empty when none did. Null is read as empty. */
  modifiedProperties?: ModifiedProperty[] | null | undefined;
}

/** Those properties as a writer gives them: known enum members only. */
export interface SharedPropertiesInput extends SharedProperties {
  /** What was done to the object; sets `action` too, null clears both. */
  provisioningAction?: (typeof provisioningActions)[number] | null | undefined;
  /** How the event ended and, after an error, why; merged member by member, sets `statusInfo` too, null clears both. */
  provisioningStatusInfo?: ProvisioningStatusInfoInput | null | undefined;
  /** Who or what started the event; merged member by member, null clears. */
  initiatedBy?: InitiatorInput | null | undefined;
  /** What was done, step by step, first step first; replaced as a whole, null empties. */
  provisioningSteps?: ProvisioningStepInput[] | null | undefined;
}
