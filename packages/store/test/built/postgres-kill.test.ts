import { describe, expect, it } from "vitest";
import { createPostgresDatabase } from "../../../../vitest.postgres.js";
import { killOneOfThree } from "./postgres-kill-rounds.js";

const url = await createPostgresDatabase();

describe.skipIf(url === undefined)("three processes on one PostgreSQL database", () => {
  it("open it at once, and lose nothing acknowledged when one is killed", async () => {
    const report = await killOneOfThree({ url: String(url), rounds: 2, mode: "honest" });
    expect(report.lost).toEqual([]);
    expect(Math.min(...report.acknowledged)).toBeGreaterThanOrEqual(20);
    expect(Math.min(...report.afterwards)).toBeGreaterThanOrEqual(60);
  });

  it("would show it if writes were acknowledged before their commit", async () => {
    const report = await killOneOfThree({
      url: String(await createPostgresDatabase()),
      rounds: 2,
      mode: "early",
    });
    expect(report.lost.length).toBeGreaterThan(0);
  });
});
