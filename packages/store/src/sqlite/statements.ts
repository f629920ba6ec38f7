import { type HotColumn, hotColumns } from "../query/columns.js";
import type { Connection, Statement } from "./connection.js";

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
    // Left alone, the database would rather look through the tenant's rows in some index.
    byRows: prepare(
      `select ${columns} from summary not indexed where row in (select value from json_each(?)) and tenant = ?`,
    ),
    position: prepare("select at, id from summary where row = ?"),
    lastRow: prepare("select max(row) from summary"),
    insert: prepare(
      `insert into summary (tenant, id, etag, at, v1_start, doc, ${hotColumns.map(({ name }) => name).join(", ")})
       values (?, ?, ?, ?, ?, cast(? as text), ${hotColumns.map(() => "?").join(", ")}) on conflict do nothing`,
    ),
    insertNames: prepare("insert into names (rowid, text) values (?, ?)"),
    deleteNames: prepare("delete from names where rowid in (select value from json_each(?))"),
    delete: prepare("delete from summary where row = ?"),
    deleteSome: prepare(
      "delete from summary where row in (select row from summary where tenant = ? and row <= ? limit ?) returning row, id",
    ),
    meta: prepare("select value from meta where name = ?"),
    setMeta: prepare("update meta set value = ? where name = ?"),
  };
}

/** What an update can change beside the document. */
export type ChangeableColumn = "at" | HotColumn;

/**
 * The update of a document and of these columns. To name a column would rewrite its index entry even when the value
 * stays; so each set of changed columns has its own statement. There are few, and fewer that are met.
 */
export class UpdateStatements {
  readonly #connection: Connection;
  readonly #byChanged = new Map<string, Statement>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Takes the etag, the start of the v1.0 view, the document, the changed values in order, and the row. */
  changing(changed: readonly ChangeableColumn[]): Statement {
    const assignments = changed.map((name) => `, ${name} = ?`).join("");
    const known = this.#byChanged.get(assignments);
    if (known !== undefined) return known;
    const sql = `update summary set etag = ?, v1_start = ?, doc = cast(? as text)${assignments} where row = ?`;
    const statement = this.#connection.prepare(sql);
    this.#byChanged.set(assignments, statement);
    return statement;
  }
}
