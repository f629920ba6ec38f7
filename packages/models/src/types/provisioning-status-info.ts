import { type ProvisioningResult, provisioningResults } from "../enums/provisioning-result.js";
import { optionalEnum } from "../primitives.js";
import { closedType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";
import {
  type ProvisioningErrorInfo,
  type ProvisioningErrorInfoInput,
  provisioningErrorInfoStrict,
} from "./provisioning-error-info.js";

export const provisioningStatusInfoStrict = closedType(
  { type: "microsoft.graph.provisioningStatusInfo" },
  {
    status: optionalEnum("microsoft.graph.provisioningResult", provisioningResults),
    errorInformation: provisioningErrorInfoStrict.nullable().optional(),
  },
);

/** Reads a `provisioningStatusInfo`. */
export const provisioningStatusInfoSchema = tolerant(provisioningStatusInfoStrict);

/** The outcome of an event. `errorInformation` is there as null when nothing went wrong. */
export interface ProvisioningStatusInfo {
  /** How the event ended. May be null. */
  status?: ProvisioningResult | null | undefined;
  /** Why it ended so; null when nothing went wrong. */
  errorInformation?: ProvisioningErrorInfo | null | undefined;
}

/** An outcome as a writer gives it: known members only. */
export interface ProvisioningStatusInfoInput extends ProvisioningStatusInfo {
  /** How it ended; null clears. */
  status?: (typeof provisioningResults)[number] | null | undefined;
  /** Why it ended so; null says that nothing went wrong. */
  errorInformation?: ProvisioningErrorInfoInput | null | undefined;
}
