import { expect, it } from "vitest";
import { compareWithEvaluator } from "./differential.js";
import { createSqliteEngine } from "./sqlite-engine.js";

const seed = 20_261_129;

it("SQLite says of random summaries what the evaluator says, whatever the filter", async () => {
  using engine = createSqliteEngine();
  const report = await compareWithEvaluator(engine, { seed, filters: 1_500, summaries: 40, perLoad: 100 });
  console.log(report);
  expect(report.disagreements).toEqual([]);
});
