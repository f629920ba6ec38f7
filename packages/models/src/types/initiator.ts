import { type InitiatorType, initiatorTypes } from "../enums/initiator-type.js";
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
export interface Initiator {
  /** The initiator's object id; empty or null when the provisioning service itself acted. */
  id?: string | null | undefined;
  /** The initiator's name for people. May be null. */
  displayName?: string | null | undefined;
  /** Which kind of actor it was. May be null. */
  initiatorType?: InitiatorType | null | undefined;
}

/** An initiator as a writer gives it: known members only. */
export interface InitiatorInput extends Initiator {
  /** Which kind of actor it was; null clears. */
  initiatorType?: (typeof initiatorTypes)[number] | null | undefined;
}
