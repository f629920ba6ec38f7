import type { StoredSummary, View } from "../store.js";

/** A stored summary as it was read. */
export interface ReadDocument {
  /** The id as the table keeps it. */
  readonly key: string;
  readonly etag: string;
  readonly at: string;
  /** UTF-8 JSON of the beta view. */
  readonly bytes: Uint8Array;
  /** Where in `bytes` the members of the v1.0 view begin. */
  readonly v1Start: number;
}

/** From the values of `readColumns`. */
export function readDocument(row: readonly unknown[]): ReadDocument {
  const [key, etag, at, v1Start, text] = row;
  const bytes = Buffer.from(String(text));
  return {
    key: String(key),
    etag: String(etag),
    at: String(at),
    v1Start: Number(v1Start),
    bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  };
}

export function summaryOf({ bytes, v1Start, etag }: ReadDocument, view: View): StoredSummary {
  return { etag, members: bytes.subarray(view === "beta" ? 1 : v1Start) };
}
