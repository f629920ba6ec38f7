import { describe, expect, it } from "vitest";
import { bindOrderby, type EntityDescription, parseOrderby } from "../src/index.js";
import { refusal } from "./refusal.js";

const description: EntityDescription = {
  type: "test.event",
  key: "id",
  structuredTypes: {
    "test.event": {
      baseType: "test.entity",
      properties: {
        at: { type: "Edm.DateTimeOffset" },
        action: { type: "test.action" },
        source: { type: "test.identity" },
        details: { type: "test.details" },
        tags: { type: "Edm.String", collection: true },
        steps: { type: "test.identity", collection: true },
        ID: { type: "Edm.Int32" },
      },
    },
    "test.entity": { properties: { id: { type: "Edm.String" }, created: { type: "Edm.DateTimeOffset" } } },
    "test.identity": { properties: { displayName: { type: "Edm.String" } } },
    "test.details": { open: true, properties: { note: { type: "Edm.String" } } },
    // A circle of base types must not hang the search.
    "test.loop": { baseType: "test.loop", properties: {} },
  },
  enumTypes: { "test.action": ["create", "delete"] },
  pathAliases: { "source/name": "source/displayName", Origin: "source" },
  policy: [],
};

const bind = (text: string, resource = description) => bindOrderby(parseOrderby(text), resource);
const pathsOf = (text: string) => bind(text).map(({ path }) => path.segments.join("/"));

describe("bindOrderby", () => {
  it("resolves names in any case to their wire case, with type and direction", () => {
    expect(bind("AT desc, Source/DISPLAYNAME")).toEqual([
      { path: { segments: ["at"], type: "Edm.DateTimeOffset" }, descending: true },
      { path: { segments: ["source", "displayName"], type: "Edm.String" }, descending: false },
    ]);
  });

  it("finds inherited properties", () => {
    expect(pathsOf("created")).toEqual(["created"]);
  });

  it("prefers the exact name to one in another case", () => {
    expect([pathsOf("id"), pathsOf("ID"), pathsOf("Id")]).toEqual([["id"], ["ID"], ["ID"]]);
  });

  it("rewrites aliases in any case, the longest first", () => {
    expect([pathsOf("Source/NAME"), pathsOf("origin/displayname")]).toEqual([
      ["source/displayName"],
      ["source/displayName"],
    ]);
  });

  it("orders by enum values and declared properties of open types", () => {
    expect(bind("action, details/note").map(({ path }) => path.type)).toEqual(["test.action", "Edm.String"]);
  });

  it.each([
    ["nope", "nope", "test.event"],
    ["source/nope", "nope", "test.identity"],
    ["at/year", "year", "Edm.DateTimeOffset"],
    ["__proto__", "__proto__", "test.event"],
    ["constructor", "constructor", "test.event"],
  ])("refuses the unknown %s", (text, name, type) => {
    expect(refusal(() => bind(`at, ${text}`))).toMatchObject({
      code: "propertyNotFound",
      parameters: { name, type },
      position: 4,
    });
  });

  it.each([
    ["tags", "tags", "collection"],
    ["steps/displayName", "steps", "collection"],
    ["source", "source", "complex"],
    ["details/anything", "details/anything", "dynamic"],
    ["steps/$count", "steps/$count", "expression"],
    ["length(id)", "", "expression"],
  ])("refuses to order by %s", (text, path, reason) => {
    expect(refusal(() => bind(text))).toMatchObject({ code: "notOrderable", parameters: { path, reason } });
  });

  it("says why a computed value is refused, without a name", () => {
    const message = "Results cannot be ordered by what is computed: it is no path.";
    expect(refusal(() => bind("length(id)"))?.message).toBe(message);
  });

  it("refuses one path under two spellings", () => {
    expect(refusal(() => bind("source/name, Origin/DisplayName desc"))).toMatchObject({
      code: "duplicateOrderby",
      parameters: { path: "source/displayName" },
      position: 13,
    });
  });

  it("ends on base types that go in a circle", () => {
    expect(refusal(() => bind("x", { ...description, type: "test.loop" }))?.code).toBe("propertyNotFound");
  });
});
