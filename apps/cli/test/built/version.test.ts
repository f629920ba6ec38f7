import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runBin } from "./run-bin.js";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "provlog-loads-"));
  // A hook that writes down every module file that Node loads.
  const hook = `import { appendFileSync } from "node:fs";
export async function load(url, context, next) { if (url.startsWith("file:")) appendFileSync(process.env.LOADED, url + "\\n"); return next(url, context); }`;
  writeFileSync(join(folder, "hook.mjs"), hook);
  const register = `import { register } from "node:module"; register(${JSON.stringify(pathToFileURL(join(folder, "hook.mjs")).href)});`;
  writeFileSync(join(folder, "register.mjs"), register);
});

afterAll(() => rmSync(folder, { recursive: true }));

async function loadedBy(argv: readonly string[], name: string): Promise<{ stdout: string; files: string[] }> {
  const list = join(folder, name);
  writeFileSync(list, "");
  const flags = ["--import", pathToFileURL(join(folder, "register.mjs")).href];
  const { stdout } = await runBin(argv, { nodeFlags: flags, environment: { LOADED: list } });
  const files = readFileSync(list, "utf8").trim().split("\n");
  return { stdout, files: files.filter((file) => !file.includes("/register.mjs")) };
}

describe("--version", () => {
  it.each(["--version", "-v"])("prints the package's version for %s and loads one file", async (flag) => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
      version: string;
    };
    const { stdout, files } = await loadedBy([flag], "version");
    expect(stdout).toBe(`${version}\n`);
    expect(files.map((file) => file.split("/").at(-1))).toEqual(["bin.js"]);
  });

  it("is counted by a hook that does see what --help loads", async () => {
    const { files } = await loadedBy(["--help"], "help");
    expect(files.some((file) => file.includes("/@stricli/core/"))).toBe(true);
  });
});

describe("--help", () => {
  it("loads no schema, no client, no table and no server", async () => {
    const { files } = await loadedBy(["list", "--help"], "list-help");
    expect(files.filter((file) => /zod|cli-table3|fastify|packages\/|mock-server/.test(file))).toEqual([]);
  });
});
