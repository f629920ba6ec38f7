import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { root, runAgainstBuild } from "./support.js";

it("the README's example runs against the build and prints what it says", async () => {
  const readme = await readFile(`${root}/README.md`, "utf8");
  const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  expect(await runAgainstBuild(code)).toEqual([
    "Create",
    "EntryConflict",
    "jobID is not a property of microsoft.graph.provisioningObjectSummary",
  ]);
});
