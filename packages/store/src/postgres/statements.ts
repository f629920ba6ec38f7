import { writtenColumns } from "./copy-rows.js";
import type { PostgresStatement, PostgresValue } from "./database.js";
import type { PostgresRow } from "./postgres-row.js";

/** What is read of a row. */
export const readColumns = "id, etag, at, v1_start, doc";

const parameters = writtenColumns.map((_, index) => `$${index + 1}`);
const changed = writtenColumns.slice(2);

export function getStatement(tenant: string, id: string): PostgresStatement {
  return {
    name: "provlog-get",
    text: `select ${readColumns} from summary where tenant = $1 and id = $2`,
    values: [tenant, id],
  };
}

/** Changes no row when the id is stored. */
export function insertStatement(row: PostgresRow): PostgresStatement {
  return {
    name: "provlog-insert",
    text: `insert into summary (${writtenColumns.join(", ")}) values (${parameters.join(", ")}) on conflict (tenant, id) do nothing`,
    values: valuesOf(row),
  };
}

/** Changes no row unless the stored etag is still `etag`. */
export function updateStatement(row: PostgresRow, etag: string): PostgresStatement {
  const values = changed.map((column, index) => `${column} = $${index + 3}`);
  return {
    name: "provlog-update",
    text: `update summary set ${values.join(", ")} where tenant = $1 and id = $2 and etag = $${writtenColumns.length + 1}`,
    values: [...valuesOf(row), etag],
  };
}

/** Changes no row unless the stored etag is still `etag`. */
export function deleteStatement(tenant: string, id: string, etag: string): PostgresStatement {
  return {
    name: "provlog-delete",
    text: "delete from summary where tenant = $1 and id = $2 and etag = $3",
    values: [tenant, id, etag],
  };
}

/**
 * Deletes the next `limit` rows in the order of their ids; answers with how many that were and the last id looked at.
 * It walks every id once, so it ends however many are written meanwhile.
 */
export function clearStatement(tenant: string, afterId: string, limit: number): PostgresStatement {
  return {
    text: `with piece as (select id from summary where tenant = $1 and id > $2 order by id limit $3),
      gone as (delete from summary using piece where summary.tenant = $1 and summary.id = piece.id returning summary.id)
      select (select count(*) from gone), (select max(id) from piece)`,
    values: [tenant, afterId, limit],
  };
}

/** One of these ids that is stored. */
export function storedIdStatement(tenant: string, ids: readonly string[]): PostgresStatement {
  return { text: "select id from summary where tenant = $1 and id = any($2) limit 1", values: [tenant, ids] };
}

function valuesOf(row: PostgresRow): readonly PostgresValue[] {
  return [row.tenant, row.id, row.etag, row.at, row.v1Start, row.doc, row.searchDoc, row.names, ...row.keys];
}
