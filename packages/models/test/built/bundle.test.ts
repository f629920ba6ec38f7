import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    minify: true,
    treeShaking: true,
    format: "esm",
    write: false,
    logLevel: "error",
  });
  return outputFiles.map(({ text }) => text).join("");
}

describe("a bundle of one list", () => {
  it.each([
    ["provisioningActions", "stagedDelete"],
    ["provisioningResults", "skipped"],
    ["provisioningStepTypes", "referenceResolution"],
    ["initiatorTypes", "application"],
    ["provisioningStatusErrorCategories", "nonServiceFailure"],
    ["contractProperties", "modifiedProperties"],
  ])("is under a kilobyte: %s", async (name, member) => {
    const code = await bundle(`import { ${name} } from "@org/models"; console.log(${name});`);
    expect(code).toContain(member);
    expect(Buffer.byteLength(code)).toBeLessThan(1000);
  });
});

describe("the build", () => {
  it("imports nothing but zod", async () => {
    const files = (await readdir(`${root}/dist`, { recursive: true })).filter((name) => name.endsWith(".js"));
    const imported = await Promise.all(
      files.map(async (name) => {
        const code = await readFile(`${root}/dist/${name}`, "utf8");
        return [...code.matchAll(/^(?:import|export)\b[^'";]*['"]([^'"]+)['"];$/gm)].map(([, specifier]) => specifier);
      }),
    );
    const outside = imported.flat().filter((specifier) => specifier?.startsWith(".") === false);
    expect([...new Set(outside)]).toEqual(["zod"]);
  });
});
