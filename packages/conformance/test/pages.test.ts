import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { renderDifferences } from "../src/differences.js";
import { generatedPages } from "../src/pages.js";
import type { Requirements } from "../src/requirement.js";
import { requirements } from "../src/requirements.js";
import { statements } from "../src/statements.js";
import { renderStatements } from "../src/statements-table.js";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

describe("the pages made from the manifest", () => {
  it.each(Object.entries(generatedPages(at("."))))(
    "docs/%s is what it says (`pnpm generate` writes it)",
    (name, text) => {
      expect(readFileSync(at(`../../../docs/${name}`), "utf8")).toBe(text);
    },
  );
});

describe("docs/differences.md", () => {
  it("holds the rows that differ, linked to their proof, and no others", () => {
    const page = renderDifferences(
      {
        "a:same": { source: "s", basis: "documented", behaviour: "alike" },
        "a:other": { source: "s", basis: "inferred", behaviour: "b", difference: { graph: "g | h", here: "i" } },
      },
      new Map([["a:other", "scenarios/a.test.ts"]]),
    );
    const row = "| b | g \\| h | i | inferred | [`a:other`](../packages/conformance/test/scenarios/a.test.ts) |";
    expect(page.split("\n")).toContain(row);
    expect(page).not.toContain("alike");
  });
});

describe("docs/conformance-statements.md", () => {
  it("holds a row for every statement, with what shows it through which client", () => {
    const row = { source: "s", basis: "documented", behaviour: "b" } as const;
    const rows = {
      "client:own:a": { ...row, statements: [1] },
      "a:raw": { ...row, statements: [1, 2] },
      "a:unproved": { ...row, statements: [3] },
    };
    const page = renderStatements(
      {
        1: { level: "must", what: "one" },
        2: { level: "may", what: "two", open: "the rest", remark: "note" },
        3: { level: "may", what: "three", open: "all of it" },
      },
      rows,
      new Map([
        ["client:own:a", "clients/own.test.ts"],
        ["a:raw", "scenarios/a.test.ts"],
      ]),
    );
    const http = "[HTTP](../packages/conformance/test/scenarios/a.test.ts)";
    const own = "[@org/client](../packages/conformance/test/clients/own.test.ts)";
    expect(page.split("\n").slice(-4)).toEqual([
      `| 1 | must | one | yes | ${http}, ${own} |  |`,
      `| 2 | may | two | in part | ${http} | the rest. note |`,
      "| 3 | may | three | no |  | all of it |",
      "",
    ]);
  });

  it("knows every statement that a row names, and says why of every one that no row shows", () => {
    const manifest: Requirements = requirements;
    const named = new Set(Object.values(manifest).flatMap((row) => row.statements ?? []));
    expect([...named].filter((number) => !(number in statements))).toEqual([]);
    const silent = Object.entries(statements).filter(
      ([number, { open }]) => !named.has(Number(number)) && open === undefined,
    );
    expect(silent.map(([number]) => number)).toEqual([]);
  });
});
