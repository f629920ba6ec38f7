import { describe, expect, it } from "vitest";
import { inputBounds, provisioningObjectSummarySchema, safeParseCreate, safeParseUpdate } from "../src/index.js";

function update(input: unknown): string[] {
  const result = safeParseUpdate(input);
  return result.success ? [] : result.error.issues.map(({ code, path }) => `${code} at ${path.join("/")}`);
}

/** Details that reach down to the given level, the summary being level 1 and the details level 3. */
function nested(levels: number): object {
  let value: unknown = "leaf";
  for (let level = levels; level > 3; level -= 1) value = level % 2 === 0 ? { n: value } : [value];
  return { sourceSystem: { details: { n: value } } };
}

/** A path that is too deep to be written out. */
const codes = (issues: string[]) => issues.map((issue) => issue.split(" ")[0]);

describe("the bounds of an input", () => {
  it("are those that the documentation states", () => {
    expect(inputBounds).toEqual({ depth: 32, elements: 5000, stringBytes: 262_144, idBytes: 1024 });
  });

  it("let 32 levels pass and refuse the 33rd", () => {
    expect(update(nested(32))).toEqual([]);
    expect(codes(update(nested(33)))).toEqual(["tooDeep"]);
  });

  it("refuse nesting that would exhaust the stack", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    expect(codes(update({ sourceSystem: { details: { deep } } }))).toEqual(["tooDeep"]);
    expect(codes(update(deep))).toEqual(["tooDeep"]);
  });

  it("refuse a value that contains itself", () => {
    const details: Record<string, unknown> = {};
    details["self"] = details;
    expect(codes(update({ sourceSystem: { details } }))).toEqual(["tooDeep"]);
  });

  it("let 5,000 elements pass and refuse more, in any collection", () => {
    const steps = (count: number) => Array.from({ length: count }, () => ({}));
    expect(update({ provisioningSteps: steps(5000) })).toEqual([]);
    expect(update({ provisioningSteps: steps(5001) })).toEqual(["tooManyElements at provisioningSteps"]);
    expect(update({ targetIdentity: { details: { groups: Array.from({ length: 5001 }, () => "g") } } })).toEqual([
      "tooManyElements at targetIdentity/details/groups",
    ]);
  });

  it.each([
    ["a", 262_144],
    ["é", 131_072],
    ["€", 87_381],
    ["😀", 65_536],
    ["\ud800", 87_381],
  ])("count the UTF-8 bytes of a string: %j", (character, most) => {
    expect(update({ jobId: character.repeat(most) })).toEqual([]);
    expect(update({ jobId: character.repeat(most + 1) })).toEqual(["stringTooLong at jobId"]);
  });

  it("hold for strings deep in dynamic values, and for names", () => {
    expect(update({ sourceIdentity: { details: { a: ["x".repeat(262_145)] } } })).toEqual([
      "stringTooLong at sourceIdentity/details/a/0",
    ]);
    expect(codes(update({ sourceIdentity: { details: { ["x".repeat(262_145)]: "a" } } }))).toEqual(["stringTooLong"]);
  });

  it.each([
    ["the root", '{"__proto__":{"admin":true}}', "forbiddenKey at __proto__"],
    ["a complex value", '{"initiatedBy":{"__proto__":null}}', "forbiddenKey at initiatedBy/__proto__"],
    ["details", '{"sourceSystem":{"details":{"__proto__":"x"}}}', "forbiddenKey at sourceSystem/details/__proto__"],
    [
      "a dynamic value",
      '{"sourceSystem":{"details":{"a":[{"__proto__":1}]}}}',
      "forbiddenKey at sourceSystem/details/a/0/__proto__",
    ],
    [
      "a collection's element",
      '{"provisioningSteps":[{"__proto__":{}}]}',
      "forbiddenKey at provisioningSteps/0/__proto__",
    ],
    ["an annotation", '{"@odata.context":{"__proto__":{}}}', "forbiddenKey at @odata.context/__proto__"],
  ])("refuse a __proto__ key in %s", (_, json, issue) => {
    expect(update(JSON.parse(json))).toEqual([issue]);
  });

  it("let other famous names be what they are in details", () => {
    const details = { constructor: "a", prototype: "b", toString: "c", hasOwnProperty: "d" };
    const result = safeParseUpdate({ sourceSystem: { details } });
    expect(result).toMatchObject({ success: true, data: { sourceSystem: { details: { constructor: "a" } } } });
    expect(update({ constructor: "a" })).toEqual(["unknownProperty at constructor"]);
  });

  it("hold for the tolerant schema too", () => {
    const summary = { id: "1", activityDateTime: "2026-03-02T08:14:05Z" };
    const result = provisioningObjectSummarySchema.safeParse({ ...summary, ...nested(33) });
    expect(result.error?.issues).toMatchObject([{ code: "custom", params: { code: "tooDeep", limit: 32 } }]);
    const proto: unknown = JSON.parse('{"id":"1","activityDateTime":"2026-03-02T08:14:05Z","__proto__":{}}');
    expect(provisioningObjectSummarySchema.safeParse(proto).success).toBe(false);
  });

  it("stop the count of reports at 100", () => {
    const unknown = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`p${index}`, 1]));
    const result = safeParseUpdate(unknown);
    expect(result.success ? 0 : result.error.issues.length).toBe(100);
    const steps = Array.from({ length: 1000 }, () => ({ details: "x" }));
    expect(update({ provisioningSteps: steps })).toHaveLength(100);
  });

  it.each([{ activityDateTime: "x".repeat(10_000) }, { ["x".repeat(10_000)]: 1 }, { jobId: ["x".repeat(10_000)] }])(
    "put no more than an excerpt of the input into words (%#)",
    (input) => {
      const result = safeParseUpdate(input);
      const { message, issues } = result.success ? { message: "", issues: [] } : result.error;
      const words = [message, ...issues.map((issue) => issue.message + JSON.stringify(issue.parameters))].join("");
      expect(issues).toHaveLength(1);
      expect(words.length).toBeLessThan(600);
    },
  );
});

