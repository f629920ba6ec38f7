import { openType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";
import type { DetailsInfo } from "./details-info.js";
import { identityType } from "./identity.js";
import { provisioningSystemShape } from "./provisioning-system-details.js";

export const provisioningSystemStrict = openType(
  { type: "microsoft.graph.provisioningSystem", baseType: identityType },
  provisioningSystemShape,
);

/** Reads a `provisioningSystem`. */
export const provisioningSystemSchema = tolerant(provisioningSystemStrict);

/** The system at one end of a provisioning job, under the name that v1.0 gives its type. */
export interface ProvisioningSystem {
  /** The id of the system; not the same in every event of a job. May be null. */
  id?: string | null | undefined;
  /** The name of the system for people, such as `Azure Active Directory`. May be null. */
  displayName?: string | null | undefined;
  /** More on the system, free in form. May be null. */
  details?: DetailsInfo | null | undefined;
}
