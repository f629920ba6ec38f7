import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFilter } from "../src/index.js";
import { parseCounting } from "../src/parse-filter.js";
import { codeOf, refusal } from "./refusal.js";
import { withoutPositions } from "./trees.js";

const plain = (text: string) => withoutPositions(parseFilter(text));
const same = (left: string, right: string) => expect(plain(left)).toEqual(plain(right));

describe("parseFilter", () => {
  it("makes a tree with positions", () => {
    expect(parseFilter("a/b eq 'O''Neil'")).toEqual({
      kind: "binary",
      operator: "eq",
      left: { kind: "path", segments: ["a", "b"], position: 0 },
      right: { kind: "literal", form: "string", text: "O'Neil", position: 7 },
      position: 4,
    });
  });

  it.each([
    ["a eq 1 or b eq 2 and c eq 3", "a eq 1 or (b eq 2 and c eq 3)"],
    ["a and b or c and d", "(a and b) or (c and d)"],
    ["not (a eq 1) and b eq 2", "(not (a eq 1)) and (b eq 2)"],
    ["not a eq b", "(not a) eq b"],
    ["not a in (1)", "not (a in (1))"],
    ["not a has n.E'x' and b", "(not (a has n.E'x')) and b"],
    ["a add b mul 2 eq 9", "(a add (b mul 2)) eq 9"],
    ["a sub b sub c eq 0", "((a sub b) sub c) eq 0"],
    ["a div b divby c mod d", "((a div b) divby c) mod d"],
    ["a eq b gt c", "a eq (b gt c)"],
    ["-a mul b", "(-a) mul b"],
    ["a sub -3", "a sub (-3)"],
    ["a add 1 in (2)", "a add (1 in (2))"],
    ["a EQ 1 AND NOT Contains(b,'x') Or TRUE", "a eq 1 and not contains(b,'x') or true"],
    ["not(a)and(b)", "not a and b"],
    ["\ta  eq\t1 ", "a eq 1"],
  ])("reads %s as %s", (left, right) => same(left, right));

  it.each([
    ["null", "null"],
    ["tRue", "boolean"],
    ["42", "integer"],
    ["+42", "integer"],
    ["-9223372036854775808", "integer"],
    ["4.20", "decimal"],
    ["-1.5E+3", "double"],
    ["INF", "double"],
    ["-INF", "double"],
    ["NaN", "double"],
    ["''", "string"],
    ["''''", "string"],
    ["'Zoë 漢字 😀'", "string"],
    ["5d0f4c1e-9a77-c2b4-1f03-6b8e2a90d7c1", "guid"],
    ["ABCDEF01-0000-0000-0000-000000000000", "guid"],
    ["2026-03-02", "date"],
    ["2026-03-02T08:14Z", "dateTimeOffset"],
    ["2026-03-02t08:14:05.123456789012+02:00", "dateTimeOffset"],
    ["08:14", "timeOfDay"],
    ["08:14:05.5", "timeOfDay"],
    ["duration'-P1DT2H3M4.5S'", "duration"],
    ["Duration'PT0S'", "duration"],
    ["binary'Zg=='", "binary"],
    ["microsoft.graph.provisioningResult'failure'", "enum"],
    ["n.E'a,b,-3'", "enum"],
    ["geography'SRID=0;Point(142.1 64.1)'", "geography"],
  ])("takes %s for a literal: %s", (text, form) => {
    expect(parseFilter(text)).toMatchObject({ kind: "literal", form });
  });

  it.each([
    ["abc", "path"],
    ["nullable", "path"],
    ["INFx", "path"],
    ["abcdef01", "path"],
    ["$it/a", "path"],
    ["a/$count", "path"],
    ["a/n.t/b", "path"],
    ["a/any()", "lambda"],
    ["a/all(x:x/b eq 1)", "lambda"],
    ["a in (1,2)", "binary"],
    ["now()", "call"],
    ["foo(1)", "path"],
    ["-INFx", "unary"],
    ["-a", "unary"],
  ])("takes %s for a %s", (text, kind) => {
    expect(parseFilter(text).kind).toBe(kind);
  });

  it.each([
    ["", "expressionExpected", 0],
    ["a eq", "expressionExpected", 4],
    ["a eq 1 and", "expressionExpected", 10],
    ["a eq 1 or or b", "syntaxError", 13],
    ["a eq ,", "expressionExpected", 5],
    ["contains(a,)", "expressionExpected", 11],
    ["a b c", "syntaxError", 2],
    ["a eqq 1", "syntaxError", 2],
    ["a eq 1)", "syntaxError", 6],
    ["a eq 'x' 'y'", "syntaxError", 9],
    ["a/", "identifierExpected", 2],
    ["a/ eq 1", "syntaxError", 6],
    ["a//b", "identifierExpected", 2],
    ["a/any(1:true)", "identifierExpected", 6],
    ["a/any($it:true)", "identifierExpected", 6],
    ["a/all()", "identifierExpected", 6],
    ["a/any(x true)", "syntaxError", 8],
    ["n.t", "identifierExpected", 3],
    ["any()", "closeOrOperatorExpected", 3],
    ["(a eq 1", "closeOrOperatorExpected", 7],
    ["(a 1)", "closeOrOperatorExpected", 3],
    ["contains(a 'x')", "closeOrCommaExpected", 11],
    ["a in (b,c)", "closeOrOperatorExpected", 7],
    ["a in (1,b)", "expressionExpected", 8],
    ["a in (1", "closeOrCommaExpected", 7],
    ["a eq 'x", "unterminatedString", 5],
    ["a eq 'x''", "unterminatedString", 5],
    ["'O'Neil'", "unterminatedString", 3],
    ["a eq ?", "badCharacter", 5],
    ["a\neq 1", "badCharacter", 1],
    ["a = 1", "syntaxError", 2],
    ["a eq 12abc", "badLiteral", 5],
    ["a eq 42.", "badLiteral", 5],
    ["a eq X'1a'", "badLiteral", 5],
    ["a eq guid'5d0f4c1e-9a77-c2b4-1f03-6b8e2a90d7c1'", "badLiteral", 5],
    ["a eq duration'P1Y'", "badLiteral", 5],
    ["a eq 24:00:00", "badLiteral", 5],
    ["a eq 2025-11-24T01:11:04", "badDateTimeOffset", 5],
    ["a eq 2026-13-01", "badDateTimeOffset", 5],
    ["a eq 2026-03-02T08:14:05 02:00", "badDateTimeOffset", 5],
  ])("refuses '%s' with %s at %i", (text, code, position) => {
    expect(refusal(() => parseFilter(text))).toMatchObject({ code, position });
  });

  it("names what an error message needs", () => {
    const parametersOf = (text: string) => refusal(() => parseFilter(text))?.parameters;
    expect(parametersOf("a b")).toEqual({ text: "a b" });
    expect(parametersOf("a gt 2025-11-24T01:11:04")).toEqual({ value: "2025-11-24T01:11:04" });
    expect(parametersOf("a eq #")).toEqual({ character: "#", text: "a eq #" });
    expect(parametersOf("a eq datetime'2026-01-01'")).toEqual({ type: "datetime", value: "2026-01-01" });
  });

  it.each([
    ["expressionTooDeep", 99, 100, (count: number) => `${"(".repeat(count)}a${")".repeat(count)}`],
    ["expressionTooDeep", 99, 100, (count: number) => `${"not ".repeat(count)}a`],
    ["expressionTooDeep", 99, 100, (count: number) => `a${" add 1".repeat(count)}`],
    ["expressionTooDeep", 100, 101, (count: number) => "[".repeat(count) + "]".repeat(count)],
    ["expressionTooDeep", 99, 100, (count: number) => `${"tolower(".repeat(count)}a${")".repeat(count)}`],
    ["expressionTooLarge", 2_500, 2_501, (count: number) => Array.from({ length: count }, () => "a").join(" or ")],
    ["expressionTooLarge", 4_997, 4_998, (count: number) => `a in (${Array.from({ length: count }, () => 1).join()})`],
    ["pathTooLong", 20, 21, (count: number) => Array.from({ length: count }, () => "a").join("/")],
    ["pathTooLong", 19, 20, (count: number) => `f${"()".repeat(count + 1)}`],
    ["lambdaTooDeep", 2, 3, (count: number) => `${"a/any(x:".repeat(count)}b${")".repeat(count)}`],
    ["expressionTooLong", 65_528, 65_537, (count: number) => `a eq '${"x".repeat(count - 7)}'`],
  ])("answers %s above %i", (code, most, more, make) => {
    expect([codeOf(() => parseFilter(make(most))), codeOf(() => parseFilter(make(more)))]).toEqual([undefined, code]);
  });

  it("allows many lambdas beside one another", () => {
    expect(codeOf(() => parseFilter(Array.from({ length: 50 }, () => "a/any(x:x eq 1)").join(" and ")))).toBe(
      undefined,
    );
  });

  const growing: [string, (count: number) => string][] = [
    ["or chain", (count) => Array.from({ length: count }, (_, index) => `a eq ${index % 10}`).join(" or ")],
    ["list", (count) => `a in (${Array.from({ length: count }, () => "'abc'").join(",")})`],
    ["string", (count) => `a eq '${"x".repeat(count * 20)}'`],
    ["doubled quotes", (count) => `a eq '${"''".repeat(count * 10)}'`],
    ["open string", (count) => `a eq '${"x''".repeat(count * 10)}`],
    ["digits", (count) => `a eq ${"9".repeat(count * 20)}`],
    ["letters", (count) => `${"a".repeat(count * 20)}é`],
    ["blanks", (count) => `a${" ".repeat(count * 20)}eq 1`],
  ];

  it.each(growing)("does work in proportion to the length: %s", (_name, make) => {
    const stepsOf = (text: string) => {
      let steps = 0;
      refusal(() => {
        steps = parseCounting(text).steps;
      });
      return steps / text.length;
    };
    for (const count of [50, 200, 800]) expect(stepsOf(make(count))).toBeLessThanOrEqual(3);
  });

  it("throws nothing but ODataError", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.constantFrom(
        "a",
        "/",
        "(",
        ")",
        "'",
        " eq ",
        " and ",
        "not ",
        "any(x:",
        "1",
        "-",
        "2026-01-01",
        "[",
        "{",
        '"',
        "\ud800",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        refusal(() => parseFilter(pieces.join("")));
      }),
      { numRuns: 500 },
    );
  });
});

describe("the message of a refusal says what could stand there", () => {
  it.each([
    ["id = 'a'", "An operator or the end is expected at position 3."],
    ["id like 'a'", "An operator or the end is expected at position 3."],
    ["(id eq 'a'))", "An operator or the end is expected at position 11."],
    [
      "steps/any(status eq 'failure')",
      "':' behind the variable, as in any(x:x/name eq 'a'), is expected at position 17.",
    ],
    ["a in [1 2]", "',' or ']' is expected at position 8."],
    ['a eq {"b" 1}', "':' is expected at position 10."],
    ['a eq {"b":1 "c":2}', "',' or '}' is expected at position 12."],
  ])("%s", (text, message) => {
    expect(refusal(() => parseFilter(text))).toMatchObject({ code: "syntaxError", message, parameters: { text } });
  });
});
