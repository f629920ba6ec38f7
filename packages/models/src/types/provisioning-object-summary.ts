import { z } from "zod";
import { provisioningActions } from "../enums/provisioning-action.js";
import { dateTimeOffset, idText, int32, optionalEnum, optionalText, text } from "../primitives.js";
import { closedType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";
import { initiatorStrict } from "./initiator.js";
import { modifiedPropertyStrict } from "./modified-property.js";
import { provisionedIdentityStrict } from "./provisioned-identity.js";
import { provisioningServicePrincipalStrict } from "./provisioning-service-principal.js";
import { provisioningStatusInfoStrict } from "./provisioning-status-info.js";
import { provisioningStepStrict } from "./provisioning-step.js";
import { provisioningSystemStrict } from "./provisioning-system.js";
import { provisioningSystemDetailsStrict } from "./provisioning-system-details.js";
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
export type ProvisioningObjectSummary = z.infer<typeof betaTolerant>;

/** A summary to be stored: `activityDateTime` is required, everything else may be missing. */
export type ProvisioningObjectSummaryCreate = z.infer<typeof betaCreateStrict>;

/** A change: what is missing stays, null clears. */
export type ProvisioningObjectSummaryUpdate = z.infer<typeof betaUpdateStrict>;

/** One provisioning event as the v1.0 endpoint shows it: the beta one without `action` and `statusInfo`. */
export type V1ProvisioningObjectSummary = z.infer<typeof v1Tolerant>;

/** A v1.0 summary to be stored: `activityDateTime` is required, everything else may be missing. */
export type V1ProvisioningObjectSummaryCreate = z.infer<typeof v1CreateStrict>;

/** A change in terms of v1.0: what is missing stays, null clears. */
export type V1ProvisioningObjectSummaryUpdate = z.infer<typeof v1UpdateStrict>;
