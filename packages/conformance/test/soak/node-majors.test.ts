import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { run, runOrThrow } from "../release/run.js";
import { readWorkspace, workspaceRoot } from "../topology/workspace.js";

const majors = [20, 22, 24];
const { packages } = readWorkspace();
const vitest = join(workspaceRoot, "node_modules/vitest/vitest.mjs");

// Every package's vitest scripts, as the package itself runs them: the sources, and what `pnpm soak` has built before.
const suites = packages.flatMap(({ folder, manifest }) =>
  ["test", "test:built"].flatMap((script) => {
    const [command, ...args] = manifest.scripts?.[script]?.split(" ") ?? [];
    return command === "vitest" ? [{ folder, script, args }] : [];
  }),
);

/** The binary of a Node major, from the package of that name in the registry the user has configured. */
async function nodeOf(major: number): Promise<string> {
  const args = ["--yes", "-p", `node@${major}`, "node", "-p", "process.execPath"];
  const node = (await runOrThrow("npx", args, { cwd: tmpdir() })).stdout.trim();
  expect((await run(node, ["--version"], { cwd: tmpdir() })).stdout).toMatch(new RegExp(`^v${major}\\.`));
  return node;
}

describe.each(majors)("on Node %i", (major) => {
  it.each(suites)("$script of $folder passes", async ({ folder, args }) => {
    const node = await nodeOf(major);
    const { code, stdout, stderr } = await run(node, [vitest, ...args], {
      cwd: join(workspaceRoot, folder),
      // Programs that a test starts by name are of this major, too.
      env: { ...process.env, CI: "1", PATH: `${dirname(node)}${delimiter}${process.env["PATH"] ?? ""}` },
    });
    expect(code, stdout + stderr).toBe(0);
  });
});

interface Digest {
  readonly node: string;
  readonly sha256: string;
  readonly peakMegabytes: number;
}

it("the simulator makes the same hundred thousand events on every major", async () => {
  const digests: Digest[] = [];
  for (const major of majors) {
    const { stdout } = await runOrThrow(await nodeOf(major), ["scripts/digest.mjs", "100000"], {
      cwd: join(workspaceRoot, "packages/simulator"),
    });
    digests.push(JSON.parse(stdout) as Digest);
  }
  console.table(digests);
  expect(digests.map(({ node }) => Number(/\d+/.exec(node)?.[0]))).toEqual(majors);
  expect(new Set(digests.map(({ sha256 }) => sha256)).size).toBe(1);
});
