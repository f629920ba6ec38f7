import { describe, expect, it } from "vitest";
import { ambientReads, staleAmbientUses } from "./topology/ambient.js";
import { arrowViolations, circles, computedImports, deepImports, dependencyMismatches } from "./topology/arrows.js";
import { deadLinks } from "./topology/dead-links.js";
import { documentedArrows, tableArrows } from "./topology/documented-arrows.js";
import { importsOf } from "./topology/imports.js";
import { packageGaps, staleDependencyRows, unexplainedDependencies } from "./topology/package-files.js";
import type { Room } from "./topology/rooms.js";
import { isDataTable, nodeImports, overlongFiles, sourcesOf, starExports } from "./topology/source-rules.js";
import { downloadAddresses, machinePaths } from "./topology/tracked-text.js";
import { packagesOf, type Workspace, type WorkspaceFile } from "./topology/workspace.js";

const table: Readonly<Record<string, Room>> = {
  models: { imports: [] },
  server: { imports: ["models"], lazily: ["simulator"] },
  simulator: { imports: ["models"] },
  conformance: { imports: ["models", "server", "simulator"] },
};

/** A house of the given files, each room with a package.json unless one is planted. */
function plant(files: Readonly<Record<string, string>>): Workspace {
  const manifests: Record<string, string> = {};
  for (const name of Object.keys(table)) {
    const manifest = { name: `@org/${name}`, private: name === "conformance", exports: { ".": {}, "./v1": {} } };
    manifests[`packages/${name}/package.json`] = JSON.stringify(manifest);
  }
  const all = Object.entries({ ...manifests, ...files }).map(([path, text]) => ({ path, text }));
  return { files: all, packages: packagesOf(all) };
}

function file(path: string, text: string): WorkspaceFile {
  return { path, text };
}

describe("importsOf", () => {
  it.each([
    ["a static import", 'import { a } from "x";', "static"],
    ["an import for its effect", 'import "x";', "static"],
    ["an inline type, whose import stays", 'import { type A } from "x";', "static"],
    ["a re-export", 'export { a } from "x";', "static"],
    ["a star export", 'export * from "x";', "static"],
    ["require", 'const a = require("x");', "static"],
    ["an import assignment", 'import a = require("x");', "static"],
    ["import()", 'const a = await import("x");', "dynamic"],
    ["import() in a template without holes", "const a = await import(`x`);", "dynamic"],
    ["import.meta.resolve", 'spawn(import.meta.resolve("x"));', "dynamic"],
    ["a type import", 'import type { A } from "x";', "type"],
    ["a type re-export", 'export type { A } from "x";', "type"],
    ["a type in place", 'type A = import("x").A;', "type"],
  ])("sees %s", (_, text, kind) => {
    expect(importsOf(file("a.ts", `\n${text}`))).toEqual([{ kind, specifier: "x", line: 2 }]);
  });

  it("is not fooled by comments and strings", () => {
    expect(importsOf(file("a.ts", '// import "x";\nconst text = \'import "y"\';\nexport { text };'))).toEqual([]);
  });
});

describe("arrowViolations", () => {
  it("is content with the table's arrows", () => {
    const workspace = plant({
      "packages/server/src/a.ts":
        'import "@org/models"; import type { S } from "@org/simulator"; await import("@org/simulator");',
    });
    expect(arrowViolations(workspace, table)).toEqual([]);
  });

  it("reports an arrow against the grain, types included", () => {
    const workspace = plant({ "packages/models/src/a.ts": '\nimport type { S } from "@org/server";' });
    expect(arrowViolations(workspace, table)).toEqual(["packages/models/src/a.ts:2: models must not import server"]);
  });

  it("reports a static import of a room that may be imported lazily only", () => {
    const workspace = plant({ "packages/server/src/a.ts": 'import { simulate } from "@org/simulator";' });
    expect(arrowViolations(workspace, table)).toEqual([
      "packages/server/src/a.ts:1: server may import simulator by import() only",
    ]);
  });

  it("reports whoever imports conformance", () => {
    const workspace = plant({ "packages/simulator/test/a.test.ts": 'import "@org/conformance";' });
    expect(arrowViolations(workspace, table)).toEqual([
      "packages/simulator/test/a.test.ts:1: simulator must not import conformance",
    ]);
  });

  it("reports a room that the table does not know", () => {
    const workspace = plant({ "packages/attic/package.json": '{ "name": "@org/attic" }' });
    expect(arrowViolations(workspace, table)).toEqual(["packages/attic: no room of this name is in the table"]);
  });

  it("holds an example to what a user has", () => {
    const workspace = plant({
      "examples/one/package.json": '{ "name": "example-one", "private": true }',
      "examples/one/src/main.ts": 'import "@org/models"; import "@org/conformance";',
    });
    expect(arrowViolations(workspace, table)).toEqual(["examples/one/src/main.ts:1: one must not import conformance"]);
  });
});

