import { optionalText } from "../primitives.js";
import { closedType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";

export const modifiedPropertyStrict = closedType(
  { type: "microsoft.graph.modifiedProperty" },
  { displayName: optionalText, oldValue: optionalText, newValue: optionalText },
);

/** Reads a `modifiedProperty`. */
export const modifiedPropertySchema = tolerant(modifiedPropertyStrict);

/** One attribute that changed at the target; both values are texts, whatever the attribute's type. */
export interface ModifiedProperty {
  /** The name of the attribute at the target. May be null. */
  displayName?: string | null | undefined;
  /** The value before the event, as a text; null when there was none or it is not known. */
  oldValue?: string | null | undefined;
  /** The value after the event, as a text; null when the attribute was cleared. */
  newValue?: string | null | undefined;
}
