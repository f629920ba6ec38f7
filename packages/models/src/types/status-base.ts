import { type ProvisioningResult, provisioningResults } from "../enums/provisioning-result.js";
import { optionalEnum } from "../primitives.js";
import { closedType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";

export const statusBaseType = "microsoft.graph.statusBase";

export const statusBaseShape = { status: optionalEnum("microsoft.graph.provisioningResult", provisioningResults) };

export const statusBaseStrict = closedType({ type: statusBaseType }, statusBaseShape);

/** Reads a `statusBase`. */
export const statusBaseSchema = tolerant(statusBaseStrict);

/** The outcome of an event in its older form. Failed events carry a `statusDetails` instead. */
export interface StatusBase {
  /** How the event ended. May be null. */
  status?: ProvisioningResult | null | undefined;
}
