import { describe, expect, it } from "vitest";
import {
  ModelError,
  type ModelIssue,
  parseCreate,
  parseUpdate,
  provisioningObjectSummaryCreateSchema,
  provisioningObjectSummarySchema,
  provisioningObjectSummaryUpdateSchema,
  safeParseCreate,
  safeParseUpdate,
} from "../src/index.js";
import * as v1 from "../src/v1.js";

function issues(input: unknown, safeParse: (input: unknown) => ReturnType<typeof safeParseUpdate> = safeParseUpdate) {
  const result = safeParse(input);
  return result.success ? [] : result.error.issues;
}

describe("an issue", () => {
  it.each<[string, unknown, ModelIssue]>([
    [
      "names an unknown property and the type that lacks it",
      { jobID: "x" },
      {
        code: "unknownProperty",
        path: ["jobID"],
        message: "is not a property of microsoft.graph.provisioningObjectSummary",
        parameters: { name: "jobID", type: "microsoft.graph.provisioningObjectSummary" },
      },
    ],
    [
      "names the complex type that lacks a property",
      { provisioningSteps: [{ state: "x" }] },
      {
        code: "unknownProperty",
        path: ["provisioningSteps", 0, "state"],
        message: "is not a property of microsoft.graph.provisioningStep",
        parameters: { name: "state", type: "microsoft.graph.provisioningStep" },
      },
    ],
    [
      "names the base type of a statusInfo without details",
      { statusInfo: { state: "x" } },
      {
        code: "unknownProperty",
        path: ["statusInfo", "state"],
        message: "is not a property of microsoft.graph.statusBase",
        parameters: { name: "state", type: "microsoft.graph.statusBase" },
      },
    ],
    [
      "names the derived type of a statusInfo with details",
      { statusInfo: { errorCode: "E", state: "x" } },
      {
        code: "unknownProperty",
        path: ["statusInfo", "state"],
        message: "is not a property of microsoft.graph.statusDetails",
        parameters: { name: "state", type: "microsoft.graph.statusDetails" },
      },
    ],
    [
      "names the expected primitive type and the value",
      { durationInMilliseconds: "828" },
      {
        code: "wrongType",
        path: ["durationInMilliseconds"],
        message: "must be a number",
        parameters: { name: "durationInMilliseconds", type: "Edm.Int32", value: "828", expected: "a number" },
      },
    ],
    [
      "names the expected complex type",
      { initiatedBy: "system" },
      {
        code: "wrongType",
        path: ["initiatedBy"],
        message: "must be an object",
        parameters: { name: "initiatedBy", type: "microsoft.graph.initiator", value: "system", expected: "an object" },
      },
    ],
    [
      "names the expected collection",
      { modifiedProperties: {} },
      {
        code: "wrongType",
        path: ["modifiedProperties"],
        message: "must be an array",
        parameters: {
          name: "modifiedProperties",
          type: "microsoft.graph.modifiedProperty",
          value: "object",
          expected: "an array",
        },
      },
    ],
    [
      "lists the members of the enum",
      { provisioningStatusInfo: { status: "failed" } },
      {
        code: "unknownMember",
        path: ["provisioningStatusInfo", "status"],
        message: "is none of success, failure, skipped, warning, unknownFutureValue",
        parameters: {
          name: "status",
          type: "microsoft.graph.provisioningResult",
          value: "failed",
          expected: "success, failure, skipped, warning, unknownFutureValue",
        },
      },
    ],
    [
      "tells a number out of range from a wrong type",
      { durationInMilliseconds: 2147483648 },
      {
        code: "int32",
        path: ["durationInMilliseconds"],
        message: "is not a whole number of 32 bits",
        parameters: { name: "durationInMilliseconds", type: "Edm.Int32", value: "2147483648" },
      },
    ],
    [
      "says that an element may not be null",
      { provisioningSteps: [null] },
      {
        code: "nullNotAllowed",
        path: ["provisioningSteps", 0],
        message: "must not be null",
        parameters: { name: "provisioningSteps", type: "microsoft.graph.provisioningStep", value: "null" },
      },
    ],
  ])("%s", (_, input, issue) => {
    expect(issues(input)).toEqual([issue]);
  });

  it("says what is missing on creation", () => {
    expect(issues({ jobId: "scim" }, safeParseCreate)).toEqual([
      {
        code: "missing",
        path: ["activityDateTime"],
        message: "is required",
        parameters: { name: "activityDateTime", type: "Edm.DateTimeOffset" },
      },
    ]);
  });

  it("comes once for each value, unknown properties first", () => {
    expect(
      issues({
        durationInMilliseconds: 1.5e300,
        activityDateTime: "yesterday",
        jobId: 5,
        more: 1,
        targetSystem: { id: 5 },
        evenMore: 1,
      }).map(({ path }) => path.join("/")),
    ).toEqual(["more", "evenMore", "activityDateTime", "jobId", "durationInMilliseconds", "targetSystem/id"]);
  });

  it("is reported together with those of aliases and annotations", () => {
    expect(
      issues({ "@odata.type": "#x.y", jobId: 5, servicePrincipal: { name: "a", displayName: "b" } }).map(
        ({ code }) => code,
      ),
    ).toEqual(["wrongType", "odataType", "aliasDisagrees"]);
  });
});

