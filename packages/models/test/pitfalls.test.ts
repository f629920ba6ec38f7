import { describe, expect, it } from "vitest";
import {
  applyUpdate,
  collectionSchema,
  createSummary,
  dateTimeOffsetToDate,
  parseCreate,
  parseUpdate,
  provisioningObjectSummaryDescription,
  provisioningObjectSummarySchema,
  safeParseUpdate,
} from "../src/index.js";
import * as v1 from "../src/v1.js";

const summary = { id: "1", activityDateTime: "2026-03-02T08:14:05Z" };
const read = (input: object) => provisioningObjectSummarySchema.parse({ ...summary, ...input });

/** The numbers are those of the list of pitfalls in the notes on real data; the ones missing here concern other rooms. */
describe("a pitfall of real data", () => {
  it("1: the sample's initiatingType is the wire's initiatorType", () => {
    expect(read({ initiatedBy: { initiatingType: "System" } }).initiatedBy).toEqual({ initiatorType: "system" });
    expect(parseUpdate({ initiatedBy: { initiatingType: "System" } }).initiatedBy).toEqual({ initiatorType: "system" });
  });

  it("2: enum members come in several cases and leave in one", () => {
    const written = {
      provisioningSteps: [{ provisioningStepType: "Import" }, { provisioningStepType: "Export" }],
      provisioningAction: "stageddelete",
      provisioningStatusInfo: { errorInformation: { errorCategory: "NonServiceFailure" } },
    };
    const canonical = {
      provisioningSteps: [{ provisioningStepType: "import" }, { provisioningStepType: "export" }],
      provisioningAction: "stagedDelete",
      provisioningStatusInfo: { errorInformation: { errorCategory: "nonServiceFailure" } },
    };
    expect(read(written)).toEqual({ ...summary, ...canonical });
    expect(parseUpdate(written)).toMatchObject(canonical);
    expect(parseUpdate({ action: "Create" })).toEqual({ action: "Create", provisioningAction: "create" });
  });

  it("3: servicePrincipal is one object with displayName, not a collection with name", () => {
    const documented = { servicePrincipal: [{ id: "1", name: "Box" }] };
    expect(read(documented).servicePrincipal).toEqual({ id: "1", displayName: "Box" });
    expect(parseUpdate(documented).servicePrincipal).toEqual({ id: "1", displayName: "Box" });
  });

  it("4: a path servicePrincipal/name means servicePrincipal/displayName", () => {
    expect(provisioningObjectSummaryDescription.pathAliases["servicePrincipal/name"]).toBe(
      "servicePrincipal/displayName",
    );
  });

  it("5: empty strings and empty details stand where one expects null", () => {
    const empty = { initiatedBy: { id: "" }, targetIdentity: { id: "", displayName: "", details: {} }, jobId: "" };
    expect(read(empty)).toEqual({ ...summary, ...empty });
    expect(parseUpdate(empty)).toEqual(empty);
  });

  it("6: errorInformation is null on success, and so are members of it on failure", () => {
    const success = { provisioningStatusInfo: { status: "success", errorInformation: null } };
    const failure = {
      provisioningStatusInfo: {
        status: "failure",
        errorInformation: { recommendedAction: null, additionalDetails: null },
      },
    };
    expect(read(success)).toMatchObject(success);
    expect(read(failure)).toMatchObject(failure);
    expect(createSummary(parseCreate({ ...summary, statusInfo: { status: "success" } }), "1")).toMatchObject(success);
  });

  it.each(["75b5b0ae-9fc5-8d0e-e0a9-7y6a4728de56", "5d0f4c1e-9a77-c2b4-1f03-6b8e2a90d7c1", "dbmid:AAA", ""])(
    "7: ids look like GUIDs and are not: %j",
    (id) => {
      expect(read({ id }).id).toBe(id);
      expect(parseUpdate({ jobId: id, sourceIdentity: { id } })).toEqual({ jobId: id, sourceIdentity: { id } });
    },
  );

  it("8: a system's id changes between events, so the description has one key only, the summary's", () => {
    expect(provisioningObjectSummaryDescription.key).toBe("id");
  });

  it.each(["2026-03-02T08:14:05Z", "2026-03-02T08:14:05.1234567Z", "2026-03-02T08:14:05.123456789012Z"])(
    "11: the number of fraction digits varies: %s",
    (activityDateTime) => {
      expect(parseUpdate({ activityDateTime })).toEqual({ activityDateTime });
      expect(dateTimeOffsetToDate(activityDateTime).getUTCSeconds()).toBe(5);
    },
  );

  it("12: a duration that is a string belongs to the diagnostic stream and is refused", () => {
    expect(safeParseUpdate({ durationInMilliseconds: "828" })).toMatchObject({
      error: { issues: [{ code: "wrongType", path: ["durationInMilliseconds"] }] },
    });
    expect(provisioningObjectSummarySchema.safeParse({ ...summary, durationInMilliseconds: "828" }).success).toBe(
      false,
    );
  });

  it("14: v1.0 has neither action nor statusInfo", () => {
    expect(v1.safeParseUpdate({ action: "Create" }).success).toBe(false);
    expect(v1.safeParseUpdate({ statusInfo: null }).success).toBe(false);
    const names = Object.keys(
      v1.provisioningObjectSummaryDescription.structuredTypes["microsoft.graph.provisioningObjectSummary"]
        ?.properties ?? {},
    );
    expect(names).toContain("provisioningAction");
    expect(names).not.toContain("action");
    expect(names).not.toContain("statusInfo");
  });

  it("15: some clouds' beta lacks action and statusInfo, so they are optional", () => {
    const government = { ...summary, provisioningAction: "create", provisioningStatusInfo: { status: "success" } };
    expect(provisioningObjectSummarySchema.parse(government)).toEqual(government);
    expect(v1.toV1(read(government))).toEqual(government);
  });

  it("16: details is an object, and the JSON inside it stays a string", () => {
    const details = { ScopeEvaluationResult: '{"Marketing department":true}', "Assigned to the application": "True" };
    expect(read({ provisioningSteps: [{ details }] }).provisioningSteps).toEqual([{ details }]);
    expect(parseUpdate({ sourceSystem: { details } })).toEqual({ sourceSystem: { details } });
    expect(safeParseUpdate({ sourceSystem: { details: '{"a":"1"}' } })).toMatchObject({
      error: { issues: [{ code: "wrongType", path: ["sourceSystem", "details"] }] },
    });
  });

  it("17: detail keys lose their dots and colons, modified properties keep them; both stay as they are", () => {
    const input = {
      provisioningSteps: [{ details: { namegivenName: "Ada", 'addresses[type eq "work"]country': "NZ" } }],
      modifiedProperties: [{ displayName: "name.givenName", oldValue: null, newValue: "Ada" }],
    };
    expect(parseUpdate(input)).toEqual(input);
    expect(read(input)).toEqual({ ...summary, ...input });
  });

  it("21: a status is compared in its own case, so it is stored in its own case", () => {
    const stored = createSummary(parseCreate({ ...summary, provisioningStatusInfo: { status: "FAILURE" } }), "1");
    expect(stored.provisioningStatusInfo?.status).toBe("failure");
    expect(stored.statusInfo?.status).toBe("failure");
  });

  it("22: a collection does not say how many there are", () => {
    expect(collectionSchema(provisioningObjectSummarySchema).parse({ value: [summary] })).toEqual({ value: [summary] });
  });

  it("23: a change need not say which summary it is for", () => {
    const change = parseUpdate({ jobId: "scim" });
    expect(change).not.toHaveProperty("id");
    expect(applyUpdate(createSummary(parseCreate(summary), "7"), change)).toMatchObject({ id: "7", jobId: "scim" });
  });
});
