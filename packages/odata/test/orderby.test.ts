import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseOrderby } from "../src/index.js";
import { refusal } from "./refusal.js";

describe("parseOrderby", () => {
  it("reads paths and directions in any case", () => {
    expect(parseOrderby("activityDateTime DESC, a/b ,c\tasc")).toEqual([
      { path: ["activityDateTime"], descending: true, position: 0 },
      { path: ["a", "b"], descending: false, position: 23 },
      { path: ["c"], descending: false, position: 28 },
    ]);
  });

  it("takes asc and desc for names where a path stands", () => {
    expect(parseOrderby("desc desc")).toEqual([{ path: ["desc"], descending: true, position: 0 }]);
  });

  it.each([
    ["", 0],
    ["a,", 2],
    [",a", 0],
    ["a  ,,b", 4],
    ["a up", 1],
    ["a desc x", 1],
    ["a/", 0],
    ["/a", 0],
    ["a//b", 0],
    ["b, 1a", 3],
    ["length(a)", 0],
    ["a'", 0],
    ["-a", 0],
  ])("refuses '%s' at %i", (text, position) => {
    expect(refusal(() => parseOrderby(text))).toMatchObject({ code: "orderbySyntax", position });
  });

  it("bounds the number of items", () => {
    const items = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`).join(",");
    expect(parseOrderby(items(32))).toHaveLength(32);
    expect(refusal(() => parseOrderby(items(33)))?.code).toBe("orderbySyntax");
  });

  const identifier = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/);
  const item = fc.record({ path: fc.array(identifier, { minLength: 1, maxLength: 4 }), descending: fc.boolean() });

  it("gives back what was written, and positions that point at it", () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(",", ", ", " ,\t"),
        (items, comma) => {
          const text = items.map(({ path, descending }) => `${path.join("/")}${descending ? " desc" : ""}`).join(comma);
          const parsed = parseOrderby(text);
          expect(parsed.map(({ path, descending }) => ({ path, descending }))).toEqual(items);
          for (const { path, position } of parsed) expect(text.startsWith(path.join("/"), position)).toBe(true);
        },
      ),
    );
  });

  it("throws nothing but ODataError, and quickly", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("a", "/", ",", " desc", "_".repeat(500), "\ud800"),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        refusal(() => parseOrderby(pieces.join("")));
      }),
    );
  });
});
