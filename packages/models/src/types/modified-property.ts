import type { z } from "zod";
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
export type ModifiedProperty = z.infer<typeof modifiedPropertySchema>;
