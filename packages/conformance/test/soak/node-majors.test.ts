import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run, runOrThrow } from "../release/run.js";
import { readWorkspace, workspaceRoot } from "../topology/workspace.js";

const tested = readWorkspace().packages.filter(({ manifest }) => manifest.scripts?.["test"] === "vitest run");
const vitest = join(workspaceRoot, "node_modules/vitest/vitest.mjs");

/** The binary of a Node major, from the package of that name in the registry the user has configured. */
async function nodeOf(major: number): Promise<string> {
  const args = ["--yes", "-p", `node@${major}`, "node", "-p", "process.execPath"];
  return (await runOrThrow("npx", args, { cwd: tmpdir() })).stdout.trim();
}

describe.each([20, 22, 24])("on Node %i", (major) => {
  it.each(tested)("the tests of $folder pass", async ({ folder }) => {
    const node = await nodeOf(major);
    expect((await run(node, ["--version"], { cwd: tmpdir() })).stdout).toMatch(new RegExp(`^v${major}\\.`));
    const { code, stdout, stderr } = await run(node, [vitest, "run"], {
      cwd: join(workspaceRoot, folder),
      env: { ...process.env, CI: "1" },
    });
    expect(code, stdout + stderr).toBe(0);
  });
});
