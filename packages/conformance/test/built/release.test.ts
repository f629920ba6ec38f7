import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Consumer, installConsumer, runBin, runScript, typeCheck, whileServing } from "../release/consumer.js";
import { playRelease, type Release, readManifest } from "../release/loop.js";
import { readTarball } from "../release/tarball.js";
import { isSource } from "../topology/imports.js";
import { platformNeutralRooms } from "../topology/rooms.js";
import { nodeImports } from "../topology/source-rules.js";
import { isPublic, type Manifest, readWorkspace } from "../topology/workspace.js";

// publish() itself proves, before it publishes, that both tools would publish to this machine; publish.test.ts
// shows it refuse otherwise.
const members = readWorkspace().packages;
const published = members.filter(isPublic);
const names = published.map(({ manifest }) => manifest.name);
const entries = published.flatMap(({ manifest }) =>
  Object.keys(manifest.exports ?? {})
    .filter((path) => !path.endsWith(".json"))
    .map((path) => manifest.name + path.slice(1)),
);
/** npm and pnpm pack these whatever a package lists. */
const always = ["LICENSE", "README.md", "CHANGELOG.md", "package.json"];
const note = "A change that only this test makes.";

let release: Release;

beforeAll(async () => {
  release = await playRelease(note);
});

afterAll(() => release?.close());

describe("changeset version", () => {
  it("moves every published package to one new version", async () => {
    const before = published.map(({ manifest }) => manifest.version);
    const after = await Promise.all(published.map(({ folder }) => readManifest(join(release.copy, folder))));
    expect(new Set(after.map((manifest) => manifest.version))).toEqual(new Set([release.version]));
    expect(before).not.toContain(release.version);
  });

  it("leaves private packages as they are", async () => {
    const changed = members
      .filter((member) => !isPublic(member))
      .filter(({ folder }) => existsSync(join(release.copy, folder, "CHANGELOG.md")));
    expect(changed.map(({ folder }) => folder)).toEqual([]);
  });

  it("writes the note into the changelog of the package it is about", async () => {
    const changelog = await readFile(join(release.copy, "packages/models/CHANGELOG.md"), "utf8");
    expect(changelog).toContain(`## ${release.version}\n`);
    expect(changelog).toContain(note);
  });
});

describe("changeset publish", () => {
  it("publishes every public package and no private one", () => {
    expect([...release.registry.packages.keys()].sort()).toEqual([...names].sort());
  });

  it.each(names)("packs what %s needs and nothing else", (name) => {
    const files = [...readTarball(release.tarball(name)).keys()].sort();
    const needed = ["LICENSE", "README.md", "package.json", "dist/index.js", "dist/index.d.ts"];
    expect(needed.filter((path) => !files.includes(path))).toEqual([]);
    const allowed = [...always, ...(manifestOf(name).files ?? [])];
    expect(files.filter((path) => !allowed.some((entry) => path === entry || path.startsWith(`${entry}/`)))).toEqual(
      [],
    );
    const ours = /(^|\/)(src|test|bench|scripts|reports|\.turbo)\/|\.(test|test-d|db|log|tsbuildinfo)\b/;
    expect(files.filter((path) => ours.test(path))).toEqual([]);
  });

  it.each(published.map(({ manifest }) => manifest))("packs every file that $name points to", (manifest) => {
    const files = [...readTarball(release.tarball(manifest.name)).keys()];
    const targets = [manifest.bin, manifest.exports].flatMap((value) => stringsIn(value));
    // The source condition is for this repository: nothing outside of it asks for it.
    const shipped = targets.filter((path) => !path.startsWith("./src/"));
    expect(shipped.filter((path) => !files.some((file) => matches(path.slice(2), file)))).toEqual([]);
  });

  it.each(platformNeutralRooms)("packs no import of Node's modules with %s", (room) => {
    const files = [...readTarball(release.tarball(`@org/${room}`))].map(([path, body]) => ({
      path,
      text: String(body),
    }));
    expect(files.filter(({ path }) => isSource(path)).length).toBeGreaterThan(1);
    expect(nodeImports(files)).toEqual([]);
  });

  it.each(names)("leaves no workspace or catalog reference in %s", (name) => {
    const text = String(readTarball(release.tarball(name)).get("package.json"));
    expect(text).not.toMatch(/"(workspace|catalog):/);
    const { dependencies = {} } = JSON.parse(text) as Manifest;
    const siblings = Object.entries(dependencies).filter(([key]) => key.startsWith("@org/"));
    expect(siblings.filter(([, range]) => range !== release.version)).toEqual([]);
    expect(Object.values(dependencies).filter((range) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))).toEqual([]);
  });

  it("is recorded: what each package weighs", async () => {
    const rows = names.map((name) => {
      const tarball = release.tarball(name);
      const sizes = [...readTarball(tarball).values()].map(({ length }) => length);
      const unpacked = sizes.reduce((sum, size) => sum + size, 0);
      return `| ${name} | ${sizes.length} | ${kilobytes(tarball.length)} | ${kilobytes(unpacked)} |`;
    });
    await mkdir("reports", { recursive: true });
    await writeFile(
      "reports/release.md",
      `| Package | Files | Packed kB | Unpacked kB |\n|---|---|---|---|\n${rows.join("\n")}\n`,
    );
    for (const name of names) expect(gunzipSync(release.tarball(name)).length).toBeLessThan(5_000_000);
  });
});

