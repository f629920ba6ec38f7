import type { z } from "zod";
import { initiatorTypes } from "../enums/initiator-type.js";
import { optionalEnum } from "../primitives.js";
import { openType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";
import { identityShape, identityType } from "./identity.js";

export const initiatorStrict = openType(
  { type: "microsoft.graph.initiator", baseType: identityType },
  { ...identityShape, initiatorType: optionalEnum("microsoft.graph.initiatorType", initiatorTypes) },
);

/** Reads an `initiator`. */
export const initiatorSchema = tolerant(initiatorStrict);

/** Who or what started a provisioning event; nearly always the provisioning service itself, with an empty id. */
export type Initiator = z.infer<typeof initiatorSchema>;
