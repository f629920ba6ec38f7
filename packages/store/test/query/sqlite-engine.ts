import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from "kysely";
import { hotColumns, toHotValues } from "../../src/query/columns.js";
import { compileCondition } from "../../src/query/compile-condition.js";
import type { SqlDialect } from "../../src/query/sql-dialect.js";
import { sqliteDialect } from "../../src/query/sqlite-dialect.js";
import { toRow } from "../../src/row.js";
import type { SqlValue } from "../../src/sqlite/connection.js";
import { queryFunctions } from "../../src/sqlite/functions.js";
import type { FilterEngine } from "./differential.js";

export const sqliteCompiler = new Kysely<object>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A bare table in memory. */
function createSqliteTable(): DatabaseSyncInstance {
  const database = new DatabaseSync(":memory:");
  for (const [name, run] of Object.entries(queryFunctions)) {
    database.function(name, { deterministic: true, varargs: true }, run);
  }
  const columns = hotColumns.map(({ name }) => `${name} text`).join(", ");
  database.exec(`create table summary (id text not null, at text not null, doc text not null, ${columns}) strict`);
  return database;
}

/** Conditions as the dialect compiles them, on a bare table. */
export function createSqliteEngine(dialect: SqlDialect = sqliteDialect): FilterEngine & Disposable {
  const database = createSqliteTable();
  const names = hotColumns.map(({ name }) => name);
  const insert = database.prepare(
    `insert into summary (id, at, doc, ${names.join(", ")}) values (?, ?, cast(? as text), ${names.map(() => "?").join(", ")})`,
  );
  return {
    async load(summaries) {
      database.exec("delete from summary");
      for (const summary of summaries) {
        const { at, bytes } = toRow(summary);
        const hot = toHotValues(summary);
        insert.run(summary.id, at, bytes, ...names.map((name) => hot[name]));
      }
    },
    async find(filter) {
      const { sql, parameters } = compileCondition(filter, dialect).compile(sqliteCompiler);
      const statement = database.prepare(`select json_group_array(id) as ids from summary where ${sql}`);
      const row = statement.get(...(parameters as SqlValue[])) as { readonly ids: string };
      return JSON.parse(row.ids) as string[];
    },
    [Symbol.dispose]: () => database.close(),
  };
}
