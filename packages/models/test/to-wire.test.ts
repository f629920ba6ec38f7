import { describe, expect, it } from "vitest";
import { createSummary, parseCreate, toContractWire, toWire } from "../src/index.js";
import { betaView, v1View } from "./support/wire.js";

const activityDateTime = "2026-03-02T08:14:05Z";
const decoder = new TextDecoder();
const stored = (input: object = {}) => createSummary(parseCreate({ activityDateTime, ...input }), "1");

describe("toWire", () => {
  it("writes the two beta-only properties first and marks where v1.0 begins", () => {
    const { bytes, v1Start } = toWire(stored({ action: "Create", statusInfo: { status: "success" } }));
    const text = decoder.decode(bytes);
    expect(text.slice(0, v1Start)).toBe('{"action":"Create","statusInfo":{"status":"success"},');
    expect(text.slice(v1Start)).toBe(
      '"id":"1","activityDateTime":"2026-03-02T08:14:05Z","tenantId":null,"jobId":null,"cycleId":null,"changeId":null,' +
        '"durationInMilliseconds":null,"provisioningAction":"create",' +
        '"provisioningStatusInfo":{"status":"success","errorInformation":null},"servicePrincipal":null,' +
        '"initiatedBy":null,"sourceSystem":null,"targetSystem":null,"sourceIdentity":null,"targetIdentity":null,' +
        '"provisioningSteps":[],"modifiedProperties":[]}',
    );
  });

  it.each(["é", "€", "😀", "\ud800", '"\\\n', "\u2028"])("counts bytes, not characters: %j", (character) => {
    const summary = stored({ action: character.repeat(3), statusInfo: { reason: character } });
    expect(betaView(summary)).toMatchObject({ action: character.repeat(3), statusInfo: { reason: character } });
    expect(v1View(summary)).toMatchObject({ id: "1", provisioningAction: "other" });
    expect(v1View(summary)).not.toHaveProperty("action");
  });

  it("names the derived type of statusInfo, and only that", () => {
    expect(betaView(stored({ statusInfo: { errorCode: null } }))).toMatchObject({
      statusInfo: { "@odata.type": "#microsoft.graph.statusDetails", errorCode: null },
    });
    expect(JSON.stringify(betaView(stored({ statusInfo: { status: "failure" }, initiatedBy: {} })))).not.toContain(
      "@odata",
    );
  });

  it("has no minus zero, which JSON reads and never writes", () => {
    const stored = createSummary(
      parseCreate(JSON.parse(`{"activityDateTime":"${activityDateTime}","durationInMilliseconds":-0}`)),
      "1",
    );
    expect(Object.is(stored.durationInMilliseconds, 0)).toBe(true);
  });

  it("completes what an imported summary lacks", () => {
    expect(betaView({ id: "1", activityDateTime })).toEqual(betaView(stored()));
  });

  it("keeps properties of tomorrow, but not the annotations of where a summary came from", () => {
    const imported = { ...stored(), tomorrow: "x", "@odata.context": "https://graph.example/$metadata" };
    expect(v1View(imported)).toEqual({ ...(v1View(stored()) as object), tomorrow: "x" });
  });
});

describe("toContractWire", () => {
  it("has the page's properties in the page's order, then the two that replaced some of them", () => {
    expect(Object.keys(toContractWire(stored()))).toEqual([
      "@odata.type",
      "id",
      "activityDateTime",
      "tenantId",
      "jobId",
      "cycleId",
      "changeId",
      "action",
      "durationInMilliseconds",
      "servicePrincipal",
      "initiatedBy",
      "sourceSystem",
      "targetSystem",
      "sourceIdentity",
      "targetIdentity",
      "statusInfo",
      "provisioningSteps",
      "modifiedProperties",
      "provisioningAction",
      "provisioningStatusInfo",
    ]);
  });

  it("annotates the entity and every complex value but details", () => {
    const wire = toContractWire(
      stored({
        servicePrincipal: {},
        initiatedBy: {},
        sourceSystem: { details: { a: { b: "1" } } },
        targetSystem: {},
        sourceIdentity: {},
        targetIdentity: { details: null },
        statusInfo: { errorCode: "E" },
        provisioningSteps: [{ details: {} }],
        modifiedProperties: [{}],
      }),
    );
    expect(wire).toMatchObject({
      "@odata.type": "#microsoft.graph.provisioningObjectSummary",
      servicePrincipal: { "@odata.type": "#microsoft.graph.provisioningServicePrincipal" },
      initiatedBy: { "@odata.type": "#microsoft.graph.initiator" },
      sourceSystem: { "@odata.type": "#microsoft.graph.provisioningSystemDetails", details: { a: { b: "1" } } },
      targetSystem: { "@odata.type": "#microsoft.graph.provisioningSystemDetails" },
      sourceIdentity: { "@odata.type": "#microsoft.graph.provisionedIdentity" },
      targetIdentity: { "@odata.type": "#microsoft.graph.provisionedIdentity", details: null },
      statusInfo: { "@odata.type": "#microsoft.graph.statusDetails", errorCode: "E" },
      provisioningSteps: [{ "@odata.type": "#microsoft.graph.provisioningStep", details: {} }],
      modifiedProperties: [{ "@odata.type": "#microsoft.graph.modifiedProperty" }],
      provisioningStatusInfo: {
        "@odata.type": "#microsoft.graph.provisioningStatusInfo",
        errorInformation: { "@odata.type": "#microsoft.graph.provisioningErrorInfo", errorCode: "E" },
      },
    });
    expect(JSON.stringify(wire)).not.toContain("detailsInfo");
    expect(wire["sourceSystem"]).toStrictEqual({
      "@odata.type": "#microsoft.graph.provisioningSystemDetails",
      details: { a: { b: "1" } },
    });
  });

  it("calls a statusInfo without details a statusBase", () => {
    expect(toContractWire(stored({ statusInfo: { status: "success" } }))["statusInfo"]).toEqual({
      "@odata.type": "#microsoft.graph.statusBase",
      status: "success",
    });
  });
});