describe("circles", () => {
  it("names a circle once, whoever closes it", () => {
    const workspace = plant({
      "packages/server/src/a.ts": 'import "@org/models";',
      "packages/models/src/a.ts": 'await import("@org/simulator");',
      "packages/simulator/src/a.ts": 'import type { S } from "@org/server";',
    });
    expect(circles(workspace)).toEqual(["models → simulator → server → models"]);
  });

  it("sees none in a tree", () => {
    expect(circles(plant({ "packages/server/src/a.ts": 'import "@org/models"; import "@org/server";' }))).toEqual([]);
  });
});

describe("deepImports", () => {
  it("reports a subpath that the sibling does not publish", () => {
    const workspace = plant({
      "packages/server/src/a.ts": 'import "@org/models/v1"; import "@org/models/src/twins.js";',
    });
    expect(deepImports(workspace)).toEqual([
      "packages/server/src/a.ts:1: @org/models does not publish @org/models/src/twins.js",
    ]);
  });

  it("takes a pattern for every name it stands for", () => {
    const manifest = '{ "name": "@org/models", "exports": { "./schemas/*.json": {} } }';
    const workspace = plant({
      "packages/models/package.json": manifest,
      "packages/server/src/a.ts": 'import "@org/models/schemas/a.json"; import "@org/models/schemas/a.js";',
    });
    expect(deepImports(workspace)).toEqual([
      "packages/server/src/a.ts:1: @org/models does not publish @org/models/schemas/a.js",
    ]);
  });

  it("reports a relative path into a sibling, also from a test", () => {
    const workspace = plant({
      "packages/server/test/a.test.ts": 'import "../../models/src/index.js"; import "../src/a.js";',
    });
    expect(deepImports(workspace)).toEqual([
      "packages/server/test/a.test.ts:1: ../../models/src/index.js leaves the package",
    ]);
  });

  it("lets configuration, and nothing shipped, read what lies at the root", () => {
    const workspace = plant({
      "packages/server/tsup.config.ts": 'import "../../tsup.base.js";',
      "packages/server/src/a.ts": 'import "../../../tsup.base.js";',
    });
    expect(deepImports(workspace)).toEqual(["packages/server/src/a.ts:1: ../../../tsup.base.js leaves the package"]);
  });
});

describe("computedImports", () => {
  it("reports an import whose target cannot be read", () => {
    const workspace = plant({ "packages/server/src/a.ts": "const load = (name: string) => import(name);" });
    expect(computedImports(workspace)).toEqual(["packages/server/src/a.ts:1: the imported module's name is computed"]);
  });
});

describe("dependencyMismatches", () => {
  it("reports what is imported and not declared", () => {
    const workspace = plant({ "packages/server/src/a.ts": 'import "@org/models";' });
    expect(dependencyMismatches(workspace)).toEqual([
      "packages/server/src/a.ts:1: @org/models is not declared in packages/server",
    ]);
  });

  it("reports what shipped code needs and only tests are given", () => {
    const workspace = plant({
      "packages/server/package.json": '{ "name": "@org/server", "devDependencies": { "@org/models": "workspace:*" } }',
      "packages/server/test/a.test.ts": 'import "@org/models";',
      "packages/server/src/a.ts": 'import "@org/models";',
    });
    expect(dependencyMismatches(workspace)).toEqual([
      "packages/server/src/a.ts:1: @org/models is not declared in packages/server",
    ]);
  });

  it("reports what is declared and never imported", () => {
    const workspace = plant({
      "packages/server/package.json": '{ "name": "@org/server", "dependencies": { "@org/models": "workspace:*" } }',
    });
    expect(dependencyMismatches(workspace)).toEqual([
      "packages/server/package.json: @org/models is declared and never imported",
    ]);
  });

  it("reports what users would install and only tests import", () => {
    const workspace = plant({
      "packages/server/package.json": '{ "name": "@org/server", "dependencies": { "@org/models": "workspace:*" } }',
      "packages/server/test/a.test.ts": 'import "@org/models";',
    });
    expect(dependencyMismatches(workspace)).toEqual([
      "packages/server/package.json: @org/models is declared and never imported",
    ]);
  });
});

describe("documentedArrows", () => {
  it("differs from the table when an arrow is missing or drawn as the other kind", () => {
    const page = "```mermaid\nflowchart TD\n  server --> models\n  server --> simulator\n```";
    expect(documentedArrows(page)).toEqual(["server --> models", "server --> simulator"]);
    expect(tableArrows(table)).toEqual(["server --> models", "server -.-> simulator", "simulator --> models"]);
  });
});

