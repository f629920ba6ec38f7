import type { PostgresRow } from "./postgres-row.js";
import { keyColumns } from "./schema.js";

/** Columns in the order in which a row is written. */
export const writtenColumns = ["tenant", "id", "etag", "at", "v1_start", "doc", "search_doc", "names", ...keyColumns];

export const copyStatement = `copy summary (${writtenColumns.join(", ")}) from stdin (format binary)`;

const signature = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const end = Buffer.from([0xff, 0xff]);

/** Rows in the binary format of COPY, which takes texts as they are: nothing is escaped, nothing made a string. */
export function toCopyBytes(rows: readonly PostgresRow[]): Uint8Array {
  const parts: Uint8Array[] = [signature];
  for (const row of rows) {
    parts.push(countOf(writtenColumns.length));
    for (const value of valuesOf(row)) parts.push(...fieldOf(value));
  }
  parts.push(end);
  return Buffer.concat(parts);
}

function valuesOf(row: PostgresRow): (Uint8Array | string | null)[] {
  const etag = Buffer.alloc(8);
  etag.writeBigInt64BE(BigInt(row.etag));
  const v1Start = Buffer.alloc(4);
  v1Start.writeInt32BE(row.v1Start);
  return [row.tenant, row.id, etag, row.at, v1Start, row.doc, row.searchDoc, row.names, ...row.keys];
}

function fieldOf(value: Uint8Array | string | null): Uint8Array[] {
  const length = Buffer.alloc(4);
  if (value === null) return [length.fill(0xff)];
  const bytes = typeof value === "string" ? Buffer.from(value) : value;
  length.writeInt32BE(bytes.byteLength);
  return [length, bytes];
}

function countOf(columns: number): Uint8Array {
  const count = Buffer.alloc(2);
  count.writeInt16BE(columns);
  return count;
}
