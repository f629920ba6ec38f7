import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMockServer } from "@org/mock-server";
import { transform } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../release/run.js";
import { workspaceRoot } from "../topology/workspace.js";

// The first example of each page, as a reader pastes it into a file of a project that has the packages installed. The
// models' README has a test of its own beside it; the mock server's and the command line's show commands only.
const pages = ["README.md", ...["client", "odata", "simulator", "store"].map((name) => `packages/${name}/README.md`)];

/** What an example prints, where the page says so or where silence would mean that it did nothing. */
const prints: Readonly<Record<string, RegExp>> = {
  "README.md": /\n {2}durationInMilliseconds: 250,\n/,
  "packages/client/README.md": /^2\S+Z .+\n250\nRequest_ResourceNotFound\n$/,
  "packages/odata/README.md":
    /^true\nstatus eq 'failure' and steps\/any\(.+\)\npropertyNotFound \{ name: 'stauts', type: 'example.event' \} 0\n$/,
  "packages/simulator/README.md": /^(2\S+Z .+\n){1000}\[/,
  "packages/store/README.md": /"durationInMilliseconds":42/,
};

const project = mkdtempSync(join(tmpdir(), "snippets-"));
let mock: Awaited<ReturnType<typeof startMockServer>>;

beforeAll(async () => {
  writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
  symlinkSync(join(workspaceRoot, "packages/conformance/node_modules"), join(project, "node_modules"), "junction");
  mock = await startMockServer({ scenario: "steady", count: 10, port: 0 });
});
afterAll(async () => {
  await mock.close();
  await rm(project, { recursive: true, force: true });
});

function snippetOf(page: string): string {
  const code = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(workspaceRoot, page), "utf8"))?.[1];
  if (code === undefined) throw new Error(`${page} shows no TypeScript`);
  // The one example that needs a server in another terminal gets the address of ours.
  return code.replace("http://127.0.0.1:4480", () => mock.url);
}

function fileOf(page: string): string {
  return join(project, page.replaceAll("/", "-").replace(/\.md$/, ".ts"));
}

describe("the first example of each README", () => {
  it("fits the published types", () => {
    for (const page of pages) writeFileSync(fileOf(page), snippetOf(page));
    const program = ts.createProgram(pages.map(fileOf), {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2023.d.ts", "lib.esnext.disposable.d.ts"],
      types: ["node"],
      typeRoots: [join(workspaceRoot, "node_modules/@types")],
      strict: true,
      noEmit: true,
      skipLibCheck: true,
    });
    const problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      return `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
    expect(problems, problems.join("\n")).toEqual([]);
  });

  it.each(pages)("runs to its end: %s", async (page) => {
    // Node 20 knows no types, and no `await using`.
    const { code } = await transform(snippetOf(page), { loader: "ts", target: "node20", format: "esm" });
    const file = fileOf(page).replace(/\.ts$/, ".js");
    writeFileSync(file, code);
    const outcome = await run(process.execPath, [file], { cwd: project });
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(outcome.stdout).toMatch(prints[page] ?? /never/);
  });
});