describe("values that JSON does not know", () => {
  it.each([
    ["a Date", new Date(0)],
    ["a Map", new Map()],
    ["a function", () => 1],
    ["a symbol", Symbol("s")],
    ["a bigint", 1n],
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["a class instance", new (class Thing {})()],
  ])("are refused as a wrong type: %s", (_, value) => {
    expect(update({ sourceSystem: { details: { value } } })).toEqual(["wrongType at sourceSystem/details/value"]);
    expect(update({ jobId: value })).toEqual(["wrongType at jobId"]);
  });

  it("are refused where reading them throws", () => {
    const thrower = Object.defineProperty({}, "jobId", { enumerable: true, get: () => expect.unreachable() });
    expect(codes(update(thrower))).toEqual(["wrongType"]);
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(codes(update({ sourceSystem: proxy }))).toEqual(["wrongType"]);
  });

  it("do not count as given when they are undefined", () => {
    expect(safeParseUpdate({ jobId: undefined, initiatedBy: { id: undefined } })).toEqual({
      success: true,
      data: { initiatedBy: {} },
    });
  });

  it("include prototypes: objects without one are read like any other", () => {
    const bare: unknown = Object.assign(Object.create(null), { jobId: "scim" });
    expect(safeParseUpdate(bare)).toEqual({ success: true, data: { jobId: "scim" } });
  });
});

describe("what is no object", () => {
  it.each([null, undefined, true, 5, "text", [[]]])("is refused: %j", (input) => {
    expect(update(input)).toHaveLength(1);
    expect(safeParseCreate(input).success).toBe(false);
  });

  it("is called that", () => {
    expect(update(null)).toEqual(["notAnObject at "]);
    expect(update([])).toEqual(["notAnObject at "]);
    expect(update("text")).toEqual(["notAnObject at "]);
  });
});
