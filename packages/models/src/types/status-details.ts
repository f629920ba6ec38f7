import type { provisioningResults } from "../enums/provisioning-result.js";
import type {
  ProvisioningStatusErrorCategory,
  provisioningStatusErrorCategories,
} from "../enums/provisioning-status-error-category.js";
import { closedType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";
import { provisioningErrorInfoShape } from "./provisioning-error-info.js";
import { type StatusBase, statusBaseShape, statusBaseType } from "./status-base.js";

export const statusDetailsType = "microsoft.graph.statusDetails";

const statusDetailsShape = { ...statusBaseShape, ...provisioningErrorInfoShape };

export const statusDetailsStrict = closedType(
  { type: statusDetailsType, baseType: statusBaseType },
  statusDetailsShape,
);

/**
 * What the property `statusInfo` holds: declared as `statusBase`, and a `statusDetails` as soon as one of the latter's
 * own members is there.
 */
export const statusInfoStrict = closedType(
  { type: statusBaseType, derivedTypes: [statusDetailsType] },
  statusDetailsShape,
);

/** Reads a `statusDetails`. */
export const statusDetailsSchema = tolerant(statusDetailsStrict);

/** The outcome of a failed event in its older form: a `statusBase` with the reasons. */
export interface StatusDetails extends StatusBase {
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

/** A `statusInfo` as a writer gives it: known members only. */
export interface StatusDetailsInput extends StatusDetails {
  /** How it ended; null clears. */
  status?: (typeof provisioningResults)[number] | null | undefined;
  /** Where the cause lies; null clears. */
  errorCategory?: (typeof provisioningStatusErrorCategories)[number] | null | undefined;
}
