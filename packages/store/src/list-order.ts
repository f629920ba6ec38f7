import type { BoundOrder } from "@org/odata";
import { StoreError } from "./store-error.js";

/** The order of a list: by time, then by id, both in one direction. */
export interface ListOrder {
  readonly descending: boolean;
}

/** @throws StoreError `unsupportedQuery` for any order but by `activityDateTime`. */
export function toListOrder(orderby: readonly BoundOrder[]): ListOrder {
  const [first, second] = orderby;
  if (first === undefined) return { descending: true };
  if (second === undefined && first.path.segments.join("/") === "activityDateTime")
    return { descending: first.descending };
  const asked = orderby.map(({ path, descending }) => `${path.segments.join("/")} ${descending ? "desc" : "asc"}`);
  throw new StoreError(
    "unsupportedQuery",
    `The store has no index for the order '${asked.join(", ")}'. Order by activityDateTime alone, asc or desc.`,
  );
}
