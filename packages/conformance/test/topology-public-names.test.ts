import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { undocumentedExports, undocumentedNames } from "./topology/public-names.js";
import { isPublic, readWorkspace, workspaceRoot } from "./topology/workspace.js";

it("every published name says what it is", () => {
  const found = undocumentedNames(readWorkspace().packages.filter(isPublic), workspaceRoot);
  expect(found, found.join("\n")).toEqual([]);
});

it("a published name without a comment is found, through a re-export, too", () => {
  const folder = mkdtempSync(join(tmpdir(), "names-"));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write("package.json", '{ "type": "module" }');
  write("index.ts", 'export { a, type B, c } from "./a.js"; export const d = 1;');
  write("a.ts", "/** Says something. */ export const a = 1; export interface B {} export function c() {} const e = 1;");
  expect(undocumentedExports([join(folder, "index.ts")], `${folder}/`)).toEqual([
    "a.ts: B has no TSDoc",
    "a.ts: c has no TSDoc",
    "index.ts: d has no TSDoc",
  ]);
});