/** Whether a target of `exports` names this file; `*` stands for any part of a name. */
function matches(target: string, file: string): boolean {
  const [start = "", end] = target.split("*");
  return end === undefined ? file === target : file.startsWith(start) && file.endsWith(end);
}

function manifestOf(name: string): Manifest {
  const found = published.find(({ manifest }) => manifest.name === name);
  if (!found) throw new Error(`${name} is no published package`);
  return found.manifest;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

describe("an empty project that installs everything", () => {
  let consumer: Consumer;

  beforeAll(async () => {
    consumer = await installConsumer(release);
  });

  it("gets each package once, at the new version", async () => {
    const folders = await readdir(join(consumer.folder, "node_modules/@org"));
    expect(folders.map((name) => `@org/${name}`).sort()).toEqual([...names].sort());
    const versions = await Promise.all(
      names.map(async (name) => (await readManifest(join(consumer.folder, "node_modules", name))).version),
    );
    expect(new Set(versions)).toEqual(new Set([release.version]));
  });

  it("imports every entry as ESM and requires it as CommonJS, to the same names and without a warning", async () => {
    const print = (load: string): string =>
      `const list = ${JSON.stringify(entries)}; const found = {};
       for (const name of list) found[name] = Object.keys(${load}).filter((key) => key !== "__esModule").sort();
       console.log(JSON.stringify(found));`;
    const esm = await runScript(consumer, "every-entry.mjs", print("await import(name)"));
    const commonJs = await runScript(consumer, "every-entry.cjs", print("require(name)"));
    const warnings = esm.stderr + commonJs.stderr;
    expect(warnings, warnings).toBe("");
    const found = JSON.parse(esm.stdout) as Record<string, string[]>;
    expect(JSON.parse(commonJs.stdout)).toEqual(found);
    expect(Object.entries(found).filter(([, keys]) => keys.length === 0)).toEqual([]);
  });

  it.each([
    ["import.mjs", 'import { parseUpdate } from "@org/models"; console.log(parseUpdate({ jobId: "j" }).jobId);'],
    ["require.cjs", 'const { parseUpdate } = require("@org/models"); console.log(parseUpdate({ jobId: "j" }).jobId);'],
  ])("uses @org/models by %s", async (file, text) => {
    expect(await runScript(consumer, file, text)).toEqual({ code: 0, stdout: "j\n", stderr: "" });
  });

  const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
  const loose = { strict: false };
  const node = { module: "nodenext" };
  const browser = { module: "esnext", moduleResolution: "bundler", types: [], lib: ["es2022", "dom", "dom.iterable"] };

  it.each([
    ["everything, strict", "everything.ts", { ...node, ...strict }],
    ["everything, loose", "everything.ts", { ...node, ...loose }],
    ["the libraries for a browser, strict", "libraries.ts", { ...browser, ...strict }],
    ["the libraries for a browser, loose", "libraries.ts", { ...browser, ...loose }],
  ])("type-checks %s, declarations included", async (_, program, options) => {
    const { code, stdout } = await typeCheck(consumer, program, options);
    expect(code, stdout).toBe(0);
  });

  it.each(["provlog", "provlog-mock"])("runs %s --version", async (bin) => {
    const { code, stdout, stderr } = await runBin(consumer, bin, ["--version"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.trim().split(" ").at(-1)).toBe(release.version);
  });

  it("starts provlog-mock on a free port, is answered, and stops it", async () => {
    const code = await whileServing(consumer, "provlog-mock", ["--port", "0"], async (url) => {
      expect((await fetch(`${url}/_mock/health`)).status).toBe(200);
      const list = await fetch(`${url}/beta/auditLogs/directoryProvisioning?$top=1`, {
        headers: { authorization: "Bearer x" },
      });
      expect(await list.json()).toMatchObject({ value: [{ id: expect.any(String) }] });
    });
    expect(code).toBe(0);
  });
});
