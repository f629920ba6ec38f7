import { createHmac, timingSafeEqual } from "node:crypto";
import { StoreError } from "./store-error.js";

/** Where a page ended: the order value of its last row, and its id. */
export interface Cursor {
  readonly at: string;
  readonly id: string;
}

/** What a token is bound to beside its cursor. */
export interface TokenScope {
  readonly tenant: string;
  /** Names the order (and whatever else decides which rows a page holds). */
  readonly query: string;
}

const macLength = 16;

/**
 * An opaque token of `[A-Za-z0-9_-]`. The scope is not inside: it only enters the seal, so a token opens with the key,
 * tenant and query that made it and with nothing else.
 */
export function sealSkipToken(cursor: Cursor, scope: TokenScope, key: Uint8Array): string {
  const payload = Buffer.from(JSON.stringify([cursor.at, cursor.id]));
  return Buffer.concat([seal(payload, scope, key), payload]).toString("base64url");
}

/** @throws StoreError `badSkipToken` unless `sealSkipToken` made this very text for this scope and key. */
export function openSkipToken(token: string, scope: TokenScope, key: Uint8Array): Cursor {
  const bytes = Buffer.from(token, "base64url");
  const payload = bytes.subarray(macLength);
  // Decoding ignores stray characters and spare bits, so only the canonical text is taken.
  const whole = bytes.length > macLength && bytes.toString("base64url") === token;
  if (!whole || !timingSafeEqual(bytes.subarray(0, macLength), seal(payload, scope, key))) {
    throw new StoreError(
      "badSkipToken",
      "The skip token was not made by this store for this tenant and query. Tokens are opaque and bound to their query: " +
        "follow the nextLink unchanged, or start again without a token.",
    );
  }
  const [at, id] = JSON.parse(payload.toString()) as [string, string];
  return { at, id };
}

function seal(payload: Uint8Array, scope: TokenScope, key: Uint8Array): Buffer {
  const context = JSON.stringify(["skip-token-1", scope.tenant, scope.query]);
  return createHmac("sha256", key).update(context).update("\n").update(payload).digest().subarray(0, macLength);
}
