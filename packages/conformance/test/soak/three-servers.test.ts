import { expect, it } from "vitest";
import { createPostgresDatabase } from "../../../../vitest.postgres.js";
import { killOneServer } from "../built/kill-one-server.js";

const databaseUrl = await createPostgresDatabase();

it.skipIf(databaseUrl === undefined)(
  "three mock servers on one PostgreSQL database lose nothing in five kills",
  async () => {
    const reports = [];
    for (let round = 0; round < 5; round += 1) reports.push(await killOneServer(String(databaseUrl), round));
    console.table(reports.map(({ byTheKilled, afterwards, lost }) => ({ byTheKilled, afterwards, lost: lost.length })));
    for (const { lost, all, continued } of reports) {
      expect(lost).toEqual([]);
      for (const ids of continued) expect(ids).toEqual(all);
    }
  },
);
