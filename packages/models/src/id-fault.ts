import { inputBounds, isTooLong } from "./bounds.js";

/** Why a text cannot be the id of a summary, to be read after the path; undefined when it can. */
export function findIdFault(id: string): string | undefined {
  if (id === "") return "must not be empty";
  if (isTooLong(id, inputBounds.idBytes)) return `is longer than ${inputBounds.idBytes} bytes`;
  // In a Unicode pattern a surrogate matches only when it is not half of a pair.
  return /\p{Surrogate}/u.test(id) ? "holds half a surrogate pair, which UTF-8 cannot write" : undefined;
}
