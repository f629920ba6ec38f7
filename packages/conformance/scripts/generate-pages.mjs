// Writes the pages below docs/ that the requirement manifest makes. `test/pages.test.ts` fails when it was forgotten.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

const { outputFiles } = await build({
  entryPoints: [at("../src/pages.ts")],
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
});
const code = Buffer.from(outputFiles[0].contents).toString("base64");
const { generatedPages } = await import(`data:text/javascript;base64,${code}`);
for (const [name, text] of Object.entries(generatedPages(at("../test")))) {
  await writeFile(at(`../../../docs/${name}`), text);
}
