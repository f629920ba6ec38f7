import type { z } from "zod";
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
export type ProvisioningServicePrincipal = z.infer<typeof provisioningServicePrincipalSchema>;
