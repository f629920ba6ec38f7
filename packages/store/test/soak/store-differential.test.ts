import { describe, expect, it } from "vitest";
import { createPostgresDatabase } from "../../../../vitest.postgres.js";
import { openStore } from "../../src/index.js";
import { compareWithEvaluator } from "../query/differential.js";
import { createStoreEngine, findWrongOrder } from "../query/store-engine.js";

const seed = Number(process.env["SOAK_SEED"] ?? 1);
const postgres = await createPostgresDatabase();

describe.each([
  ["SQLite", ":memory:"],
  ["PostgreSQL", postgres],
])("the store on %s", (name, url) => {
  it.skipIf(url === undefined)("lists and counts what passes a random filter", async () => {
    await using store = await openStore(url);
    const report = await compareWithEvaluator(createStoreEngine(store), {
      seed,
      filters: 5_000,
      summaries: 40,
      perLoad: 100,
    });
    console.log(`the store on ${name} and the evaluator: seed ${seed}`, report);
    expect(report.disagreements).toEqual([]);
  });

  it.skipIf(url === undefined)("gives its pages in the order that compareEntities has", async () => {
    await using store = await openStore(url);
    expect(await findWrongOrder(store, { seed, rounds: 20, orders: 50 })).toBe(undefined);
  });
});
