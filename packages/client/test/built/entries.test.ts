import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const dist = new URL("../../dist/", import.meta.url);
const files = readdirSync(dist).filter((name) => name.endsWith(".js"));
const importsOf = (name: string) => {
  const source = readFileSync(new URL(name, dist), "utf8");
  return [...source.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map((match) => match[1] ?? "");
};

/** Everything an entry loads: its own files, followed, and the packages they name. */
function reachable(entry: string): { files: Set<string>; packages: Set<string> } {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const walk = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const specifier of importsOf(name)) {
      if (specifier.startsWith("./")) walk(specifier.slice(2));
      else packages.add(specifier);
    }
  };
  walk(entry);
  return { files: seen, packages };
}

describe("the published files", () => {
  it("need nothing of Node, so that browsers and edge runtimes can load them", () => {
    expect(files).toContain("index.js");
    for (const name of files)
      expect(readFileSync(new URL(name, dist), "utf8")).not.toMatch(/["']node:|\brequire\(|\bprocess\.|\bBuffer\b/);
  });

  it("load models and odata from the validating entry only", () => {
    expect([...reachable("index.js").packages].sort()).toEqual(["@org/models", "@org/models/v1", "@org/odata"]);
    expect([...reachable("core.js").packages]).toEqual([]);
  });

  it("share the errors between both entries, so that there is one class of each", async () => {
    const [main, core] = await Promise.all([import("@org/client"), import("@org/client/core")]);
    expect(main.GraphError).toBe(core.GraphError);
    expect(main.createProvisioningClient({ accessToken: "any" })).toHaveProperty("updateByContract");
  });

  it("declare the core without naming the models or zod", () => {
    const walked = new Set<string>();
    const walk = (name: string) => {
      if (walked.has(name)) return;
      walked.add(name);
      const source = readFileSync(new URL(name, dist), "utf8");
      expect(source).not.toMatch(/from ['"](zod|@org\/)/);
      for (const match of source.matchAll(/from ['"]\.\/([^'"]+)\.js['"]/g)) walk(`${match[1]}.d.ts`);
    };
    walk("core.d.ts");
    expect(walked.size).toBeGreaterThan(0);
  });
});
