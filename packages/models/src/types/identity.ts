import { optionalText } from "../primitives.js";
import { openType } from "../structured-type.js";

export const identityType = "microsoft.graph.identity";

export const identityShape = { id: optionalText, displayName: optionalText };

/** The open base type of everything that has an id and a name. */
export const identityStrict = openType({ type: identityType }, identityShape);
