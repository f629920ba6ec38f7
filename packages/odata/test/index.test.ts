import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import * as odata from "../src/index.js";

it("exports exactly these values", () => {
  expect(Object.keys(odata).sort()).toEqual([
    "ODataError",
    "bindFilter",
    "bindOrderby",
    "bindSelect",
    "compareEntities",
    "createWhere",
    "evaluate",
    "parseCount",
    "parseFilter",
    "parseOrderby",
    "parseSelect",
    "parseSkip",
    "parseTop",
    "printFilter",
    "refuseExpand",
    "replaceSystemOption",
    "splitQueryOptions",
    "toSortableDateTime",
  ]);
});

it("recognises an ODataError of another copy of this package", async () => {
  vi.resetModules();
  const copy = await import("../src/odata-error.js");
  const error = new copy.ODataError("badTop", "", {});
  expect([error instanceof odata.ODataError, odata.ODataError.isInstance(error)]).toEqual([false, true]);
});

it.each([undefined, null, "ODataError", {}, new Error("x")])("does not take %s for an ODataError", (value) => {
  expect(odata.ODataError.isInstance(value)).toBe(false);
});

it("depends on nothing at run time", () => {
  const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  expect([manifest.dependencies, manifest.peerDependencies, manifest.optionalDependencies]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
