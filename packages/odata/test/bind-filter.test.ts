import { describe, expect, it } from "vitest";
import { type BindOptions, bindFilter, parseFilter } from "../src/index.js";
import { description } from "./event-description.js";
import { refusal } from "./refusal.js";

const bind = (text: string, options?: BindOptions) => bindFilter(parseFilter(text), description, options);
const name = { kind: "property", segments: ["name"], type: "Edm.String" };

describe("bindFilter", () => {
  it("resolves names in any case, aliases, inherited properties and casts", () => {
    const segmentsOf = (path: string) => bind(`${path} eq null`);
    expect(segmentsOf("Source/NAME")).toMatchObject({ left: { segments: ["source", "displayName"] } });
    expect(segmentsOf("ID")).toMatchObject({ left: { segments: ["id"], type: "Edm.String" } });
    expect(segmentsOf("$it/id")).toMatchObject({ left: { segments: ["id"] } });
    expect(segmentsOf("info/test.STATUSdetails/Reason")).toMatchObject({ left: { segments: ["info", "reason"] } });
    expect(segmentsOf("test.event/name")).toMatchObject({ left: { segments: ["name"] } });
  });

  it("makes one node of a chain", () => {
    expect(bind("done or done or done and true")).toMatchObject({
      kind: "logical",
      operator: "or",
      operands: [{ kind: "property" }, { kind: "property" }, { kind: "logical", operator: "and" }],
    });
  });

  it.each([
    ["action eq 'CREATE'", { type: "test.action", value: "create" }],
    ["action eq test.action'Delete'", { type: "test.action", value: "delete" }],
    ["'create' ne action", { type: "test.action", value: "create" }],
    ["at gt 2026-03-02", { type: "Edm.DateTimeOffset", value: "2026-03-02T00:00:00" }],
    ["at gt 2026-03-02T01:00+02:00", { type: "Edm.DateTimeOffset", value: "2026-03-01T23:00:00" }],
    ["day eq 2026-03-02", { type: "Edm.Date", value: "2026-03-02" }],
    ["clock eq 08:14", { type: "Edm.TimeOfDay", value: "08:14:00" }],
    ["clock eq 08:14:05.50", { type: "Edm.TimeOfDay", value: "08:14:05.5" }],
    ["took gt duration'-P1DT1H1M1.5S'", { type: "Edm.Duration", value: -90061.5 }],
    ["key eq 5D0F4C1E-9A77-C2B4-1F03-6B8E2A90D7C1", { value: "5d0f4c1e-9a77-c2b4-1f03-6b8e2a90d7c1" }],
    ["size eq 2147483647", { type: "Edm.Int32", value: 2147483647 }],
    ["size eq -2147483649", { type: "Edm.Int64", value: -2147483649 }],
    ["size eq 9223372036854775808", { type: "Edm.Decimal" }],
    ["ratio eq -INF", { type: "Edm.Double", value: Number.NEGATIVE_INFINITY }],
    ["name eq null", { type: "null", value: null }],
    ["size gt 2 add 3 mul 4", { type: "Edm.Int32", value: 14 }],
    ["name eq tolower(concat('A','B'))", { type: "Edm.String", value: "ab" }],
    ["size eq -(2)", { type: "Edm.Int32", value: -2 }],
  ])("gives the literal of '%s' its value", (text, value) => {
    const { left, right } = bind(text) as unknown as { left: { kind: string }; right: { kind: string } };
    expect(left.kind === "literal" ? left : right).toMatchObject({ kind: "literal", ...value });
  });

  it("computes what is constant, with the clock it is given", () => {
    const now = new Date("2026-03-02T00:00:00.250Z");
    expect(bind("at gt now() sub duration'PT2H'", { now })).toMatchObject({
      right: { kind: "literal", type: "Edm.DateTimeOffset", value: "2026-03-01T22:00:00.25" },
    });
    expect(bind("1 eq 1.0")).toEqual({ kind: "literal", type: "Edm.Boolean", value: true });
    expect(bind("at lt maxdatetime()")).toMatchObject({ right: { value: "9999-12-31T23:59:59.999999999999" } });
  });

  it("reads undeclared properties of open types as text, however deep", () => {
    expect(bind("details/deep/er eq 'y'")).toMatchObject({
      left: { segments: ["details", "deep", "er"], type: "Edm.String", dynamic: true },
    });
    expect(refusal(() => bind("details/note gt 5"))?.code).toBe("incompatibleTypes");
  });

  it("gives range variables their element's type", () => {
    expect(bind("steps/any(s:s/size gt 1 and s/name eq name and s/tags/any(t:t eq 'a'))")).toMatchObject({
      kind: "lambda",
      operator: "any",
      collection: { segments: ["steps"], type: "test.step" },
      variable: "s",
      predicate: {
        operands: [
          { left: { variable: "s", segments: ["size"], type: "Edm.Int32" } },
          { right: name },
          { predicate: { left: { variable: "t", segments: [], type: "Edm.String" } } },
        ],
      },
    });
  });

  it("counts collections", () => {
    expect(bind("steps/$count gt 1")).toMatchObject({
      left: { kind: "count", collection: { segments: ["steps"] }, type: "Edm.Int64" },
    });
  });

  it.each([
    ["size gt 5.5", "Edm.Decimal"],
    ["big gt 5", "Edm.Int64"],
    ["ratio gt 5", "Edm.Double"],
    ["size in (1,2.5)", "Edm.Decimal"],
    ["action in ('Create',null)", "test.action"],
    ["info eq null", "test.status"],
    ["null eq null or name in (null)", undefined],
  ])("compares '%s' as %s", (text, operandType) => {
    const bound = bind(text);
    expect("operandType" in bound ? bound.operandType : undefined).toBe(operandType);
  });

  it.each([
    ["size div 2 eq 3", "Edm.Int32"],
    ["big div 2 eq 3", "Edm.Int64"],
    ["size divby 2 eq 3", "Edm.Decimal"],
    ["size mul 2.0 eq 3", "Edm.Decimal"],
    ["ratio add size eq 3", "Edm.Double"],
    ["round(ratio) eq 3", "Edm.Double"],
    ["floor(size) eq 3", "Edm.Int32"],
    ["at sub at eq duration'PT0S'", "Edm.Duration"],
    ["duration'P1D' add at gt at", "Edm.DateTimeOffset"],
    ["length(action) eq 6", "Edm.Int32"],
  ])("computes '%s' in %s", (text, type) => {
    expect(bind(text)).toMatchObject({ left: { type } });
  });

  it.each([
    ["nope eq 1", "propertyNotFound", { name: "nope", type: "test.event" }, 0],
    ["done and source/nope eq 1", "propertyNotFound", { name: "nope", type: "test.identity" }, 9],
    ["info/reason eq 'x'", "propertyNotFound", { name: "reason", type: "test.status" }, 0],
    ["source/test.status/status eq 'x'", "propertyNotFound", { name: "test.status", type: "test.identity" }, 0],
    [
      "at gt '2026-01-01T00:00:00Z'",
      "incompatibleTypes",
      { left: "Edm.DateTimeOffset", right: "Edm.String", operator: "GreaterThan" },
      3,
    ],
    ["size eq 'x'", "incompatibleTypes", { left: "Edm.Int32", right: "Edm.String", operator: "Equal" }, 5],
    ["name add 1 eq 2", "incompatibleTypes", { left: "Edm.String", right: "Edm.Int32", operator: "Add" }, 5],
    ["done and size", "incompatibleTypes", { left: "Edm.Boolean", right: "Edm.Int32", operator: "And" }, 5],
    ["name or done", "incompatibleTypes", { left: "Edm.String", right: "Edm.Boolean", operator: "Or" }, 5],
    [
      "action gt 'create'",
      "incompatibleTypes",
      { left: "test.action", right: "test.action", operator: "GreaterThan" },
      7,
    ],
    [
      "name eq test.action'create'",
      "incompatibleTypes",
      { left: "Edm.String", right: "test.action", operator: "Equal" },
      5,
    ],
    [
      "name has test.action'create'",
      "incompatibleTypes",
      { left: "Edm.String", right: "test.action", operator: "Has" },
      5,
    ],
    ["info eq 'x'", "incompatibleTypes", { left: "test.status", right: "Edm.String", operator: "Equal" }, 5],
    ["info gt null", "incompatibleTypes", { left: "test.status", right: "null", operator: "GreaterThan" }, 5],
    ["size in (1,'x')", "incompatibleTypes", { left: "Edm.Int32", right: "Edm.String", operator: "In" }, 5],
    ["not name", "incompatibleOperand", { type: "Edm.String", operator: "Not" }, 0],
    ["not size eq 1", "incompatibleOperand", { type: "Edm.Int32", operator: "Not" }, 0],
    ["-name eq 'x'", "incompatibleOperand", { type: "Edm.String", operator: "Negate" }, 0],
    ["action eq 'nope'", "badEnumMember", { value: "nope", type: "test.action" }, 10],
    ["action eq 'create,delete'", "badEnumMember", { value: "create,delete", type: "test.action" }, 10],
    ["action eq other.type'create'", "badEnumMember", { value: "create", type: "other.type" }, 10],
    ["at gt 2026-02-30", "badDateTimeOffset", { value: "2026-02-30T00:00:00Z" }, 6],
    ["at gt -0001-02-01", "badDateTimeOffset", {}, 6],
    ["foo(name)", "unknownFunction", { name: "foo" }, 0],
    ["source/foo() eq 1", "unknownFunction", { name: "foo" }, 0],
    ["contains(name)", "functionArguments", { name: "contains", signature: "contains(Edm.String, Edm.String)" }, 0],
    ["contains(size,'x')", "functionArguments", {}, 0],
    ["substring(name,1,2,3) eq 'x'", "functionArguments", {}, 0],
    ["year(name) eq 1", "functionArguments", {}, 0],
    ["now() gt at", "notSupported", { construct: "now" }, 0],
    ["matchesPattern(name,'(a+)+$')", "notSupported", { construct: "matchesPattern" }, 0],
    ["name in tags", "notSupported", {}, 8],
    ["name in [name]", "notSupported", {}, 9],
    ["name eq {}", "notSupported", { construct: "a object" }, 8],
    ["$root/x eq 1", "notSupported", { construct: "$root" }, 0],
    ["name eq @p", "notSupported", { construct: "@p" }, 8],
    ["size", "notBoolean", { type: "Edm.Int32" }, 0],
    ["null", "notBoolean", {}, 0],
    ["steps/any(s:s/size)", "notBoolean", { type: "Edm.Int32" }, 12],
    ["name/any()", "notCollection", { path: "name" }, 0],
    ["tags eq 'x'", "notSingleValue", { path: "tags" }, 0],
    ["steps/name eq 'x'", "notSingleValue", { path: "steps" }, 0],
    ["steps/any(s:s/tags/any(s:true))", "duplicateVariable", { name: "s" }, 19],
    ["steps/any(s:true) and s/name eq 'x'", "propertyNotFound", { name: "s" }, 22],
  ] as const)("refuses '%s' with %s", (text, code, parameters, position) => {
    expect(refusal(() => bind(text))).toMatchObject({ code, parameters, position });
  });

  it("lets only documented operators pass when told so", () => {
    const refused = (text: string) => refusal(() => bind(text, { documentedOnly: true }))?.parameters;
    for (const text of [
      "at gt 2026-01-01",
      "contains(tolower(source/name),'x') or name in ('a')",
      "not (name eq 'a')",
    ]) {
      expect(refused(text)).toBe(undefined);
    }
    expect(refused("at ge 2026-01-01")).toEqual({ path: "at", operator: "ge" });
    expect(refused("startswith(name,'a')")).toEqual({ path: "name", operator: "startswith" });
    expect(refused("size eq 1")).toEqual({ path: "size", operator: "eq" });
    expect(refused("size add 1 eq 1")).toEqual({ path: "size", operator: "eq" });
    expect(refused("steps/any()")).toEqual({ path: "steps", operator: "any" });
    expect(refused("length(name) gt 1")).toEqual({ path: "name", operator: "gt" });
  });

  it("binds the longest chain that parses", () => {
    expect(bind(Array.from({ length: 1_250 }, () => "size eq 1").join(" or "))).toMatchObject({ kind: "logical" });
  });
});
