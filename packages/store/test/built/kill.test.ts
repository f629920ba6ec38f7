import { expect, it } from "vitest";
import { createTemporaryFolder } from "../temporary-folder.js";
import { killWhileWriting } from "./kill-rounds.js";

const newPath = createTemporaryFolder();

it("finds every acknowledged write after each of 20 kills", async () => {
  const report = await killWhileWriting({ file: newPath(), rounds: 20, seed: 20_261_124, mode: "honest" });
  expect(report).toMatchObject({ lost: [], damage: [] });
  expect(report.acknowledged).toHaveLength(20);
  expect(Math.min(...report.acknowledged)).toBeGreaterThan(0);
});

it("would see it if writes were acknowledged before their commit", async () => {
  const report = await killWhileWriting({ file: newPath(), rounds: 3, seed: 20_261_124, mode: "early" });
  expect(report.lost.length).toBeGreaterThan(0);
  expect(report.damage).toEqual([]);
});
