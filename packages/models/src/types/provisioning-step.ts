import { type ProvisioningResult, provisioningResults } from "../enums/provisioning-result.js";
import { type ProvisioningStepType, provisioningStepTypes } from "../enums/provisioning-step-type.js";
import { optionalEnum, optionalText } from "../primitives.js";
import { closedType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";
import { type DetailsInfo, detailsInfoStrict } from "./details-info.js";

export const provisioningStepStrict = closedType(
  { type: "microsoft.graph.provisioningStep" },
  {
    name: optionalText,
    provisioningStepType: optionalEnum("microsoft.graph.provisioningStepType", provisioningStepTypes),
    status: optionalEnum("microsoft.graph.provisioningResult", provisioningResults),
    description: optionalText,
    details: detailsInfoStrict.nullable().optional(),
  },
);

/** Reads a `provisioningStep`. */
export const provisioningStepSchema = tolerant(provisioningStepStrict);

/** One entry of the ordered trace of an event. */
export interface ProvisioningStep {
  /** The name of the step, such as `EntryImport`. May be null. */
  name?: string | null | undefined;
  /** The phase the step belongs to. May be null. */
  provisioningStepType?: ProvisioningStepType | null | undefined;
  /** How the step ended. May be null. */
  status?: ProvisioningResult | null | undefined;
  /** What the step did, as a sentence for people. May be null. */
  description?: string | null | undefined;
  /** What the step worked with, free in form. May be null. */
  details?: DetailsInfo | null | undefined;
}

/** A step as a writer gives it: known members only. */
export interface ProvisioningStepInput extends ProvisioningStep {
  /** The phase the step belongs to; null clears. */
  provisioningStepType?: (typeof provisioningStepTypes)[number] | null | undefined;
  /** How it ended; null clears. */
  status?: (typeof provisioningResults)[number] | null | undefined;
}
