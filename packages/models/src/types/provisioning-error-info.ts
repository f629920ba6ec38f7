import type { z } from "zod";
import { provisioningStatusErrorCategories } from "../enums/provisioning-status-error-category.js";
import { optionalEnum, optionalText } from "../primitives.js";
import { closedType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";

export const provisioningErrorInfoShape = {
  errorCode: optionalText,
  reason: optionalText,
  additionalDetails: optionalText,
  errorCategory: optionalEnum("microsoft.graph.provisioningStatusErrorCategory", provisioningStatusErrorCategories),
  recommendedAction: optionalText,
};

export const provisioningErrorInfoStrict = closedType(
  { type: "microsoft.graph.provisioningErrorInfo" },
  provisioningErrorInfoShape,
);

/** Reads a `provisioningErrorInfo`. */
export const provisioningErrorInfoSchema = tolerant(provisioningErrorInfoStrict);

/** Why an event failed. `additionalDetails` and `recommendedAction` are often null even then. */
export type ProvisioningErrorInfo = z.infer<typeof provisioningErrorInfoSchema>;
