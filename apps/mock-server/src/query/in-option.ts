import { type EntityDescription, ODataError } from "@org/odata";
import { type ExpressionOption, ProblemError } from "../problem.js";

/** Where a text stands and what its names are looked up in. */
export interface OptionPlace {
  readonly option: ExpressionOption;
  readonly text: string;
  readonly description: EntityDescription;
}

/**
 * Reads the value of one option; an error then tells whose value it was, which Graph's words depend on.
 * @throws ProblemError for what the value has wrong.
 */
export function inOption<Value>(place: OptionPlace, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!ODataError.isInstance(error)) throw error;
    throw new ProblemError({ kind: "query", error, ...place });
  }
}
