import { describe, expect, it } from "vitest";
import { createSummary, parseCreate, provisioningObjectSummarySchema } from "../src/index.js";
import { conversionLosses, toBeta, toV1, provisioningObjectSummarySchema as v1Schema } from "../src/v1.js";

const summary = { id: "1", activityDateTime: "2026-03-02T08:14:05Z" };

describe("toV1", () => {
  it("leaves out the two older names", () => {
    const beta = createSummary(parseCreate({ ...summary, action: "Create", statusInfo: { status: "success" } }), "1");
    const { action, statusInfo, ...rest } = beta;
    expect(toV1(beta)).toStrictEqual(rest);
  });

  it("makes the newer names where a record from before April 2021 has only the older ones", () => {
    const legacy = provisioningObjectSummarySchema.parse({
      ...summary,
      action: "EntryExportUpdate",
      statusInfo: { status: "failure", errorCode: "EntryConflict", errorCategory: "NonServiceFailure" },
    });
    expect(toV1(legacy)).toStrictEqual({
      ...summary,
      provisioningAction: "other",
      provisioningStatusInfo: {
        status: "failure",
        errorInformation: { errorCode: "EntryConflict", errorCategory: "nonServiceFailure" },
      },
    });
    expect(toV1({ ...summary, action: null, statusInfo: null })).toStrictEqual({
      ...summary,
      provisioningAction: null,
      provisioningStatusInfo: null,
    });
  });

  it("adds nothing to a record that has neither", () => {
    expect(toV1(summary)).toStrictEqual(summary);
  });
});

describe("toBeta", () => {
  it("makes the older names from the newer ones", () => {
    const v1 = v1Schema.parse({
      ...summary,
      provisioningAction: "stagedDelete",
      provisioningStatusInfo: { status: "failure", errorInformation: { errorCode: "E" } },
    });
    expect(toBeta(v1)).toStrictEqual({
      ...v1,
      action: "StagedDelete",
      statusInfo: { status: "failure", errorCode: "E" },
    });
  });

  it("makes null of null and nothing of nothing", () => {
    expect(toBeta({ ...summary, provisioningAction: null, provisioningStatusInfo: null })).toMatchObject({
      action: null,
      statusInfo: null,
    });
    expect(toBeta(summary)).toStrictEqual(summary);
  });

  it("gives a member it does not know its name as text", () => {
    expect(toBeta({ ...summary, provisioningAction: "restore" }).action).toBe("Restore");
  });
});

describe("the declared losses", () => {
  it("are these, all on the way to v1.0", () => {
    expect(conversionLosses.map(({ from, to, path }) => `${from} to ${to}: ${path}`)).toEqual([
      "beta to v1: action",
      "beta to v1: statusInfo",
      "beta to v1: provisioningAction",
      "beta to v1: provisioningStatusInfo",
    ]);
  });

  it("really happen", () => {
    const there = (input: object) => toBeta(toV1(provisioningObjectSummarySchema.parse({ ...summary, ...input })));
    expect(there({ action: "EntryExportUpdate", provisioningAction: "other" }).action).toBe("Other");
    expect(there({ statusInfo: {}, provisioningStatusInfo: {} }).statusInfo).toEqual({ status: null });
    expect(there({ action: "Create" }).provisioningAction).toBe("create");
    expect(there({ statusInfo: { status: "success" } }).provisioningStatusInfo).toEqual({
      status: "success",
      errorInformation: null,
    });
  });
});
