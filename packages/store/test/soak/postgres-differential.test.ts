import { describe, expect, it } from "vitest";
import { createPostgresDatabase } from "../../../../vitest.postgres.js";
import { compareWithEvaluator } from "../query/differential.js";
import { createPostgresEngine } from "../query/postgres-engine.js";

// A run of one's own: SOAK_SEED=7 SOAK_FILTERS=1000000 pnpm soak
const seed = Number(process.env["SOAK_SEED"] ?? 1);
const filters = Number(process.env["SOAK_FILTERS"] ?? 100_000);
const url = await createPostgresDatabase();

describe.skipIf(url === undefined)("PostgreSQL", () => {
  it("says of random summaries what the evaluator says, whatever the filter", async () => {
    await using engine = await createPostgresEngine(url ?? "");
    const report = await compareWithEvaluator(engine, { seed, filters, summaries: 20, perLoad: 50 });
    console.log(`PostgreSQL and the evaluator: seed ${seed}, ${filters} filters`, report);
    expect(report.disagreements).toEqual([]);
  });
});
