import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyWorkspace } from "../release/copy-workspace.js";
import { publish, publishEnvironment } from "../release/publish.js";
import { type Registry, startRegistry } from "../release/registry.js";
import { runOrThrow } from "../release/run.js";
import { readTarball } from "../release/tarball.js";
import { isPublic, type Manifest, readWorkspace, workspaceRoot } from "../topology/workspace.js";

const { packages } = readWorkspace();
const published = packages.filter(isPublic).map(({ folder, manifest }) => ({ folder, name: manifest.name, manifest }));
const names = published.map(({ name }) => name);
const token = "throw-away";
const note = "A change that only this test makes.";

let folder: string;
let copy: string;
let registry: Registry;
let version: string;

/** Plays a whole release on a copy: a changeset, `version`, then `publish` to a registry of this process. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "provlog-release-"));
  copy = join(folder, "workspace");
  registry = await startRegistry(token);
  await copyWorkspace(workspaceRoot, packages, copy);
  await writeFile(join(copy, ".changeset/only-in-the-test.md"), `---\n"@org/models": minor\n---\n\n${note}\n`);
  const environment = await publishEnvironment(
    join(folder, "home"),
    registry.url,
    token,
    join(workspaceRoot, "node_modules/.bin"),
  );
  const changeset = join(workspaceRoot, "node_modules/@changesets/cli/bin.js");
  await runOrThrow(process.execPath, [changeset, "version"], { cwd: copy, env: environment });
  ({ version = "" } = await manifestIn(join(copy, "packages/models")));
  const outcome = await publish(copy, changeset, environment);
  expect(outcome.code, `${outcome.stdout}\n${outcome.stderr}`).toBe(0);
});

afterAll(async () => {
  await registry?.close();
  await rm(folder, { recursive: true, force: true });
});

async function manifestIn(path: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(path, "package.json"), "utf8")) as Manifest;
}

describe("changeset version", () => {
  it("moves every published package to one new version", async () => {
    const before = published.map(({ manifest }) => manifest.version);
    const after = await Promise.all(
      published.map(async (member) => (await manifestIn(join(copy, member.folder))).version),
    );
    expect(new Set(after)).toEqual(new Set([version]));
    expect(before).not.toContain(version);
  });

  it("writes the note into the changelog of the package it is about", async () => {
    expect(await readFile(join(copy, "packages/models/CHANGELOG.md"), "utf8")).toContain(`## ${version}\n`);
    expect(await readFile(join(copy, "packages/models/CHANGELOG.md"), "utf8")).toContain(note);
  });
});

describe("changeset publish", () => {
  it("publishes every public package and no private one", () => {
    expect([...registry.packages.keys()].sort()).toEqual([...names].sort());
  });

  it.each(names)("packs what %s needs and nothing else", (name) => {
    const files = [...readTarball(tarballOf(name)).keys()];
    expect(files).toEqual(
      expect.arrayContaining(["LICENSE", "README.md", "package.json", "dist/index.js", "dist/index.d.ts"]),
    );
    expect(files.filter((path) => !/^(dist\/.+|LICENSE|README\.md|CHANGELOG\.md|package\.json)$/.test(path))).toEqual(
      [],
    );
    expect(
      files.filter((path) => /\.(test|tsbuildinfo|log)\b|(^|\/)(src|test|\.turbo|reports|node_modules)\//.test(path)),
    ).toEqual([]);
  });

  it.each(names)("leaves no workspace or catalog reference in %s", (name) => {
    const text = String(readTarball(tarballOf(name)).get("package.json"));
    expect(text).not.toMatch(/"(workspace|catalog):/);
    const { dependencies = {} } = JSON.parse(text) as Manifest;
    const siblings = Object.entries(dependencies).filter(([key]) => key.startsWith("@org/"));
    expect(siblings.filter(([, range]) => range !== version)).toEqual([]);
    expect(Object.values(dependencies).filter((range) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))).toEqual([]);
  });
});

function tarballOf(name: string): Buffer {
  const tarball = registry.packages.get(name)?.versions.get(version)?.tarball;
  if (!tarball) throw new Error(`${name}@${version} was not published`);
  return tarball;
}
