import { describe, expect, it } from "vitest";
import {
  applyUpdate,
  createSummary,
  type ProvisioningObjectSummaryUpdate,
  parseCreate,
  parseUpdate,
  safeParseUpdate,
} from "../src/index.js";
import * as v1 from "../src/v1.js";

const activityDateTime = "2026-03-02T08:14:05Z";

function create(input: object) {
  const { action, provisioningAction, statusInfo, provisioningStatusInfo } = createSummary(
    parseCreate({ activityDateTime, ...input }),
    "1",
  );
  return { action, provisioningAction, statusInfo, provisioningStatusInfo };
}

function patch(before: object, change: object) {
  const stored = createSummary(parseCreate({ activityDateTime, ...before }), "1");
  const { action, provisioningAction, statusInfo, provisioningStatusInfo } = applyUpdate(stored, parseUpdate(change));
  return { action, provisioningAction, statusInfo, provisioningStatusInfo };
}

function disagreements(input: unknown): unknown {
  const result = safeParseUpdate(input);
  return result.success ? [] : result.error.issues.map(({ code, path }) => `${code} at ${path.join("/")}`);
}

const noDetails = {
  errorCode: null,
  reason: null,
  additionalDetails: null,
  errorCategory: null,
  recommendedAction: null,
};

describe("action and provisioningAction", () => {
  it.each([
    ["Create", "create"],
    ["StagedDelete", "stagedDelete"],
    ["stageddelete", "stagedDelete"],
    ["EntryExportUpdate", "other"],
    ["", "other"],
    ["Other", "other"],
    [null, null],
  ])("writing the text %j sets the member %j and keeps the text", (action, provisioningAction) => {
    expect(create({ action })).toMatchObject({ action, provisioningAction });
    expect(patch({ action: "Delete" }, { action })).toMatchObject({ action, provisioningAction });
  });

  it.each([
    ["create", "Create"],
    ["stagedDelete", "StagedDelete"],
    ["unknownFutureValue", "UnknownFutureValue"],
    [null, null],
  ])("writing the member %j sets the text %j", (provisioningAction, action) => {
    expect(create({ provisioningAction })).toMatchObject({ action, provisioningAction });
    expect(patch({ action: "Disable" }, { provisioningAction })).toMatchObject({ action, provisioningAction });
  });

  it("leaves a text alone that already means the written member", () => {
    expect(patch({ action: "EntryExportUpdate" }, { provisioningAction: "other" })).toMatchObject({
      action: "EntryExportUpdate",
      provisioningAction: "other",
    });
  });

  it("replaces a text that means another member", () => {
    expect(patch({ action: "EntryExportUpdate" }, { provisioningAction: "update" }).action).toBe("Update");
  });

  it("writes a text that was given, even where the stored one means the same", () => {
    expect(patch({ action: "EntryExportUpdate" }, { action: "Other" }).action).toBe("Other");
    expect(patch({ action: "EntryExportUpdate" }, { action: "Other", provisioningAction: "other" }).action).toBe(
      "Other",
    );
  });

  it.each([
    { action: "Create", provisioningAction: "delete" },
    { action: "EntryExportUpdate", provisioningAction: "update" },
    { action: null, provisioningAction: "create" },
    { action: "Create", provisioningAction: null },
  ])("disagree: %j", (input) => {
    expect(disagreements(input)).toEqual(["twinsDisagree at action"]);
  });

  it.each([
    { action: "Create", provisioningAction: "create" },
    { action: "EntryExportUpdate", provisioningAction: "other" },
    { action: null, provisioningAction: null },
  ])("agree: %j", (input) => {
    expect(disagreements(input)).toEqual([]);
    expect(create(input)).toMatchObject(input);
  });
});