describe("an Int32", () => {
  it.each([-2147483648, -1, 0, 2147483647])("may be %d", (durationInMilliseconds) => {
    expect(parseUpdate({ durationInMilliseconds })).toEqual({ durationInMilliseconds });
  });

  it.each([-2147483649, 2147483648, 1.5, 1e300, Number.MAX_SAFE_INTEGER])("is never %d", (durationInMilliseconds) => {
    expect(issues({ durationInMilliseconds }).map(({ code }) => code)).toEqual(["int32"]);
  });
});

describe("a number that JSON holds and JavaScript does not", () => {
  it("is out of range where an Int32 is expected", () => {
    expect(issues(JSON.parse('{"durationInMilliseconds":-1e400}'))).toEqual([
      {
        code: "int32",
        path: ["durationInMilliseconds"],
        message: "is not a whole number of 32 bits",
        parameters: { name: "durationInMilliseconds", type: "Edm.Int32", value: "-Infinity" },
      },
    ]);
  });

  it("is reported together with what else is wrong", () => {
    const input: unknown = JSON.parse('{"durationInMilliseconds":1e400,"tenantId":5,"initiatedBy":1e400}');
    expect(issues(input).map(({ code, path }) => `${code} at ${path.join("/")}`)).toEqual([
      "wrongType at tenantId",
      "int32 at durationInMilliseconds",
      "wrongType at initiatedBy",
    ]);
  });

  it("is of the wrong type elsewhere, and names the right one", () => {
    expect(issues(JSON.parse('{"jobId":1e400}'))).toMatchObject([
      { code: "wrongType", parameters: { name: "jobId", type: "Edm.String", value: "Infinity" } },
    ]);
  });
});

