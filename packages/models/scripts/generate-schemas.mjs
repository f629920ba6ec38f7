// Writes schemas/*.schema.json from the zod schemas. `test/json-schemas.test.ts` fails when it was forgotten.
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = at("../schemas");

const { outputFiles } = await build({
  entryPoints: [at("json-schemas.ts")],
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
});
const code = Buffer.from(outputFiles[0].contents).toString("base64");
const { renderJsonSchemas } = await import(`data:text/javascript;base64,${code}`);

const files = renderJsonSchemas();
await mkdir(folder, { recursive: true });
for (const name of await readdir(folder)) if (!files.has(name)) await rm(join(folder, name));
for (const [name, text] of files) await writeFile(join(folder, name), text);
