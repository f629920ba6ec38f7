import type { BoundOrder, BoundQuery } from "@org/odata";
import { StoreError } from "./store-error.js";

/** The order of a list: by time, then by id, both in one direction. */
export interface ListOrder {
  readonly descending: boolean;
}

/** @throws StoreError `unsupportedQuery` for an option that would otherwise be left out in silence. */
export function refuseUnserved(query: BoundQuery): void {
  const asked = (["filter", "select", "count", "skip"] as const).filter((name) => query[name] !== undefined);
  if (asked.length === 0) return;
  throw new StoreError(
    "unsupportedQuery",
    `The store does not answer ${asked.map((name) => `$${name}`).join(", ")}. Ask without, and do it on what comes back.`,
  );
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
