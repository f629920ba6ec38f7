import { expect, it } from "vitest";
import { killWhileWriting } from "../built/kill-rounds.js";
import { createTemporaryFolder } from "../temporary-folder.js";

const newPath = createTemporaryFolder();

it("finds every acknowledged write after each of 200 kills", async () => {
  const report = await killWhileWriting({ file: newPath(), rounds: 200, seed: 1, mode: "honest" });
  const total = report.acknowledged.reduce((sum, count) => sum + count, 0);
  console.info(
    `200 kills: ${total} acknowledged writes, ${report.lost.length} lost, ${report.damage.length} reports of damage`,
  );
  expect(report).toMatchObject({ lost: [], damage: [] });
});
