import { expect, it } from "vitest";
import { compareWithEvaluator } from "../query/differential.js";
import { createSqliteEngine } from "../query/sqlite-engine.js";

// A run of one's own: SOAK_SEED=7 SOAK_FILTERS=1000000 pnpm soak
const seed = Number(process.env["SOAK_SEED"] ?? 1);
const filters = Number(process.env["SOAK_FILTERS"] ?? 100_000);

it("SQLite says of random summaries what the evaluator says, whatever the filter", async () => {
  using engine = createSqliteEngine();
  const report = await compareWithEvaluator(engine, { seed, filters, summaries: 20, perLoad: 50 });
  console.log(`SQLite and the evaluator: seed ${seed}, ${filters} filters`, report);
  expect(report.disagreements).toEqual([]);
});
