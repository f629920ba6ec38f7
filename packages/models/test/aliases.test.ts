import { describe, expect, it } from "vitest";
import { type ModelIssue, provisioningObjectSummarySchema, safeParseUpdate } from "../src/index.js";
import { safeParseUpdate as safeParseV1Update } from "../src/v1.js";

function update(input: unknown): unknown {
  const result = safeParseUpdate(input);
  return result.success ? result.data : result.error.issues.map(({ code, path }) => `${code} at ${path.join("/")}`);
}

function issues(input: unknown): readonly ModelIssue[] {
  const result = safeParseUpdate(input);
  return result.success ? [] : result.error.issues;
}

const summary = { id: "1", activityDateTime: "2026-03-02T08:14:05Z" };

describe("aliases in strict input", () => {
  it.each([
    ["app", "application"],
    ["App", "application"],
    ["SYSTEM", "system"],
  ])("read the initiator type %s as %s", (written, member) => {
    expect(update({ initiatedBy: { initiatorType: written } })).toEqual({ initiatedBy: { initiatorType: member } });
  });

  it("read initiatingType as initiatorType, in any case", () => {
    expect(update({ initiatedBy: { initiatingType: "System" } })).toEqual({ initiatedBy: { initiatorType: "system" } });
  });

  it("read the servicePrincipal's name as its displayName, null included", () => {
    expect(update({ servicePrincipal: { name: "Box" } })).toEqual({ servicePrincipal: { displayName: "Box" } });
    expect(update({ servicePrincipal: { name: null } })).toEqual({ servicePrincipal: { displayName: null } });
  });

  it("read servicePrincipal as an array of one, with the alias inside", () => {
    expect(update({ servicePrincipal: [{ id: "1", name: "Box" }] })).toEqual({
      servicePrincipal: { id: "1", displayName: "Box" },
    });
  });

  it("read servicePrincipal as an empty array as none", () => {
    expect(update({ servicePrincipal: [] })).toEqual({ servicePrincipal: null });
  });

  it("do not make two service principals one", () => {
    expect(update({ servicePrincipal: [{ id: "1" }, { id: "2" }] })).toEqual(["wrongType at servicePrincipal"]);
  });

  it("do not make other complex values arrays of one", () => {
    expect(update({ initiatedBy: [{ id: "1" }] })).toEqual(["wrongType at initiatedBy"]);
  });

  it.each([
    [{ provisioningAction: "stageddelete" }, "StagedDelete", "stagedDelete"],
    [{ provisioningAction: "CREATE" }, "Create", "create"],
  ])("read an enum member in other case: %j", (input, action, provisioningAction) => {
    expect(update(input)).toEqual({ action, provisioningAction });
  });

  it("read members in other case inside collections and nested values", () => {
    expect(
      update({
        provisioningSteps: [{ provisioningStepType: "Import", status: "Success" }],
        provisioningStatusInfo: { status: "Failure", errorInformation: { errorCategory: "NonServiceFailure" } },
      }),
    ).toMatchObject({
      provisioningSteps: [{ provisioningStepType: "import", status: "success" }],
      provisioningStatusInfo: { status: "failure", errorInformation: { errorCategory: "nonServiceFailure" } },
    });
  });

  it("are refused beside a different value under the right name", () => {
    expect(issues({ servicePrincipal: { name: "Box", displayName: "Zoom" } })).toMatchObject([
      {
        code: "aliasDisagrees",
        path: ["servicePrincipal", "name"],
        parameters: { name: "name", expected: "displayName" },
      },
    ]);
    expect(update({ initiatedBy: { initiatingType: "user", initiatorType: null } })).toEqual([
      "aliasDisagrees at initiatedBy/initiatingType",
    ]);
  });

  it("are fine beside the same value under the right name, however it is spelt", () => {
    expect(update({ initiatedBy: { initiatingType: "System", initiatorType: "system" } })).toEqual({
      initiatedBy: { initiatorType: "system" },
    });
  });

  it("belong to their type: a name elsewhere is a dynamic property or unknown", () => {
    expect(update({ initiatedBy: { name: "x" } })).toEqual({ initiatedBy: { name: "x" } });
    expect(update({ modifiedProperties: [{ name: "x" }] })).toEqual(["unknownProperty at modifiedProperties/0/name"]);
  });
});

