import { describe, expect, it } from "vitest";
import { createPostgresDatabase } from "../../../../vitest.postgres.js";
import { killOneServer } from "./kill-one-server.js";

const databaseUrl = await createPostgresDatabase();

describe.skipIf(databaseUrl === undefined)("three mock servers on one PostgreSQL database", () => {
  it("lose nothing acknowledged when one is killed while writing, and go on with its skip tokens", async () => {
    const report = await killOneServer(String(databaseUrl), 1);
    expect(report.lost).toEqual([]);
    expect(report.byTheKilled).toBeGreaterThanOrEqual(40);
    expect(report.afterwards).toBeGreaterThanOrEqual(40);
    expect(report.all).toHaveLength(40);
    for (const ids of report.continued) expect(ids).toEqual(report.all);
  });
});
