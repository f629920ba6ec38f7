import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bindSelect, parseSelect, refuseExpand } from "../src/index.js";
import { description } from "./event-description.js";
import { codeOf, refusal } from "./refusal.js";

const bind = (text: string) => bindSelect(parseSelect(text), description);

describe("parseSelect", () => {
  it("reads paths and keeps options as text", () => {
    expect(parseSelect("a, b/n.t/c ,*,n.*,@n.term#q/x,d($filter=e eq 'a)b';$select=f,g($top=1)),h(p,q)")).toEqual([
      { path: ["a"], position: 0 },
      { path: ["b", "n.t", "c"], position: 3 },
      { path: ["*"], position: 12 },
      { path: ["n.*"], position: 14 },
      { path: ["@n.term#q", "x"], position: 18 },
      { path: ["d"], options: "$filter=e eq 'a)b';$select=f,g($top=1)", position: 30 },
      { path: ["h"], options: "p,q", position: 72 },
    ]);
  });

  it.each([
    ["", "", 0],
    ["a,", "", 2],
    ["a b", "a b", 0],
    ["x, a b,c", "a b", 3],
    ["a/", "a/", 0],
    ["a(", "a(", 0],
    ["a'", "a'", 0],
    ["1a", "1a", 0],
    ["a(b c)", "b c", 0],
  ])("refuses '%s' and names the item", (text, value, position) => {
    expect(refusal(() => parseSelect(text))).toMatchObject({ code: "selectSyntax", parameters: { value }, position });
  });

  it.each([
    ["a($top=x)", "badTop"],
    ["a($skip=x)", "badSkip"],
    ["a($count=x)", "badCount"],
    ["a($filter=b eq)", "expressionExpected"],
    ["a($orderby=b up)", "syntaxError"],
    ["a($select=b c)", "selectSyntax"],
    ["a($expand=b c)", "selectSyntax"],
    [`${"a($select=".repeat(6)}b${")".repeat(6)}`, "expressionTooDeep"],
    [Array.from({ length: 201 }, () => "a").join(), "tooManyItems"],
    ["a".repeat(70_000), "expressionTooLong"],
  ])("refuses what is wrong inside: %#", (text, code) => {
    expect(codeOf(() => parseSelect(text))).toBe(code);
  });

  it("throws nothing but ODataError", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 4 }),
      fc.constantFrom("a", "/", ",", "(", ")", "*", "$top=1", ";", "$select="),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        refusal(() => parseSelect(pieces.join("")));
      }),
    );
  });
});

describe("bindSelect", () => {
  it("resolves each path once, in the order asked for", () => {
    expect(bind("Name,source/NAME,id,name,details/x,tags")).toEqual([
      { segments: ["name"], type: "Edm.String" },
      { segments: ["source", "displayName"], type: "Edm.String" },
      { segments: ["id"], type: "Edm.String" },
      { segments: ["details", "x"], type: "Edm.Untyped" },
      { segments: ["tags"], type: "Edm.String" },
    ]);
  });

  it("takes * for everything, and still checks the rest", () => {
    expect(bind("id,*")).toBe(undefined);
    expect(refusal(() => bind("*,nope"))).toMatchObject({ code: "propertyNotFound", position: 2 });
  });

  it.each([
    ["id,nope", "propertyNotFound", 3],
    ["steps/name", "notSingleValue", 0],
    ["tags($top=1)", "notSupported", 0],
    ["n.*", "notSupported", 0],
    ["@n.term", "notSupported", 0],
  ])("refuses %s", (text, code, position) => {
    expect(refusal(() => bind(text))).toMatchObject({ code, position });
  });
});

describe("the message about what $select cannot hold", () => {
  it("shows the item as written and speaks of no filter", () => {
    expect(refusal(() => bind("tags($top=1)"))).toMatchObject({
      message: "$select takes names and paths alone, not 'tags($top=1)'.",
      parameters: { construct: "tags($top=1)" },
    });
  });
});

describe("refuseExpand", () => {
  it.each([
    ["owner", "propertyNotFound", "owner"],
    ["source($select=name)", "notExpandable", "source"],
    ["*", "notExpandable", "*"],
    ["owner/$ref", "notExpandable", "owner/$ref"],
  ])("refuses %s", (text, code, name) => {
    const expand = () => refuseExpand(parseSelect(text), description);
    expect(refusal(expand)).toMatchObject({ code, parameters: { name, type: "test.event" }, position: 0 });
  });
});
