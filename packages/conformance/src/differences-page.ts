import { scanClaims } from "./claims.js";
import { renderDifferences } from "./differences.js";
import { requirements } from "./requirements.js";

/** The text of `docs/differences.md`, each row linked to the test below `testFolder` that proves it. */
export function differencesPage(testFolder: string): string {
  const proofs = [...scanClaims(testFolder)].flatMap(([file, ids]) => ids.map((id) => [id, file] as const));
  return renderDifferences(requirements, new Map(proofs));
}
