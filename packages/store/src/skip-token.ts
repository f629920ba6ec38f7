import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { StoreError } from "./store-error.js";

/** A value that rows are ordered by. What a text means is up to the engine that made the token. */
export type OrderValue = string | number | null;

/** Where a page ended: the order values of its last row, and its id. */
export interface Cursor {
  readonly values: readonly OrderValue[];
  readonly id: string;
}

/** A cursor whose values were too long to be carried: what they hash to, and the row they can be read from again. */
export interface CursorReference {
  readonly digest: string;
  readonly id: string;
}

/** What a token is bound to beside its cursor. */
export interface TokenScope {
  readonly tenant: string;
  /** Names the order and whatever else decides which rows a page holds. */
  readonly query: string;
}

const macLength = 16;
/** Longest order values that a token carries, as JSON in bytes. With the longest id it still fits an address. */
const valuesLength = 400;

/**
 * An opaque token of `[A-Za-z0-9_-]`. The scope is not inside: it only enters the seal, so a token opens with the key,
 * tenant and query that made it and with nothing else.
 */
export function sealSkipToken(cursor: Cursor, scope: TokenScope, key: Uint8Array): string {
  const values = JSON.stringify(cursor.values);
  // The usual case by length alone: a character has three bytes at most.
  const isShort = values.length * 3 <= valuesLength || Buffer.byteLength(values) <= valuesLength;
  const where = isShort ? values : JSON.stringify(digestOf(cursor.values));
  const payload = Buffer.from(`[${where},${JSON.stringify(cursor.id)}]`);
  return Buffer.concat([seal(payload, scope, key), payload]).toString("base64url");
}

/** @throws StoreError `badSkipToken` unless `sealSkipToken` made this very text for this scope and key. */
export function openSkipToken(token: string, scope: TokenScope, key: Uint8Array): Cursor | CursorReference {
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
  const [where, id] = JSON.parse(payload.toString()) as [OrderValue[] | string, string];
  return typeof where === "string" ? { digest: where, id } : { values: where, id };
}

/**
 * The cursor that a reference stands for, given the values of its row as they are now; undefined when the row is gone.
 * @throws StoreError `badSkipToken` when they are no longer those of the page.
 */
export function resolveCursor(reference: CursorReference, values: readonly OrderValue[] | undefined): Cursor {
  if (values !== undefined && digestOf(values) === reference.digest) return { values, id: reference.id };
  throw new StoreError(
    "badSkipToken",
    `The page ended at the summary '${reference.id}', whose order values are too long for a token, and which was changed or ` +
      "deleted since. Start again without a token, or order by something shorter.",
  );
}

function digestOf(values: readonly OrderValue[]): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("base64url");
}

function seal(payload: Uint8Array, scope: TokenScope, key: Uint8Array): Buffer {
  const context = JSON.stringify(["skip-token-2", scope.tenant, scope.query]);
  return createHmac("sha256", key).update(context).update("\n").update(payload).digest().subarray(0, macLength);
}
