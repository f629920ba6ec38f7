import { scanClaims } from "./claims.js";
import { renderDifferences } from "./differences.js";
import { requirements } from "./requirements.js";
import { statements } from "./statements.js";
import { renderStatements } from "./statements-table.js";

/**
 * The texts of the pages below `docs/` that are made from the manifest, by file name. Each row links to the test below
 * `testFolder` that proves it.
 */
export function generatedPages(testFolder: string): Readonly<Record<string, string>> {
  const claims = [...scanClaims(testFolder)].flatMap(([file, ids]) => ids.map((id) => [id, file] as const));
  const proofs = new Map(claims);
  return {
    "differences.md": renderDifferences(requirements, proofs),
    "conformance-statements.md": renderStatements(statements, requirements, proofs),
  };
}
