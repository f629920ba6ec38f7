import { describe, expect, it } from "vitest";
import { provisioningObjectSummaryDescription as beta } from "../src/index.js";
import { provisioningObjectSummaryDescription as v1 } from "../src/v1.js";

type Description = typeof beta;

const entity = "microsoft.graph.provisioningObjectSummary";

/** The declared type at the end of a path, or undefined; looks in base types too. */
function typeAt({ structuredTypes, type }: Description, path: string): string | undefined {
  return path.split("/").reduce<string | undefined>((owner, name) => {
    for (let at = owner; at !== undefined; at = structuredTypes[at]?.baseType) {
      const property = structuredTypes[at]?.properties[name];
      if (property !== undefined) return property.type;
    }
    return undefined;
  }, type);
}

describe.each([
  ["beta", beta],
  ["v1.0", v1],
])("the %s description", (_, description) => {
  it("names the entity and its key", () => {
    expect(description).toMatchObject({ type: entity, key: "id" });
    expect(typeAt(description, "id")).toBe("Edm.String");
  });

  it("knows every type it mentions", () => {
    const known = [...Object.keys(description.structuredTypes), ...Object.keys(description.enumTypes)];
    for (const { baseType, properties } of Object.values(description.structuredTypes)) {
      if (baseType !== undefined) expect(known).toContain(baseType);
      for (const { type } of Object.values(properties)) if (!type.startsWith("Edm.")) expect(known).toContain(type);
    }
  });

  it("has a primitive type or an enum at the end of every path with a policy, and a source for each", () => {
    const paths = description.policy.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { path, source } of description.policy) {
      const type = typeAt(description, path);
      expect(type === undefined ? path : type.startsWith("Edm.") || Object.hasOwn(description.enumTypes, type)).toBe(
        true,
      );
      expect(source).not.toBe("");
    }
  });

  it("leads every other spelling of a path to a path that exists", () => {
    for (const [alias, path] of Object.entries(description.pathAliases)) {
      expect(typeAt(description, path)).toBeDefined();
      expect(typeAt(description, alias)).toBeUndefined();
    }
  });

  it("has the facts of the metadata", () => {
    const { structuredTypes, enumTypes } = description;
    expect(structuredTypes[entity]).toMatchObject({
      baseType: "microsoft.graph.entity",
      properties: {
        activityDateTime: { type: "Edm.DateTimeOffset", nullable: false },
        durationInMilliseconds: { type: "Edm.Int32" },
        jobId: { type: "Edm.String" },
        provisioningAction: { type: "microsoft.graph.provisioningAction" },
        provisioningSteps: { type: "microsoft.graph.provisioningStep", collection: true },
      },
    });
    expect(structuredTypes[entity]?.properties["id"]).toBeUndefined();
    expect(structuredTypes[entity]?.properties["jobId"]?.nullable).toBeUndefined();
    expect(structuredTypes["microsoft.graph.initiator"]).toEqual({
      baseType: "microsoft.graph.identity",
      open: true,
      properties: { initiatorType: { type: "microsoft.graph.initiatorType" } },
    });
    expect(structuredTypes["microsoft.graph.detailsInfo"]).toEqual({ open: true, properties: {} });
    expect(structuredTypes["microsoft.graph.provisioningStep"]?.open).toBeUndefined();
    expect(enumTypes["microsoft.graph.provisioningResult"]).toEqual([
      "success",
      "failure",
      "skipped",
      "warning",
      "unknownFutureValue",
    ]);
    expect(Object.keys(enumTypes)).toHaveLength(5);
  });

  it("is plain data", () => {
    expect(JSON.parse(JSON.stringify(description))).toEqual(description);
  });
});

describe("the two descriptions", () => {
  it("differ in the two older names, the types these bring, and the name of the systems' type", () => {
    const names = (description: Description) => Object.keys(description.structuredTypes[entity]?.properties ?? {});
    expect(names(beta).filter((name) => !names(v1).includes(name))).toEqual(["action", "statusInfo"]);
    expect(names(v1).filter((name) => !names(beta).includes(name))).toEqual([]);
    const types = (description: Description) => Object.keys(description.structuredTypes);
    expect(types(beta).filter((type) => !types(v1).includes(type))).toEqual([
      "microsoft.graph.provisioningSystemDetails",
      "microsoft.graph.statusBase",
      "microsoft.graph.statusDetails",
    ]);
    expect(types(v1).filter((type) => !types(beta).includes(type))).toEqual(["microsoft.graph.provisioningSystem"]);
    expect(beta.structuredTypes["microsoft.graph.statusDetails"]).toMatchObject({
      baseType: "microsoft.graph.statusBase",
    });
    expect(beta.structuredTypes["microsoft.graph.statusDetails"]?.properties["status"]).toBeUndefined();
  });

  it("order by the time only", () => {
    for (const description of [beta, v1]) {
      expect(description.policy.filter(({ orderby }) => orderby).map(({ path }) => path)).toEqual(["activityDateTime"]);
    }
  });

  it("compare the duration on beta only", () => {
    expect(beta.policy.find(({ path }) => path === "durationInMilliseconds")?.operators).toEqual(["eq", "gt", "lt"]);
    expect(v1.policy.some(({ path }) => path === "durationInMilliseconds")).toBe(false);
  });
});
