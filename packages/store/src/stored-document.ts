import type { Content } from "./row.js";
import type { StoredSummary } from "./store.js";

/** A stored summary in memory, with both views ready to be handed out. */
export interface StoredDocument {
  readonly row: number;
  readonly tenant: string;
  readonly id: string;
  readonly at: string;
  readonly bytes: Uint8Array;
  readonly beta: StoredSummary;
  readonly v1: StoredSummary;
}

export function createStoredDocument(row: number, tenant: string, etag: number, content: Content): StoredDocument {
  const { id, at, bytes, v1Start } = content;
  const text = String(etag);
  return {
    row,
    tenant,
    id,
    at,
    bytes,
    beta: { etag: text, members: bytes.subarray(1) },
    v1: { etag: text, members: bytes.subarray(v1Start) },
  };
}
