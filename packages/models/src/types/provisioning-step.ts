import type { z } from "zod";
import { provisioningResults } from "../enums/provisioning-result.js";
import { provisioningStepTypes } from "../enums/provisioning-step-type.js";
import { optionalEnum, optionalText } from "../primitives.js";
import { closedType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";
import { detailsInfoStrict } from "./details-info.js";

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
export type ProvisioningStep = z.infer<typeof provisioningStepSchema>;