describe("@odata.type in strict input", () => {
  it.each([
    "#microsoft.graph.provisioningSystemDetails",
    "microsoft.graph.provisioningSystemDetails",
    "#microsoft.graph.provisioningSystem",
    "microsoft.graph.provisioningSystem",
    "#Microsoft.AAD.Reporting.provisioningSystemDetails",
  ])("takes %s for a system, on both roots", (type) => {
    const input = { sourceSystem: { "@odata.type": type, id: "1" } };
    expect(update(input)).toEqual({ sourceSystem: { id: "1" } });
    expect(safeParseV1Update(input)).toEqual({ success: true, data: { sourceSystem: { id: "1" } } });
  });

  it("takes the older namespace for the entity", () => {
    expect(update({ "@odata.type": "#Microsoft.AAD.Reporting.provisioningObjectSummary" })).toEqual({});
  });

  it.each([
    [{ "@odata.type": "#microsoft.graph.signIn" }, "odataType at @odata.type"],
    [{ initiatedBy: { "@odata.type": "#microsoft.graph.identity" } }, "odataType at initiatedBy/@odata.type"],
    [{ servicePrincipal: { "@odata.type": 5 } }, "odataType at servicePrincipal/@odata.type"],
    [
      { statusInfo: { "@odata.type": "#microsoft.graph.provisioningStatusInfo" } },
      "odataType at statusInfo/@odata.type",
    ],
    [
      { provisioningSteps: [{ "@odata.type": "#microsoft.graph.modifiedProperty" }] },
      "odataType at provisioningSteps/0/@odata.type",
    ],
  ])("refuses another type: %j", (input, issue) => {
    expect(update(input)).toEqual([issue]);
  });

  it("does not run the code of an object given in its place", () => {
    const thrower = { toString: () => expect.unreachable() };
    expect(update({ "@odata.type": thrower })).toEqual(["odataType at @odata.type"]);
  });

  it("says which type was expected", () => {
    expect(issues({ statusInfo: { "@odata.type": "#microsoft.graph.identity" } })).toMatchObject([
      {
        message: "names another type than microsoft.graph.statusBase or microsoft.graph.statusDetails",
        parameters: { type: "microsoft.graph.statusBase", value: "#microsoft.graph.identity" },
      },
    ]);
  });
});

describe("other annotations in strict input", () => {
  it("are tolerated everywhere and dropped", () => {
    expect(
      update({
        "@odata.context": "https://graph.example/$metadata#x",
        "@odata.etag": 'W/"1"',
        "@id": "x",
        "activityDateTime@odata.type": "#DateTimeOffset",
        "jobId@type": "String",
        jobId: "scim",
        sourceSystem: {
          "id@odata.type": "#String",
          details: { "@odata.type": "#microsoft.graph.detailsInfo", a: "1" },
        },
      }),
    ).toEqual({ jobId: "scim", sourceSystem: { details: { a: "1" } } });
  });

  it("are not every name with an @: details keep theirs, closed types refuse them", () => {
    expect(update({ sourceIdentity: { details: { "mail@contoso.example": "x" } } })).toEqual({
      sourceIdentity: { details: { "mail@contoso.example": "x" } },
    });
    expect(update({ "mail@contoso.example": "x" })).toEqual(["unknownProperty at mail@contoso.example"]);
  });
});

describe("the tolerant schema", () => {
  it("rewrites the same aliases", () => {
    expect(
      provisioningObjectSummarySchema.parse({
        ...summary,
        servicePrincipal: [{ name: "Box" }],
        initiatedBy: { initiatingType: "App" },
        sourceSystem: { "@odata.type": "microsoft.graph.provisioningSystem" },
      }),
    ).toEqual({
      ...summary,
      servicePrincipal: { displayName: "Box" },
      initiatedBy: { initiatorType: "application" },
      sourceSystem: { "@odata.type": "#microsoft.graph.provisioningSystemDetails" },
    });
  });

  it("keeps both values where alias and name differ", () => {
    const servicePrincipal = { name: "Box", displayName: "Zoom" };
    expect(provisioningObjectSummarySchema.parse({ ...summary, servicePrincipal })).toEqual({
      ...summary,
      servicePrincipal,
    });
  });

  it("keeps annotations, and type names it does not know as they are", () => {
    const annotated = {
      ...summary,
      "@odata.etag": 'W/"1"',
      "@odata.type": "#microsoft.graph.tomorrowsSummary",
      statusInfo: { "@odata.type": "#microsoft.graph.statusDetails", errorCode: "E" },
    };
    expect(provisioningObjectSummarySchema.parse(annotated)).toEqual(annotated);
  });
});
