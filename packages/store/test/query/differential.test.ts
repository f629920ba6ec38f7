import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { condition } from "../../src/query/condition.js";
import type { SqlDialect } from "../../src/query/sql-dialect.js";
import { sqliteDialect } from "../../src/query/sqlite-dialect.js";
import { compareWithEvaluator } from "./differential.js";
import { createSqliteEngine } from "./sqlite-engine.js";

const seed = 20_261_129;

describe("SQLite and the evaluator", () => {
  it("say the same of random summaries, whatever the filter", async () => {
    using engine = createSqliteEngine();
    const report = await compareWithEvaluator(engine, { seed, filters: 1_500, summaries: 40, perLoad: 100 });
    expect(report).toMatchObject({ disagreements: [], compared: 60_000, refused: 0 });
    // Filters that all or no summaries pass show little.
    expect(report.telling).toBeGreaterThan(600);
  });

  const planted: readonly [string, Partial<SqlDialect>][] = [
    ["null that equals nothing", { same: (left, right) => condition`(${left} = ${right})` }],
    ["text as the driver takes it", { text: (value) => sql`${value}` }],
    ["enums compared with regard to case", { lowerMember: (text) => text }],
    ["a missing collection without a length", { count: (source) => sql`json_array_length(${source.value}, '$.none')` }],
    [
      "whole numbers divided with a fraction",
      { arithmetic: (operator, left, right) => sqliteDialect.arithmetic(operator, left, right, false) },
    ],
    [
      "letters mapped in ASCII only",
      {
        call: (name, values) => (name === "tolower" ? sql`lower(${values[0]?.sql})` : sqliteDialect.call(name, values)),
      },
    ],
  ];

  it.each(planted)("differ when SQLite has %s", async (_name, fault) => {
    using engine = createSqliteEngine({ ...sqliteDialect, ...fault });
    const report = await compareWithEvaluator(engine, { seed, filters: 1_500, summaries: 40, perLoad: 100, enough: 1 });
    expect(report.disagreements).not.toEqual([]);
  });
});
