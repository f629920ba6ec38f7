import { provisioningObjectSummaryDescription } from "@org/models";
import { bindFilter, parseFilter } from "@org/odata";
import {
  DummyDriver,
  Kysely,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { describe, expect, it } from "vitest";
import { compileCondition } from "../../src/query/compile-condition.js";
import { postgresDialect } from "../../src/query/postgres-dialect.js";
import { sqliteDialect } from "../../src/query/sqlite-dialect.js";

function compilerFor(engine: "sqlite" | "postgres") {
  return new Kysely<object>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (database) => new SqliteIntrospector(database),
      createQueryCompiler: () => (engine === "sqlite" ? new SqliteQueryCompiler() : new PostgresQueryCompiler()),
    },
  });
}

function compile(filter: string, engine: "sqlite" | "postgres") {
  const bound = bindFilter(parseFilter(filter), provisioningObjectSummaryDescription);
  const condition = compileCondition(bound, engine === "sqlite" ? sqliteDialect : postgresDialect);
  const { sql, parameters } = condition.compile(compilerFor(engine));
  return { sql, parameters };
}

describe("a condition on a property with a column", () => {
  it("does not read the document", () => {
    expect(compile("ProvisioningStatusInfo/Status eq 'Failure'", "sqlite")).toEqual({
      sql: '(summary."status" is ?)',
      parameters: ["failure"],
    });
    expect(compile("provisioningStatusInfo/status eq 'failure'", "postgres")).toEqual({
      sql: '(summary."status" is not distinct from $1::text collate "C")',
      parameters: ["failure"],
    });
  });
});
