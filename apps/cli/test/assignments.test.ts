import { provisioningObjectSummaryDescription } from "@org/models";
import { describe, expect, it } from "vitest";
import { assign } from "../src/assignments.js";
import { UsageError } from "../src/errors.js";

const set = (...assignments: string[]) => assign({}, assignments, provisioningObjectSummaryDescription);

describe("assign", () => {
  it.each([
    ["jobId=123", { jobId: "123" }],
    ["jobId=true", { jobId: "true" }],
    ["jobId=a=b", { jobId: "a=b" }],
    ["jobId=", { jobId: "" }],
    ["jobId=null", { jobId: null }],
    ['jobId="null"', { jobId: "null" }],
    ["activityDateTime=2026-03-02T08:14:05Z", { activityDateTime: "2026-03-02T08:14:05Z" }],
    ["provisioningAction=create", { provisioningAction: "create" }],
    ["durationInMilliseconds=250", { durationInMilliseconds: 250 }],
    ["durationInMilliseconds=Integer", { durationInMilliseconds: "Integer" }],
    ["statusInfo/status=failure", { statusInfo: { status: "failure" } }],
    ["statusInfo.status=failure", { statusInfo: { status: "failure" } }],
    ["sourceIdentity/id=5", { sourceIdentity: { id: "5" } }],
    ["sourceIdentity/details/name.given=5", { sourceIdentity: { details: { "name.given": 5 } } }],
    ["modifiedProperties=[]", { modifiedProperties: [] }],
    ['sourceSystem={"displayName":"x"}', { sourceSystem: { displayName: "x" } }],
    ["unknown=5", { unknown: 5 }],
    ["constructor=5", { constructor: 5 }],
  ])("reads %s", (assignment, body) => {
    expect(set(assignment)).toEqual(body);
  });

  it("lets a later one win and keeps what it does not name", () => {
    const body = { statusInfo: { errorCode: "x", status: "success" } };
    expect(
      assign(body, ["statusInfo/status=failure", "statusInfo/status=skipped"], provisioningObjectSummaryDescription),
    ).toEqual({
      statusInfo: { errorCode: "x", status: "skipped" },
    });
  });

  it("leaves the body it was given as it was", () => {
    const body = { statusInfo: { status: "success" } };
    assign(body, ["statusInfo/status=failure"], provisioningObjectSummaryDescription);
    expect(body).toEqual({ statusInfo: { status: "success" } });
  });

  it("replaces null and texts that stand in the way", () => {
    expect(assign({ statusInfo: null }, ["statusInfo/status=failure"], provisioningObjectSummaryDescription)).toEqual({
      statusInfo: { status: "failure" },
    });
  });

  it.each(["jobId", "=x", "a//b=x", "__proto__/polluted=1", "a/__proto__/b=1"])("refuses %s", (assignment) => {
    expect(() => set(assignment)).toThrow(UsageError);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("refuses to reach into a collection, which is always replaced whole", () => {
    const reach = () => set("modifiedProperties=[]", "modifiedProperties/0/newValue=x");
    expect(reach).toThrow(/modifiedProperties is a collection/);
    expect(() => set("provisioningSteps/0/status=success")).toThrow(/provisioningSteps is a collection/);
    expect(() => set("targetIdentity/details=[]", "targetIdentity/details/0=x")).toThrow(/targetIdentity\/details is/);
  });
});
