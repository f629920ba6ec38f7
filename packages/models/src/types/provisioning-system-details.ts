import type { z } from "zod";
import { openType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";
import { detailsInfoStrict } from "./details-info.js";
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
export type ProvisioningSystemDetails = z.infer<typeof provisioningSystemDetailsSchema>;
