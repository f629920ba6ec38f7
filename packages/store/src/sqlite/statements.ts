import type { Connection } from "./connection.js";

/** Documents are kept as text, for SQLite's JSON functions, and always bound and read as bytes. */
const columns = "row, id, etag, at, v1_start, cast(doc as blob)";

/** The statements that do not depend on a query, prepared once. */
export function prepareStatements(connection: Connection) {
  const prepare = (sql: string) => connection.prepare(sql);
  return {
    begin: prepare("begin immediate"),
    commit: prepare("commit"),
    rollback: prepare("rollback"),
    byId: prepare(`select ${columns} from summary where tenant = ? and id = ?`),
    byRows: prepare(`select ${columns} from summary where row in (select value from json_each(?))`),
    count: prepare("select count(*) from summary where tenant = ?"),
    lastRow: prepare("select max(row) from summary where tenant = ?"),
    insert: prepare(
      "insert into summary (tenant, id, etag, at, v1_start, doc) values (?, ?, ?, ?, ?, cast(? as text)) on conflict do nothing",
    ),
    update: prepare("update summary set etag = ?, v1_start = ?, doc = cast(? as text), at = ? where row = ?"),
    updateSameTime: prepare("update summary set etag = ?, v1_start = ?, doc = cast(? as text) where row = ?"),
    delete: prepare("delete from summary where row = ?"),
    deleteSome: prepare(
      "delete from summary where row in (select row from summary where tenant = ? and row <= ? limit ?) returning row, id",
    ),
    meta: prepare("select value from meta where name = ?"),
    setMeta: prepare("update meta set value = ? where name = ?"),
  };
}
