import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { scanClaims } from "../src/claims.js";
import { requirements } from "../src/requirements.js";

const folder = fileURLToPath(new URL(".", import.meta.url));
const claims = scanClaims(folder);
const claimed = [...claims.values()].flat();

// That each claim in a file's text also ran is checked by `createVerifies`, in the file itself.
describe("the requirement manifest", () => {
  it("has a proof of every row", () => {
    expect(Object.keys(requirements).filter((id) => !claimed.includes(id))).toEqual([]);
  });

  it("has a row for every proof", () => {
    expect(claimed.filter((id) => !(id in requirements))).toEqual([]);
  });

  it("is proved once a row", () => {
    expect(claimed.filter((id, index) => claimed.indexOf(id) !== index)).toEqual([]);
  });

  it("is proved in files that the ordinary run includes, by tests that are not switched off", () => {
    for (const file of claims.keys()) expect(file).toMatch(/^(scenarios|clients)\/[^/]+\.test\.ts$/);
    const switchedOff = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /^(scenarios|clients)[\\/].*\.test\.ts$/.test(file))
      .filter((file) =>
        /\b(it|test|describe|verifies)\.(skip|skipIf|runIf|todo|only|fails)\b/.test(
          readFileSync(join(folder, file), "utf8"),
        ),
      );
    expect(switchedOff).toEqual([]);
  });

  it("says of every row what, how sure and from where", () => {
    for (const [id, { source, basis, behaviour }] of Object.entries(requirements)) {
      expect(id).toMatch(/^[a-z0-9-]+(:[a-z0-9-]+)+$/);
      expect(["documented", "observed", "inferred"]).toContain(basis);
      expect(source.length).toBeGreaterThan(3);
      expect(behaviour).not.toMatch(/\.$/);
    }
  });
});
