import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

it("the README's example runs and prints what it says", async () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const example = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  // Inside the package, where its own name is found.
  const folder = fileURLToPath(new URL("../../reports/", import.meta.url));
  const file = `${folder}readme-example.mjs`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, example);
  let output = "";
  const child = spawn(process.execPath, [file], { stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  }
  const code = await new Promise((done) => child.on("close", done));
  rmSync(file);
  expect({ code, output }).toEqual({ code: 0, output: "200 1500\n" });
});
