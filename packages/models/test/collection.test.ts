import { describe, expect, it } from "vitest";
import { collectionSchema, provisioningObjectSummarySchema } from "../src/index.js";

const schema = collectionSchema(provisioningObjectSummarySchema);
const summary = { id: "1", activityDateTime: "2026-03-02T08:14:05Z" };

describe("collectionSchema", () => {
  it("reads a page with its annotations, unknown ones too", () => {
    const page = {
      "@odata.context": "https://graph.example/beta/$metadata#auditLogs/directoryProvisioning",
      "@odata.count": 2,
      "@odata.nextLink": "https://graph.example/beta/auditLogs/directoryProvisioning?$skiptoken=a",
      "@microsoft.graph.tips": "x",
      value: [summary],
    };
    expect(schema.parse(page)).toEqual(page);
  });

  it("reads an empty page that has a next one, and a count that is a string or null", () => {
    const page = { "@odata.count": "5", "@odata.nextLink": "https://graph.example/next", value: [] };
    expect(schema.parse(page)).toEqual(page);
    expect(schema.parse({ "@odata.count": null, "@odata.nextLink": null, value: [] })).toEqual({
      "@odata.count": null,
      "@odata.nextLink": null,
      value: [],
    });
  });

  it("rewrites the items' older spellings", () => {
    const value = [{ ...summary, servicePrincipal: [{ name: "Box" }] }];
    expect(schema.parse({ value }).value).toEqual([{ ...summary, servicePrincipal: { displayName: "Box" } }]);
  });

  it("says which item is wrong", () => {
    expect(schema.safeParse({ value: [summary, { id: "2" }] }).error?.issues[0]?.path).toEqual([
      "value",
      1,
      "activityDateTime",
    ]);
    expect(schema.safeParse({}).success).toBe(false);
  });
});
