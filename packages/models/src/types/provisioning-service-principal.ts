import { openType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";
import { identityShape, identityType } from "./identity.js";

export const provisioningServicePrincipalStrict = openType(
  { type: "microsoft.graph.provisioningServicePrincipal", baseType: identityType },
  identityShape,
);

/** Reads a `provisioningServicePrincipal`. */
export const provisioningServicePrincipalSchema = tolerant(provisioningServicePrincipalStrict);

/** The enterprise application whose job produced the event. One object, although the documentation says collection. */
export interface ProvisioningServicePrincipal {
  /** The id of the service principal in the tenant. May be null. */
  id?: string | null | undefined;
  /** The name of the application for people. May be null. */
  displayName?: string | null | undefined;
}
