import { openType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";
import { type DetailsInfo, detailsInfoStrict } from "./details-info.js";
import { identityShape, identityType } from "./identity.js";

export const provisioningSystemShape = { ...identityShape, details: detailsInfoStrict.nullable().optional() };

export const provisioningSystemDetailsStrict = openType(
  { type: "microsoft.graph.provisioningSystemDetails", baseType: identityType },
  provisioningSystemShape,
);

/** Reads a `provisioningSystemDetails`. */
export const provisioningSystemDetailsSchema = tolerant(provisioningSystemDetailsStrict);

/**
 * The system at one end of a provisioning job. Today's metadata calls this type `provisioningSystem`. Its id is unstable
 * between events of the same job, so never a key.
 */
export interface ProvisioningSystemDetails {
  /** The id of the system; not the same in every event of a job. May be null. */
  id?: string | null | undefined;
  /** The name of the system for people, such as `Azure Active Directory`. May be null. */
  displayName?: string | null | undefined;
  /** More on the system, free in form. May be null. */
  details?: DetailsInfo | null | undefined;
}
