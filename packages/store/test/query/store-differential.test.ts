import { describe, expect, it } from "vitest";
import { createPostgresDatabase } from "../../../../vitest.postgres.js";
import { openStore } from "../../src/index.js";
import { compareWithEvaluator } from "./differential.js";
import { createStoreEngine, findWrongOrder } from "./store-engine.js";

const seed = 20_261_129;
const postgres = await createPostgresDatabase();

describe.each([
  ["SQLite", ":memory:"],
  ["PostgreSQL", postgres],
])("the store on %s", (_name, url) => {
  it.skipIf(url === undefined)("lists and counts what passes a random filter", async () => {
    await using store = await openStore(url);
    const options = { seed, filters: 80, summaries: 20, perLoad: 20 };
    const report = await compareWithEvaluator(createStoreEngine(store), options);
    expect(report.disagreements).toEqual([]);
    // Some ask more of each element of a collection than a store lets pass.
    expect(report.refused).toBeLessThan(10);
  });

  it.skipIf(url === undefined)("gives its pages in the order that compareEntities has", async () => {
    await using store = await openStore(url);
    expect(await findWrongOrder(store, { seed, rounds: 2, orders: 10 })).toBe(undefined);
  });
});
