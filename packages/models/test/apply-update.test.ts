import { describe, expect, it } from "vitest";
import { applyUpdate, createSummary, parseCreate, parseUpdate } from "../src/index.js";

const activityDateTime = "2026-03-02T08:14:05Z";
const stored = (input: object) => createSummary(parseCreate({ activityDateTime, ...input }), "1");
const patch = (before: object, change: object) => applyUpdate(stored(before), parseUpdate(change));

describe("createSummary", () => {
  it("completes an object: null, empty collections, the id and nothing else", () => {
    expect(stored({ id: "another" })).toEqual({
      id: "1",
      activityDateTime,
      tenantId: null,
      jobId: null,
      cycleId: null,
      changeId: null,
      action: null,
      durationInMilliseconds: null,
      servicePrincipal: null,
      initiatedBy: null,
      sourceSystem: null,
      targetSystem: null,
      sourceIdentity: null,
      targetIdentity: null,
      statusInfo: null,
      provisioningSteps: [],
      modifiedProperties: [],
      provisioningAction: null,
      provisioningStatusInfo: null,
    });
  });

  it("keeps complex values as they were given", () => {
    expect(stored({ servicePrincipal: {}, targetIdentity: { id: "" } })).toMatchObject({
      servicePrincipal: {},
      targetIdentity: { id: "" },
    });
    expect(Object.keys(stored({ servicePrincipal: {} }).servicePrincipal ?? { none: 1 })).toEqual([]);
  });

  it("reads a null collection as an empty one", () => {
    expect(stored({ provisioningSteps: null, modifiedProperties: null })).toMatchObject({
      provisioningSteps: [],
      modifiedProperties: [],
    });
  });

  it("stores no dynamic property that is null", () => {
    const details = { a: null, b: { c: null, d: "1" }, e: [null] };
    const after = stored({ sourceSystem: { details, x: null }, provisioningSteps: [{ details }] });
    expect(after.sourceSystem).toEqual({ details: { b: { d: "1" }, e: [null] } });
    expect(after.provisioningSteps).toEqual([{ details: { b: { d: "1" }, e: [null] } }]);
    expect(stored({ sourceSystem: { x: null } }).sourceSystem).toEqual({});
  });
});

describe("applyUpdate", () => {
  it("replaces primitive values and leaves the others alone", () => {
    const after = patch({ jobId: "a", cycleId: "b" }, { jobId: "c" });
    expect(after).toMatchObject({ jobId: "c", cycleId: "b", activityDateTime });
  });

  it("never changes the id", () => {
    expect(patch({}, { id: "2" }).id).toBe("1");
  });

  it("clears a declared property by null, at the top and inside a complex value", () => {
    const before = { tenantId: "t", sourceIdentity: { id: "1", displayName: "Ada" }, initiatedBy: { id: "x" } };
    const after = patch(before, { tenantId: null, sourceIdentity: { displayName: null }, initiatedBy: null });
    expect(after).toMatchObject({ tenantId: null, sourceIdentity: { id: "1", displayName: null }, initiatedBy: null });
  });

  it("merges a complex value member by member, down to its details", () => {
    const before = { targetSystem: { id: "1", displayName: "a", details: { x: "1", y: "2" }, region: "eu" } };
    const after = patch(before, { targetSystem: { displayName: "b", details: { y: "3", z: "4" } } });
    expect(after.targetSystem).toEqual({
      id: "1",
      displayName: "b",
      details: { x: "1", y: "3", z: "4" },
      region: "eu",
    });
  });

  it("creates a complex value that was null", () => {
    expect(patch({}, { targetSystem: { details: { a: "1" } } }).targetSystem).toEqual({ details: { a: "1" } });
  });

  it("removes a dynamic property by null", () => {
    const before = { targetSystem: { region: "eu", details: { x: "1", deep: { a: "1", b: "2" } } } };
    const after = patch(before, { targetSystem: { region: null, details: { x: null, deep: { a: null } } } });
    expect(after.targetSystem).toEqual({ details: { deep: { b: "2" } } });
    expect(Object.keys(after.targetSystem ?? {})).toEqual(["details"]);
  });

  it("clears details by null, since they are declared", () => {
    expect(patch({ targetSystem: { details: { x: "1" } } }, { targetSystem: { details: null } }).targetSystem).toEqual({
      details: null,
    });
  });

  it("replaces collections whole", () => {
    const before = { provisioningSteps: [{ name: "a", status: "success" }, { name: "b" }], modifiedProperties: [{}] };
    const after = patch(before, { provisioningSteps: [{ name: "c" }], modifiedProperties: null });
    expect(after.provisioningSteps).toEqual([{ name: "c" }]);
    expect(after.modifiedProperties).toEqual([]);
  });

  it("replaces arrays in details whole", () => {
    const after = patch({ targetSystem: { details: { a: ["1", "2"] } } }, { targetSystem: { details: { a: ["3"] } } });
    expect(after.targetSystem).toEqual({ details: { a: ["3"] } });
  });

  it("keeps what a tolerant reader let in", () => {
    const imported = { ...stored({}), tomorrow: 1, provisioningStatusInfo: { status: "partial", hint: "x" } };
    expect(applyUpdate(imported, parseUpdate({ jobId: "a" }))).toEqual({ ...imported, jobId: "a" });
    expect(applyUpdate(imported, parseUpdate({ statusInfo: { errorCode: "E" } })).provisioningStatusInfo).toEqual({
      status: "partial",
      hint: "x",
      errorInformation: { errorCode: "E" },
    });
  });

  it("sets no prototype from a change that bypassed the parser", () => {
    const details: Record<string, unknown> = JSON.parse('{"__proto__":{"admin":true}}');
    const after = applyUpdate(stored({}), { sourceSystem: { details } }).sourceSystem?.details;
    expect(after).toEqual({});
    expect(Object.getPrototypeOf(after)).toBe(Object.prototype);
  });
});
