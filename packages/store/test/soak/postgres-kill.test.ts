import { expect, it } from "vitest";
import { createPostgresDatabase } from "../../../../vitest.postgres.js";
import { killOneOfThree } from "../built/postgres-kill-rounds.js";

const url = await createPostgresDatabase();

it.skipIf(url === undefined)(
  "loses nothing acknowledged in 20 rounds of three writers, one killed after the other",
  async () => {
    const report = await killOneOfThree({ url: String(url), rounds: 20, mode: "honest" });
    console.log(
      `acknowledged by the killed: ${report.acknowledged.join(" ")}; by the others after it: ${report.afterwards.join(" ")}`,
    );
    expect(report.lost).toEqual([]);
  },
);
