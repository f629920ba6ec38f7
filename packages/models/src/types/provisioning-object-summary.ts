import { z } from "zod";
import { provisioningActions } from "../enums/provisioning-action.js";
import { dateTimeOffset, idText, int32, optionalEnum, optionalText, text } from "../primitives.js";
import { closedType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";
import type { BetaProperties, BetaPropertiesInput } from "./beta-properties.js";
import { initiatorStrict } from "./initiator.js";
import { modifiedPropertyStrict } from "./modified-property.js";
import { provisionedIdentityStrict } from "./provisioned-identity.js";
import { provisioningServicePrincipalStrict } from "./provisioning-service-principal.js";
import { provisioningStatusInfoStrict } from "./provisioning-status-info.js";
import { provisioningStepStrict } from "./provisioning-step.js";
import { provisioningSystemStrict } from "./provisioning-system.js";
import { provisioningSystemDetailsStrict } from "./provisioning-system-details.js";
import type { SharedProperties, SharedPropertiesInput } from "./shared-properties.js";
import { statusInfoStrict } from "./status-details.js";

const provisioningObjectSummaryType = "microsoft.graph.provisioningObjectSummary";

const fact = { type: provisioningObjectSummaryType, baseType: "microsoft.graph.entity" };

const sharedShape = {
  id: text,
  activityDateTime: dateTimeOffset,
  tenantId: optionalText,
  jobId: optionalText,
  cycleId: optionalText,
  changeId: optionalText,
  durationInMilliseconds: int32.nullable().optional(),
  provisioningAction: optionalEnum("microsoft.graph.provisioningAction", provisioningActions),
  provisioningStatusInfo: provisioningStatusInfoStrict.nullable().optional(),
  servicePrincipal: provisioningServicePrincipalStrict.nullable().optional(),
  initiatedBy: initiatorStrict.nullable().optional(),
  sourceIdentity: provisionedIdentityStrict.nullable().optional(),
  targetIdentity: provisionedIdentityStrict.nullable().optional(),
  provisioningSteps: z.array(provisioningStepStrict).nullable().optional(),
  modifiedProperties: z.array(modifiedPropertyStrict).nullable().optional(),
};

// The two roots name the type of the systems differently: the page's name here, today's metadata there.
const betaShape = {
  ...sharedShape,
  sourceSystem: provisioningSystemDetailsStrict.nullable().optional(),
  targetSystem: provisioningSystemDetailsStrict.nullable().optional(),
  action: optionalText,
  statusInfo: statusInfoStrict.nullable().optional(),
};

const v1Shape = {
  ...sharedShape,
  sourceSystem: provisioningSystemStrict.nullable().optional(),
  targetSystem: provisioningSystemStrict.nullable().optional(),
};

// On creation the server may choose the id; in an update everything may be left out.
const createShape = { id: idText.optional() };
const updateShape = { id: idText.optional(), activityDateTime: dateTimeOffset.optional() };

export const betaStrict = closedType(fact, betaShape);
export const betaCreateStrict = closedType(fact, { ...betaShape, ...createShape });
export const betaUpdateStrict = closedType(fact, { ...betaShape, ...updateShape });
export const betaTolerant = tolerant(betaStrict);

export const v1Strict = closedType(fact, v1Shape);
export const v1CreateStrict = closedType(fact, { ...v1Shape, ...createShape });
export const v1UpdateStrict = closedType(fact, { ...v1Shape, ...updateShape });
export const v1Tolerant = tolerant(v1Strict);

/**
 * One provisioning event as the beta endpoint shows it: the 17 properties of the page "Update directoryProvisioning",
 * and the two that replace `action` and `statusInfo`.
 */
export interface ProvisioningObjectSummary extends Omit<SharedProperties, keyof BetaProperties>, BetaProperties {
  /** The key of the event: an opaque text that may look like a GUID and break RFC 4122. Never null. */
  id: string;
  /**
   * When the event happened, UTC, as a DateTimeOffset text with 0 to 12 digits of a second; `dateTimeOffsetToDate`
   * reads it. Never null.
   */
  activityDateTime: string;
}

/** A summary to be stored: `activityDateTime` is required, everything else may be missing. */
export interface ProvisioningObjectSummaryCreate
  extends Omit<SharedPropertiesInput, keyof BetaProperties>,
    BetaPropertiesInput {
  /** The key of the event, 1 to 1,024 bytes of UTF-8. Without it the server chooses one. Never null. */
  id?: string | undefined;
  /** When the event happened, as a DateTimeOffset text with 0 to 12 digits of a second and a zone. Never null. */
  activityDateTime: string;
}

/** A change: what is missing stays, null clears. */
export interface ProvisioningObjectSummaryUpdate
  extends Omit<SharedPropertiesInput, keyof BetaProperties>,
    BetaPropertiesInput {
  /** The key of the event to change; an update never changes it. Never null. */
  id?: string | undefined;
  /** When the event happened, as a DateTimeOffset text with 0 to 12 digits of a second and a zone. Never null. */
  activityDateTime?: string | undefined;
}

/** One provisioning event as the v1.0 endpoint shows it: the beta one without `action` and `statusInfo`. */
export interface V1ProvisioningObjectSummary extends SharedProperties {
  /** The key of the event: an opaque text that may look like a GUID and break RFC 4122. Never null. */
  id: string;
  /**
   * When the event happened, UTC, as a DateTimeOffset text with 0 to 12 digits of a second; `dateTimeOffsetToDate`
   * reads it. Never null.
   */
  activityDateTime: string;
}

/** A v1.0 summary to be stored: `activityDateTime` is required, everything else may be missing. */
export interface V1ProvisioningObjectSummaryCreate extends SharedPropertiesInput {
  /** The key of the event, 1 to 1,024 bytes of UTF-8. Without it the server chooses one. Never null. */
  id?: string | undefined;
  /** When the event happened, as a DateTimeOffset text with 0 to 12 digits of a second and a zone. Never null. */
  activityDateTime: string;
}

/** A change in terms of v1.0: what is missing stays, null clears. */
export interface V1ProvisioningObjectSummaryUpdate extends SharedPropertiesInput {
  /** The key of the event to change; an update never changes it. Never null. */
  id?: string | undefined;
  /** When the event happened, as a DateTimeOffset text with 0 to 12 digits of a second and a zone. Never null. */
  activityDateTime?: string | undefined;
}
