import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { renderDifferences } from "../src/differences.js";
import { differencesPage } from "../src/differences-page.js";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

describe("docs/differences.md", () => {
  it("is what the manifest says (`pnpm generate` writes it)", () => {
    expect(readFileSync(at("../../../docs/differences.md"), "utf8")).toBe(differencesPage(at(".")));
  });

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
