import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The requirement ids that a test file's text claims to prove, in order, repeats included. */
export function claimsIn(text: string): string[] {
  return [...text.matchAll(/\bverifies\(\s*["'`]([^"'`]+)["'`]/g)].map((match) => match[1] ?? "");
}

/** Every test file under a folder with its claims; files without one are left out. Paths are relative, with "/". */
export function scanClaims(folder: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (!entry.endsWith(".test.ts")) continue;
    const claims = claimsIn(readFileSync(join(folder, entry), "utf8"));
    if (claims.length > 0) found.set(entry.replaceAll("\\", "/"), claims);
  }
  return found;
}