describe("overlongFiles", () => {
  const long = (line: string): string => `${line}\n`.repeat(351);

  it("reports a source file of 351 lines and not one of 350", () => {
    const files = [file("packages/a/src/long.ts", long("call();")), file("scripts/fits.mjs", "call();\n".repeat(350))];
    expect(overlongFiles(files)).toEqual(["packages/a/src/long.ts: 351 lines, 350 are allowed"]);
  });

  it.each([
    ["a test", file("packages/a/test/a.test.ts", long("call();"))],
    ["a file generated by a script", file("packages/a/src/a.ts", `// Generated by scripts/a.ts\n${long("call();")}`)],
    ["a generated file by its name", file("packages/a/src/a.generated.ts", long("call();"))],
    ["a data table", file("packages/a/src/a.ts", long("export const a = { b: [1] } as const;"))],
    ["what is no source", file("docs/a.md", long("call();"))],
  ])("exempts %s", (_, exempt) => {
    expect(overlongFiles([exempt])).toEqual([]);
  });

  it.each([
    "const f = () => 1;",
    "class A {}",
    "const a = make();",
    "if (a) b;",
    "const a = { get b() { return 1; } };",
  ])("takes no file that runs for a data table: %s", (text) => {
    expect(isDataTable(file("a.ts", text))).toBe(false);
  });
});

describe("starExports", () => {
  it("reports both forms, in what is published only", () => {
    const files = [
      file(
        "packages/a/src/index.ts",
        'export { a } from "./a.js";\nexport * from "./b.js";\nexport * as c from "./c.js";',
      ),
      file("packages/a/test/helpers.ts", 'export * from "./b.js";'),
    ];
    expect(starExports(files)).toEqual(["packages/a/src/index.ts:2: export *", "packages/a/src/index.ts:3: export *"]);
  });
});

describe("ambientReads", () => {
  it.each([
    ["const a = Date.now();", "Date.now"],
    ["const a = now ?? Date.now;", "Date.now"],
    ["const a = new Date();", "new Date()"],
    ["const a = new Date;", "new Date()"],
    ["const a = Date();", "Date()"],
    ["const a = Math.random();", "Math.random"],
    ["const a = globalThis.Math.random();", "Math.random"],
    ['console.log("x");', "console"],
    ["const a = globalThis.console;", "console"],
    ["const a = process.env;", "process"],
    ["const { argv } = process;", "process"],
    ["run(process);", "process"],
    ["const a = { process };", "process"],
    ['import process from "node:process";', "process"],
    ["const a = performance.now();", "performance"],
    ['import { randomUUID } from "node:crypto";', "randomUUID"],
    ["const a = globalThis.crypto.randomUUID();", "randomUUID"],
  ])("reports %s", (text, name) => {
    expect(ambientReads([file("packages/x/src/a.ts", `\n${text}`)], {})).toEqual([
      `packages/x/src/a.ts:2: reads ${name}; take it as an argument`,
    ]);
  });

  it.each([
    "const a = new Date(0);",
    "const a = Date.UTC(2000, 0);",
    "const a = system.process.exitCode;",
    "const a = host.console;",
    "const a = options.randomBytes(32);",
    "const a = (process: Host) => process.exitCode;",
    "const a = { process: host };",
    "interface A { process: string; console(): void }",
    "/** Date.now() */ const a = 'process.exit()';",
  ])("lets pass: %s", (text) => {
    expect(ambientReads([file("packages/x/src/a.ts", text)], {})).toEqual([]);
  });

  it("lets a file read what it is allowed, and nothing else; tests read what they like", () => {
    const text = "export const a = [process, Date.now()];";
    const files = ["packages/x/src/bin.ts", "packages/x/test/a.test.ts"].map((path) => file(path, text));
    expect(ambientReads(files, { "packages/x/src/bin.ts": { names: ["process"], reason: "a program" } })).toEqual([
      "packages/x/src/bin.ts:1: reads Date.now; take it as an argument",
    ]);
  });

  it("reports a permission that is not needed any more", () => {
    const allowed = { "packages/x/src/bin.ts": { names: ["process", "console"], reason: "a program" } };
    expect(staleAmbientUses([file("packages/x/src/bin.ts", "process.exit();")], allowed)).toEqual([
      "packages/x/src/bin.ts may read console and does not",
    ]);
  });
});

