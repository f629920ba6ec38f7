import {
  type ProvisioningStatusErrorCategory,
  provisioningStatusErrorCategories,
} from "../enums/provisioning-status-error-category.js";
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
export interface ProvisioningErrorInfo {
  /** A short code for programs; `@org/models/error-codes` explains the known ones. May be null. */
  errorCode?: string | null | undefined;
  /** What went wrong, as a longer text for people. May be null. */
  reason?: string | null | undefined;
  /** Whatever else is known of the error, as text; often null. */
  additionalDetails?: string | null | undefined;
  /** Where the cause lies. May be null. */
  errorCategory?: ProvisioningStatusErrorCategory | null | undefined;
  /** What to do about it, as a text or a link; often null. */
  recommendedAction?: string | null | undefined;
}

/** Reasons as a writer gives them: known members only. */
export interface ProvisioningErrorInfoInput extends ProvisioningErrorInfo {
  /** Where the cause lies; null clears. */
  errorCategory?: (typeof provisioningStatusErrorCategories)[number] | null | undefined;
}
