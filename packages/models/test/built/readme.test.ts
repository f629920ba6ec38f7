import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

it("the README's example runs against the build and prints what it says", async () => {
  const readme = await readFile(`${root}/README.md`, "utf8");
  const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
  });
  const program = outputFiles[0]?.text ?? "";
  const running = promisify(execFile)(process.execPath, ["--input-type=module"], { encoding: "utf8" });
  running.child.stdin?.end(program);
  expect((await running).stdout.trim().split("\n")).toEqual([
    "Create",
    "{ status: 'failure', errorInformation: { errorCode: 'EntryConflict' } }",
    "jobID is not a property of microsoft.graph.provisioningObjectSummary",
  ]);
});
