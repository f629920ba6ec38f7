import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listFiles, packagesOf } from "./workspace.js";

let folder: string;

// A download without git: nothing says what is versioned, so what tools make is left out by name.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "provlog-download-"));
  for (const path of ["README.md", "packages/a/src/a.ts", "packages/a/dist/a.js", "node_modules/b/index.js"]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), "");
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it("lists the files of a download that has no git", () => {
  expect(listFiles(folder)).toEqual(["README.md", "packages/a/src/a.ts"]);
});

it("takes a package.json one level below a room's parent for a package, and no deeper one", () => {
  const text = '{ "name": "x" }';
  const paths = [
    "packages/a/package.json",
    "packages/a/test/fixture/package.json",
    "package.json",
    "apps/b/package.json",
  ];
  expect(packagesOf(paths.map((path) => ({ path, text }))).map((member) => member.folder)).toEqual([
    "packages/a",
    "apps/b",
  ]);
});
