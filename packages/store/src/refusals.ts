import type { EtagCondition } from "./store.js";
import { StoreError } from "./store-error.js";

export function notFound(id: string): StoreError {
  return new StoreError("notFound", `No summary with the id '${id}' is stored.`);
}

export function duplicateId(id: string): StoreError {
  return new StoreError(
    "duplicateId",
    `A summary with the id '${id}' is stored already. Update it, or use another id.`,
  );
}

/** @throws StoreError `etagMismatch` unless the stored etag fits. */
export function checkEtag(id: string, etag: string, ifMatch: EtagCondition | undefined): void {
  if (ifMatch === undefined || ifMatch === "*" || ifMatch.includes(etag)) return;
  throw new StoreError(
    "etagMismatch",
    `The summary '${id}' has changed: its etag is not among those given. Read it again and repeat the change.`,
  );
}
