import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import { Client } from "pg";
import { toIndexKey } from "../../src/postgres/key.js";
import { hotColumns, toHotValues } from "../../src/query/columns.js";
import { compileCondition } from "../../src/query/compile-condition.js";
import { postgresDialect } from "../../src/query/postgres-dialect.js";
import type { SqlDialect } from "../../src/query/sql-dialect.js";
import { toPostgresDocument } from "../../src/query/strange-text.js";
import { toRow } from "../../src/row.js";
import type { FilterEngine } from "./differential.js";

export const postgresCompiler = new Kysely<object>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Conditions as the dialect compiles them, on a bare table of a database of their own. */
export async function createPostgresEngine(
  url: string,
  dialect: SqlDialect = postgresDialect,
): Promise<FilterEngine & AsyncDisposable> {
  const client = new Client(url);
  await client.connect();
  const names = ["id", "at", "doc", "search_doc", ...hotColumns.map(({ name }) => name)];
  await client.query("drop table if exists summary");
  await client.query(`create table summary (${names.map((name) => `${name} text collate "C"`).join(", ")})`);
  return {
    async load(summaries) {
      const rows = summaries.map((summary) => {
        const { at, bytes } = toRow(summary);
        const document = Buffer.from(bytes).toString();
        const hot = toHotValues(summary);
        const searchDocument = toPostgresDocument(document) ?? null;
        return new Map([
          ["id", toIndexKey(summary.id)],
          ["at", at],
          ["doc", document],
          ["search_doc", searchDocument],
          ...hotColumns.map(({ name }) => [name, hot[name]] as const),
        ]);
      });
      await client.query("truncate summary");
      for (const row of rows) {
        const values = names.map((name) => row.get(name));
        const slots = names.map((_, index) => `$${index + 1}`).join(", ");
        await client.query(`insert into summary (${names.join(", ")}) values (${slots})`, values);
      }
    },
    async find(filter) {
      const { sql, parameters } = compileCondition(filter, dialect).compile(postgresCompiler);
      const { rows } = await client.query<{ id: string }>(`select id from summary where ${sql}`, [...parameters]);
      return rows.map(({ id }) => id);
    },
    [Symbol.asyncDispose]: () => client.end(),
  };
}
