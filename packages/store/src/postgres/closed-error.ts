import { StoreError } from "../store-error.js";

/** For calls on a store that was closed, or is closing. */
export function closedError(): StoreError {
  return new StoreError(
    "closed",
    "The store is closed. What was acknowledged is stored; open the store again to go on.",
  );
}