describe("the id", () => {
  it("may be any string, or be missing", () => {
    expect(
      parseCreate({ id: "75b5b0ae-9fc5-8d0e-e0a9-7y6a4728de56", activityDateTime: "2026-03-02T08:14:05Z" }).id,
    ).toBe("75b5b0ae-9fc5-8d0e-e0a9-7y6a4728de56");
    expect(parseUpdate({})).toEqual({});
  });

  it.each([
    [null, "nullNotAllowed"],
    [5, "wrongType"],
    ["", "badId"],
    ["\ud83d", "badId"],
    ["a\ude00b", "badId"],
    ["a".repeat(1025), "badId"],
    ["é".repeat(513), "badId"],
  ])("is never %j", (id, code) => {
    expect(issues({ id })).toMatchObject([{ code, path: ["id"] }]);
    const create = { id, activityDateTime: "2026-03-02T08:14:05Z" };
    expect(issues(create, safeParseCreate)).toMatchObject([{ code, path: ["id"] }]);
  });

  it.each(["a", " ", "a".repeat(1024), "é".repeat(512), "€".repeat(341), "😀".repeat(256)])("may be %j", (id) => {
    expect(parseUpdate({ id })).toEqual({ id });
  });

  it.each([
    ["", "must not be empty"],
    ["\ud83d", "holds half a surrogate pair, which UTF-8 cannot write"],
    ["😀".repeat(257), "is longer than 1024 bytes"],
  ])("says what is wrong with %j", (id, message) => {
    const value = id.length > 100 ? `${id.slice(0, 100)}…` : id;
    expect(issues({ id })).toEqual([
      { code: "badId", path: ["id"], message, parameters: { name: "id", type: "Edm.String", value, limit: 1024 } },
    ]);
  });

  it("is bounded for the summary alone, and for writers alone", () => {
    expect(parseUpdate({ targetIdentity: { id: "" }, initiatedBy: { id: "\ud83d" } })).toEqual({
      targetIdentity: { id: "" },
      initiatedBy: { id: "\ud83d" },
    });
    for (const id of ["", "\ud83d", "a".repeat(1025)]) {
      const summary = { id, activityDateTime: "2026-03-02T08:14:05Z" };
      expect(provisioningObjectSummarySchema.parse(summary)).toEqual(summary);
      expect(v1.provisioningObjectSummarySchema.parse(summary)).toEqual(summary);
    }
  });
});

describe("parseCreate and parseUpdate", () => {
  it("throw a ModelError with every reason", () => {
    const attempt = () => parseCreate({ jobID: 1, changeId: 2 });
    expect(attempt).toThrow(ModelError);
    expect(attempt).toThrow(
      "jobID is not a property of microsoft.graph.provisioningObjectSummary; activityDateTime is required; changeId must be a string",
    );
    expect(() => parseUpdate([])).toThrow(
      "the value is not an object of type microsoft.graph.provisioningObjectSummary",
    );
  });

  it("of v1.0 know neither action nor statusInfo", () => {
    expect(() => v1.parseUpdate({ action: "Create", statusInfo: {} })).toThrow(
      "action is not a property of microsoft.graph.provisioningObjectSummary; statusInfo is not a property",
    );
    expect(v1.parseCreate({ activityDateTime: "2026-03-02T08:14:05Z" })).toEqual({
      activityDateTime: "2026-03-02T08:14:05Z",
    });
  });
});

describe.each([
  ["create", provisioningObjectSummaryCreateSchema, safeParseCreate],
  ["update", provisioningObjectSummaryUpdateSchema, safeParseUpdate],
  ["v1.0 create", v1.provisioningObjectSummaryCreateSchema, v1.safeParseCreate],
  ["v1.0 update", v1.provisioningObjectSummaryUpdateSchema, v1.safeParseUpdate],
])("the %s schema", (_, schema, safeParse) => {
  it("gives what the parser gives", () => {
    const input = {
      "@odata.type": "#microsoft.graph.provisioningObjectSummary",
      activityDateTime: "2026-03-02T08:14:05Z",
      provisioningAction: "CREATE",
      servicePrincipal: [{ name: "Box" }],
    };
    expect(safeParse(input)).toEqual({ success: true, data: schema.parse(input) });
    expect(schema.parse(input)).toMatchObject({
      provisioningAction: "create",
      servicePrincipal: { displayName: "Box" },
    });
  });

  it("reports what the parser reports, with code and parameters", () => {
    const result = safeParse({ jobID: 1, activityDateTime: 5 });
    const expected = result.success ? [] : result.error.issues;
    expect(schema.safeParse({ jobID: 1, activityDateTime: 5 }).error?.issues).toEqual(
      expected.map(({ code, path, message, parameters }) => ({
        code: "custom",
        path,
        message,
        params: { ...parameters, code },
      })),
    );
  });
});