describe("statusInfo and provisioningStatusInfo", () => {
  it("sets a twin of nulls for a statusInfo without members", () => {
    expect(create({ statusInfo: {} })).toMatchObject({
      statusInfo: {},
      provisioningStatusInfo: { status: null, errorInformation: null },
    });
  });

  it("sets no error information for a statusBase", () => {
    expect(create({ statusInfo: { status: "success" } }).provisioningStatusInfo).toEqual({
      status: "success",
      errorInformation: null,
    });
  });

  it("turns the members of a statusDetails into error information", () => {
    const statusInfo = {
      status: "failure",
      errorCode: "EntryConflict",
      errorCategory: "NonServiceFailure",
      reason: "r",
    };
    expect(create({ statusInfo }).provisioningStatusInfo).toEqual({
      status: "failure",
      errorInformation: { errorCode: "EntryConflict", errorCategory: "nonServiceFailure", reason: "r" },
    });
  });

  it("turns error information into the members of a statusDetails", () => {
    const provisioningStatusInfo = { status: "failure", errorInformation: { errorCode: "EntryConflict" } };
    expect(create({ provisioningStatusInfo }).statusInfo).toEqual({ status: "failure", errorCode: "EntryConflict" });
  });

  it("turns empty error information into a statusDetails all the same", () => {
    const provisioningStatusInfo = { status: "failure", errorInformation: {} };
    expect(create({ provisioningStatusInfo }).statusInfo).toEqual({ status: "failure", ...noDetails });
  });

  it("makes a statusBase where there is no error information", () => {
    expect(create({ provisioningStatusInfo: { status: "skipped", errorInformation: null } }).statusInfo).toEqual({
      status: "skipped",
    });
  });

  it.each(["statusInfo", "provisioningStatusInfo"])("clears both when %s is null", (face) => {
    expect(patch({ statusInfo: { status: "failure", errorCode: "E" } }, { [face]: null })).toMatchObject({
      statusInfo: null,
      provisioningStatusInfo: null,
    });
  });

  it("merges one face into the other member by member", () => {
    const before = { statusInfo: { status: "failure", errorCode: "E", reason: "r" } };
    const after = { status: "failure", errorCode: "F", reason: "r" };
    expect(patch(before, { statusInfo: { errorCode: "F" } })).toMatchObject({
      statusInfo: after,
      provisioningStatusInfo: { status: "failure", errorInformation: { errorCode: "F", reason: "r" } },
    });
    expect(patch(before, { provisioningStatusInfo: { errorInformation: { errorCode: "F" } } })).toMatchObject({
      statusInfo: after,
      provisioningStatusInfo: { status: "failure", errorInformation: { errorCode: "F", reason: "r" } },
    });
  });

  it("makes a statusDetails a statusBase when the error information is cleared", () => {
    const before = { statusInfo: { status: "failure", errorCode: "E" } };
    expect(patch(before, { provisioningStatusInfo: { status: "success", errorInformation: null } })).toMatchObject({
      statusInfo: { status: "success" },
      provisioningStatusInfo: { status: "success", errorInformation: null },
    });
  });

  it("gives an error without members all of them, since the older face knows an error by its members", () => {
    const created = create({ provisioningStatusInfo: { status: null, errorInformation: {} } });
    const members = { errorCode: null, errorCategory: null, reason: null, additionalDetails: null };
    const errorInformation = { ...members, recommendedAction: null };
    expect(created.provisioningStatusInfo).toEqual({ status: null, errorInformation });
    expect(created.statusInfo).toEqual({ status: null, ...errorInformation });
  });

  it("joins what only one of the two faces gives", () => {
    expect(
      create({ statusInfo: { status: "failure" }, provisioningStatusInfo: { errorInformation: { errorCode: "E" } } }),
    ).toMatchObject({
      statusInfo: { status: "failure", errorCode: "E" },
      provisioningStatusInfo: { status: "failure", errorInformation: { errorCode: "E" } },
    });
    expect(
      create({
        statusInfo: { reason: "r" },
        provisioningStatusInfo: { status: "failure", errorInformation: { errorCode: "E" } },
      }).provisioningStatusInfo,
    ).toEqual({ status: "failure", errorInformation: { errorCode: "E", reason: "r" } });
  });

  it.each<[object, object | null, string]>([
    [{ status: "success" }, { status: "failure" }, "statusInfo/status"],
    [{ status: null }, { status: "failure" }, "statusInfo/status"],
    [{ status: "success" }, { status: null }, "statusInfo/status"],
    [{}, null, "statusInfo"],
    [{ errorCode: "E" }, { errorInformation: { errorCode: "F" } }, "statusInfo/errorCode"],
    [{ errorCode: null }, { errorInformation: { errorCode: "F" } }, "statusInfo/errorCode"],
    [{ errorCode: "E" }, { errorInformation: null }, "statusInfo/errorCode"],
    [{ errorCode: null }, { errorInformation: null }, "statusInfo/errorCode"],
    [{ "@odata.type": "#microsoft.graph.statusDetails" }, { errorInformation: null }, "statusInfo/@odata.type"],
  ])("disagree: %j and %j", (statusInfo, provisioningStatusInfo, path) => {
    expect(disagreements({ statusInfo, provisioningStatusInfo })).toEqual([`twinsDisagree at ${path}`]);
  });

  it("disagree when the older one is null and the newer one is not", () => {
    expect(disagreements({ statusInfo: null, provisioningStatusInfo: {} })).toEqual(["twinsDisagree at statusInfo"]);
  });

  it("report every member that differs, with both values", () => {
    const result = safeParseUpdate({
      statusInfo: { status: "success", errorCode: "E", reason: "r" },
      provisioningStatusInfo: { status: "failure", errorInformation: { errorCode: "F", reason: "r" } },
    });
    expect(result).toMatchObject({
      success: false,
      error: {
        issues: [
          { path: ["statusInfo", "status"], parameters: { value: "success", expected: "failure" } },
          {
            path: ["statusInfo", "errorCode"],
            message: "says otherwise than its twin provisioningStatusInfo/errorInformation/errorCode",
          },
        ],
      },
    });
  });
});

