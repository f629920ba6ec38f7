import { optionalText } from "../primitives.js";
import { openType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";
import { type DetailsInfo, detailsInfoStrict } from "./details-info.js";
import { identityShape, identityType } from "./identity.js";

export const provisionedIdentityStrict = openType(
  { type: "microsoft.graph.provisionedIdentity", baseType: identityType },
  { ...identityShape, details: detailsInfoStrict.nullable().optional(), identityType: optionalText },
);

/** Reads a `provisionedIdentity`. */
export const provisionedIdentitySchema = tolerant(provisionedIdentityStrict);

/** The provisioned object as one of the two systems knows it. At the target, id and name may be empty strings. */
export interface ProvisionedIdentity {
  /** The id of the object in this system; at the target empty or null until the object exists there. */
  id?: string | null | undefined;
  /** The name of the object in this system. May be empty or null. */
  displayName?: string | null | undefined;
  /** Attributes of the object as this system has them, free in form. May be null. */
  details?: DetailsInfo | null | undefined;
  /** The kind of object in the words of its system, such as `User` or `Group`. May be null. */
  identityType?: string | null | undefined;
}
