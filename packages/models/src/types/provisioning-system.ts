import type { z } from "zod";
import { openType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";
import { identityType } from "./identity.js";
import { provisioningSystemShape } from "./provisioning-system-details.js";

export const provisioningSystemStrict = openType(
  { type: "microsoft.graph.provisioningSystem", baseType: identityType },
  provisioningSystemShape,
);

/** Reads a `provisioningSystem`. */
export const provisioningSystemSchema = tolerant(provisioningSystemStrict);

/** The system at one end of a provisioning job, under the name that v1.0 gives its type. */
export type ProvisioningSystem = z.infer<typeof provisioningSystemSchema>;
