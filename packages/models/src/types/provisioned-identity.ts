import type { z } from "zod";
import { optionalText } from "../primitives.js";
import { openType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";
import { detailsInfoStrict } from "./details-info.js";
import { identityShape, identityType } from "./identity.js";

export const provisionedIdentityStrict = openType(
  { type: "microsoft.graph.provisionedIdentity", baseType: identityType },
  { ...identityShape, details: detailsInfoStrict.nullable().optional(), identityType: optionalText },
);

/** Reads a `provisionedIdentity`. */
export const provisionedIdentitySchema = tolerant(provisionedIdentityStrict);

/** The provisioned object as one of the two systems knows it. At the target, id and name may be empty strings. */
export type ProvisionedIdentity = z.infer<typeof provisionedIdentitySchema>;
