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
  const { id, at, v1Start, bytes } = content;
  return {
    tenant: toIndexKey(tenant),
    id: toIndexKey(id),
    etag,
    at,
    v1Start,
    doc: bytes,
    searchDoc: null,
    names: null,
    keys: keyColumns.map(() => null),
  };
}
