import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PathExpression, parseOrderby, printFilter } from "../src/index.js";
import { refusal } from "./refusal.js";

const path = (position: number, ...segments: string[]): PathExpression => ({ kind: "path", segments, position });

describe("parseOrderby", () => {
  it("reads paths and directions in any case", () => {
    expect(parseOrderby("activityDateTime DESC, a/b ,c\tasc")).toEqual([
      { expression: path(0, "activityDateTime"), descending: true, position: 0 },
      { expression: path(23, "a", "b"), descending: false, position: 23 },
      { expression: path(28, "c"), descending: false, position: 28 },
    ]);
  });

  it("takes asc and desc for names where a path stands", () => {
    expect(parseOrderby("desc desc")).toEqual([{ expression: path(0, "desc"), descending: true, position: 0 }]);
  });

  it("reads expressions", () => {
    expect(parseOrderby("length(a) desc, -b, c eq 1 asc").map(({ expression }) => expression.kind)).toEqual([
      "call",
      "unary",
      "binary",
    ]);
  });

  it.each([
    ["", "expressionExpected", 0],
    ["a,", "expressionExpected", 2],
    [",a", "expressionExpected", 0],
    ["a  ,,b", "expressionExpected", 4],
    ["a up", "syntaxError", 2],
    ["a desc x", "syntaxError", 7],
    ["a 1", "syntaxError", 2],
    ["a/", "identifierExpected", 2],
    ["/a", "expressionExpected", 0],
    ["b, 1a", "badLiteral", 3],
    ["a'", "unterminatedString", 0],
  ])("refuses '%s' with %s at %i", (text, code, position) => {
    expect(refusal(() => parseOrderby(text))).toMatchObject({ code, position });
  });

  it("bounds the number of items", () => {
    const items = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`).join(",");
    expect(parseOrderby(items(32))).toHaveLength(32);
    expect(refusal(() => parseOrderby(items(33)))).toMatchObject({
      code: "tooManyItems",
      parameters: { limit: 32 },
    });
  });

  const identifier = fc.stringMatching(/^_[A-Za-z0-9_]{0,8}$/);
  const item = fc.record({ path: fc.array(identifier, { minLength: 1, maxLength: 4 }), descending: fc.boolean() });

  it("gives back what was written, and positions that point at it", () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(",", ", ", " ,\t"),
        (items, comma) => {
          const text = items.map(({ path, descending }) => `${path.join("/")}${descending ? " desc" : ""}`).join(comma);
          const parsed = parseOrderby(text);
          expect(parsed.map(({ descending }) => descending)).toEqual(items.map(({ descending }) => descending));
          for (const [index, { expression, position }] of parsed.entries()) {
            expect(expression).toEqual(path(position, ...(items[index]?.path ?? [])));
            expect(text.startsWith(printFilter(expression), position)).toBe(true);
          }
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

describe("the message of a refusal says what could stand there", () => {
  it.each([
    ["id descending", "asc, desc, a comma or the end is expected at position 3."],
    ["id desc last", "A comma or the end is expected at position 8."],
    ["id)", "A comma or the end is expected at position 2."],
  ])("%s", (text, message) => {
    expect(refusal(() => parseOrderby(text))).toMatchObject({ code: "syntaxError", message });
  });
});