describe("@odata.type of statusInfo", () => {
  it("changes nothing when it names the declared base type", () => {
    const before = { statusInfo: { status: "failure", errorCode: "E" } };
    const change = { statusInfo: { "@odata.type": "#microsoft.graph.statusBase", status: "warning" } };
    expect(patch(before, change).statusInfo).toEqual({ status: "warning", errorCode: "E" });
  });

  it("keeps members of the derived type that come with the base type's name", () => {
    expect(create({ statusInfo: { "@odata.type": "microsoft.graph.statusBase", errorCode: "E" } }).statusInfo).toEqual({
      errorCode: "E",
    });
  });

  it("turns a statusBase into a statusDetails when it names that", () => {
    const change = { statusInfo: { "@odata.type": "#microsoft.graph.statusDetails" } };
    expect(patch({ statusInfo: { status: "failure" } }, change)).toMatchObject({
      statusInfo: { status: "failure", ...noDetails },
      provisioningStatusInfo: { status: "failure", errorInformation: {} },
    });
  });

  it("leaves the members of a statusDetails alone that stays one", () => {
    const change = { statusInfo: { "@odata.type": "#microsoft.graph.statusDetails", status: "warning" } };
    expect(patch({ statusInfo: { status: "failure", errorCode: "E" } }, change)).toMatchObject({
      statusInfo: { status: "warning", errorCode: "E" },
      provisioningStatusInfo: { status: "warning", errorInformation: { errorCode: "E" } },
    });
  });
});

describe("parseUpdate", () => {
  it("has both faces among its keys as soon as one is given", () => {
    expect(Object.keys(parseUpdate({ provisioningAction: "create", provisioningStatusInfo: {} })).sort()).toEqual([
      "action",
      "provisioningAction",
      "provisioningStatusInfo",
      "statusInfo",
    ]);
    expect(Object.keys(parseUpdate({ action: null, statusInfo: null })).sort()).toEqual([
      "action",
      "provisioningAction",
      "provisioningStatusInfo",
      "statusInfo",
    ]);
    expect(Object.keys(parseUpdate({ jobId: "scim" }))).toEqual(["jobId"]);
  });
});

describe("a change that did not come from the parser", () => {
  const stored = createSummary(parseCreate({ activityDateTime, action: "EntryExportUpdate" }), "1");

  it.each<[ProvisioningObjectSummaryUpdate, object]>([
    [{ action: "Delete" }, { action: "Delete", provisioningAction: "delete" }],
    [{ provisioningAction: "other" }, { action: "EntryExportUpdate", provisioningAction: "other" }],
    [
      { action: "Other", provisioningAction: "other" },
      { action: "Other", provisioningAction: "other" },
    ],
    [
      { statusInfo: { status: "failure", errorCode: "E" } },
      { provisioningStatusInfo: { status: "failure", errorInformation: { errorCode: "E" } } },
    ],
    [{ provisioningStatusInfo: { status: "success" } }, { statusInfo: { status: "success" } }],
  ])("keeps the twins in step: %j", (change, expected) => {
    expect(applyUpdate(stored, change)).toMatchObject(expected);
  });

  it("of the v1.0 parser keeps them in step too", () => {
    const change = v1.parseUpdate({ provisioningAction: "delete", provisioningStatusInfo: { status: "skipped" } });
    expect(change).toEqual({ provisioningAction: "delete", provisioningStatusInfo: { status: "skipped" } });
    expect(applyUpdate(stored, change)).toMatchObject({ action: "Delete", statusInfo: { status: "skipped" } });
  });
});
