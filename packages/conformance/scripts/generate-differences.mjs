// Writes docs/differences.md from the requirement manifest. `test/differences.test.ts` fails when it was forgotten.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

const { outputFiles } = await build({
  entryPoints: [at("../src/differences-page.ts")],
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
});
const code = Buffer.from(outputFiles[0].contents).toString("base64");
const { differencesPage } = await import(`data:text/javascript;base64,${code}`);
await writeFile(at("../../../docs/differences.md"), differencesPage(at("../test")));
