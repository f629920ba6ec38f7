import { describe, expect, it } from "vitest";
import { createPostgresDatabase } from "../../../../vitest.postgres.js";
import { condition } from "../../src/query/condition.js";
import { postgresDialect } from "../../src/query/postgres-dialect.js";
import type { Sql } from "../../src/query/sql-dialect.js";
import { compareWithEvaluator } from "./differential.js";
import { createPostgresEngine } from "./postgres-engine.js";

const url = await createPostgresDatabase();
const seed = 20_261_129;

describe.skipIf(url === undefined)("PostgreSQL", () => {
  it("says of random summaries what the evaluator says, whatever the filter", async () => {
    await using engine = await createPostgresEngine(url ?? "");
    const report = await compareWithEvaluator(engine, { seed, filters: 500, summaries: 40, perLoad: 100 });
    expect(report).toMatchObject({ disagreements: [], compared: 20_000 });
  });

  it("is found out when null equals nothing in it, as SQL has it", async () => {
    const broken = { ...postgresDialect, same: (left: Sql, right: Sql) => condition`(${left} = ${right})` };
    await using engine = await createPostgresEngine(url ?? "", broken);
    const report = await compareWithEvaluator(engine, { seed, filters: 500, summaries: 40, perLoad: 100, enough: 1 });
    expect(report.disagreements).not.toEqual([]);
  });
});
