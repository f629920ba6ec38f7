import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { soakable } from "./vitest.runs.js";

// Property tests draw the same values in every run: a failure on one machine is a failure on all. The soak brings a
// seed of its own. A package that has no fast-check has nothing to seed.
const folder = join(process.cwd(), "node_modules/fast-check");
if (existsSync(folder)) {
  const { module } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { readonly module: string };
  // The file that `import "fast-check"` loads from the package's tests: the settings belong to one copy of the module.
  const { configureGlobal }: { configureGlobal: (parameters: { seed: number; numRuns: number }) => void } =
    await import(pathToFileURL(join(folder, module)).href);
  configureGlobal({ seed: Number(process.env["SOAK_SEED"] ?? 20_261_124), numRuns: soakable(100) });
}