describe("nodeImports", () => {
  it("reports them with and without the prefix, in the rooms asked for", () => {
    const workspace = plant({
      "packages/models/src/a.ts": 'import "node:fs";\nawait import("crypto");\nimport "zod";',
      "packages/models/test/a.test.ts": 'import "node:fs";',
      "packages/server/src/a.ts": 'import "node:fs";',
    });
    expect(nodeImports(sourcesOf(workspace, ["models"]))).toEqual([
      "packages/models/src/a.ts:1: imports node:fs",
      "packages/models/src/a.ts:2: imports crypto",
    ]);
  });
});

// Assembled, so that this file does not break the rules it tests.
const slash = "/";
const at = (host: string, path = ""): string => `https:${slash}${slash}${host}${path}`;

describe("machinePaths", () => {
  it.each([
    [`"${slash}root/.npmrc"`, `${slash}root/.npmrc`],
    [`see ${slash}tmp/scratch`, `${slash}tmp/scratch`],
    [`(${slash}work/main/src)`, `${slash}work/main`],
    [`file:${slash}${slash}${slash}home/ada/code`, `${slash}home/ada/code`],
    [`${slash}Users/ada/code`, `${slash}Users/ada/code`],
    [`"C:\\${"Users"}\\ada"`, `C:\\${"Users"}\\`],
  ])("reports %s", (line, found) => {
    expect(machinePaths([file("a.md", `first\n${line}`)])).toEqual([`a.md:2: ${found}`]);
  });

  it.each([
    at("graph.example", `${slash}work/items`),
    "../tmp/file",
    `join(root, "work/main")`,
    "`$" + "{root}/tmp/file`",
  ])("lets %s pass", (line) => {
    expect(machinePaths([file("a.md", line)])).toEqual([]);
  });
});

describe("downloadAddresses", () => {
  const registry = ["registry", "npmjs", "org"].join(".");

  it.each([
    at(registry, "/zod"),
    at(`user@${registry}:443`, "/zod"),
    at(["unpkg", "com"].join("."), "/zod"),
    at("downloads.example.org", "/node.tar.gz"),
    at("git.example.org", "/a/b/releases/download/v1/tool"),
    registry,
  ])("reports %s", (address) => {
    expect(downloadAddresses([file("a.md", `get ${address}`)])).toEqual([`a.md:1: ${address}`]);
  });

  it("reports any address at all in a lock file", () => {
    const address = at("pages.example.org", "/zod");
    expect(downloadAddresses([file("pnpm-lock.yaml", address), file("a.md", address)])).toEqual([
      `pnpm-lock.yaml:1: ${address}`,
    ]);
  });

  it("lets documentation, this machine and reserved names pass", () => {
    const text = [
      at("learn.microsoft.com", "/graph"),
      "http://127.0.0.1:4873/",
      at(`${registry}.invalid`, "/a.tgz"),
    ].join("\n");
    expect(downloadAddresses([file("a.md", text)])).toEqual([]);
  });
});

describe("deadLinks", () => {
  it("reports a link to nowhere, and follows files, folders and anchors", () => {
    const page =
      "[a](../src/a.ts#L1) [b](../src/) [c](#here) [d](https://host.example/) [e](gone.md) [f](/docs/page.md)";
    const files = [file("docs/page.md", page), file("src/a.ts", "")];
    expect(deadLinks(files)).toEqual(["docs/page.md: gone.md"]);
  });
});

describe("packageGaps", () => {
  it("lists what a published package lacks and leaves private ones alone", () => {
    const workspace = plant({
      "packages/models/package.json": '{ "name": "@org/models", "publishConfig": { "registry": "http://localhost" } }',
    });
    expect(packageGaps(workspace).filter((gap) => gap.startsWith("packages/models"))).toEqual([
      "packages/models: no README.md",
      "packages/models: no LICENSE",
      "packages/models: files does not name dist",
      "packages/models: publishConfig.access is not public",
      "packages/models: publishConfig.registry overrides the user's registry",
    ]);
    expect(packageGaps(workspace).filter((gap) => gap.startsWith("packages/conformance"))).toEqual([]);
  });
});

describe("the page of dependencies", () => {
  const workspace = plant({
    "packages/models/package.json": '{ "name": "@org/models", "peerDependencies": { "zod": "^4" } }',
    "packages/server/package.json":
      '{ "name": "@org/server", "dependencies": { "@org/models": "workspace:*", "fastify": "5.0.0" } }',
  });
  const page = "| Dependency | Why |\n|---|---|\n| zod 4.0.0 | schemas |\n| left-pad 1.0.0 | once |\n";

  it("is found wanting when a dependency has no row", () => {
    expect(unexplainedDependencies(workspace, page)).toEqual(["fastify"]);
  });

  it("is found stale when a row has no dependency", () => {
    expect(staleDependencyRows(workspace, page)).toEqual(["left-pad"]);
  });
});
