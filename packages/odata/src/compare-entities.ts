import type { BoundOrder } from "./bound-query.js";
import { compareValues, readPath, toValue } from "./evaluate.js";

/**
 * Orders entities as `$orderby` asks: for `Array.prototype.sort`. Nulls come first, strings by code point. Equal ones
 * compare as 0; a service puts the key last.
 */
export function compareEntities(orderby: readonly BoundOrder[]): (left: unknown, right: unknown) => number {
  return (left, right) => {
    for (const { path, descending } of orderby) {
      const a = toValue(readPath(path.segments, left), path.type);
      const b = toValue(readPath(path.segments, right), path.type);
      if (a === b) continue;
      const order = a === null ? -1 : b === null ? 1 : compareValues(a, b);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  };
}
