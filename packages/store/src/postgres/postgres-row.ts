import { toPostgresDocument } from "../query/strange-text.js";
import type { Row } from "../row.js";
import { toIndexKey } from "./key.js";
import { keyColumns } from "./schema.js";

/** What a row of the table holds. */
export interface PostgresRow {
  readonly tenant: string;
  readonly id: string;
  readonly etag: number;
  readonly at: string;
  readonly v1Start: number;
  readonly doc: Uint8Array;
  /** The document as PostgreSQL's JSON functions take it; null when that is `doc` itself. */
  readonly searchDoc: string | null;
  readonly names: string | null;
  /** In the order of `keyColumns`. */
  readonly keys: readonly (string | null)[];
}

export function toPostgresRow(tenant: string, content: Row, etag: number): PostgresRow {
  const { id, at, v1Start, bytes, indexed } = content;
  return {
    tenant: toIndexKey(tenant),
    id: toIndexKey(id),
    etag,
    at,
    v1Start,
    doc: bytes,
    searchDoc: toSearchDocument(bytes),
    names: indexed.names,
    keys: keyColumns.map((column) => indexed[column]),
  };
}

/** Only what holds an escape can hold text that PostgreSQL refuses, and hardly any document does. */
function toSearchDocument(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return text.includes("\\u") ? (toPostgresDocument(text.toString()) ?? null) : null;
}
