import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Expression, parseFilter, printFilter } from "../src/index.js";
import { tree, withoutPositions } from "./trees.js";

describe("printFilter", () => {
  it.each([
    ["a eq 1 or b eq 2 and c eq 3", "a eq 1 or b eq 2 and c eq 3"],
    ["(A EQ 1 OR b eq 2)  and  c eq 3", "(A eq 1 or b eq 2) and c eq 3"],
    ["((a)) sub (b sub c)", "a sub (b sub c)"],
    ["(a sub b) sub c", "a sub b sub c"],
    ["NOT(Contains( a , 'it''s'))", "not contains(a,'it''s')"],
    ["-(5) lt - a", "-(5) lt -a"],
    ["p/Any( x : x/y eq 1 )", "p/any(x:x/y eq 1)"],
    ['s in ["a","b"]', "s in ['a','b']"],
    ["case(a gt 1:'x',true:'y')", "case(a gt 1 : 'x',true : 'y')"],
    ["cast(a,Collection(Edm.String)) has n.E'x'", "cast(a,Collection(Edm.String)) has n.E'x'"],
  ])("prints %s as %s", (text, expected) => {
    expect(printFilter(parseFilter(text))).toBe(expected);
  });

  it("prints what parses to the same tree", () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(withoutPositions(parseFilter(printFilter(value)))).toEqual(withoutPositions(value));
      }),
      { numRuns: 500 },
    );
  });

  it("prints a long chain without running out of stack", () => {
    let value: Expression = { kind: "path", segments: ["a"] };
    for (let count = 0; count < 50_000; count += 1) {
      value = { kind: "binary", operator: "or", left: value, right: { kind: "path", segments: ["a"] } };
    }
    expect(printFilter(value)).toHaveLength(1 + 50_000 * " or a".length);
  });
});
