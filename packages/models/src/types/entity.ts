import { text } from "../primitives.js";
import { closedType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";

export const entityStrict = closedType({ type: "microsoft.graph.entity" }, { id: text });

/** Reads an `entity`: anything with an id. */
export const entitySchema = tolerant(entityStrict);

/** The abstract base of every Graph entity. The id is an opaque string: real ones look like GUIDs but break RFC 4122. */
export interface Entity {
  /** The key of the entity, case included. Never null. */
  id: string;
}
