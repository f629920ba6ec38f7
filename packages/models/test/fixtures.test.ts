import { describe, expect, it } from "vitest";
import { findErrorCode, findSkipReason } from "../src/error-codes.js";
import * as fixtures from "../src/fixtures.js";
import { graphErrorBodySchema } from "../src/graph-error.js";
import { applyUpdate, createSummary, parseCreate, parseUpdate, provisioningObjectSummarySchema } from "../src/index.js";
import { parseCreate as parseV1Create, toV1 } from "../src/v1.js";
import { betaView, v1View } from "./support/wire.js";

const summaries = [
  ["buildProvisioningObjectSummary", fixtures.buildProvisioningObjectSummary],
  ["buildFailedProvisioningObjectSummary", fixtures.buildFailedProvisioningObjectSummary],
  ["buildSkippedProvisioningObjectSummary", fixtures.buildSkippedProvisioningObjectSummary],
] as const;

describe.each(summaries)("%s", (_, build) => {
  it("builds a complete object that both strict schemas accept", () => {
    const summary = build();
    expect(createSummary(parseCreate(betaView(summary)), summary.id)).toEqual(summary);
    expect(parseV1Create(v1View(summary))).toEqual(parseV1Create(toV1(summary)));
  });

  it("merges overrides as a PATCH does, twins included", () => {
    const change = { durationInMilliseconds: 7, sourceIdentity: { displayName: "Bo" }, action: "Delete" };
    const summary = build(change);
    expect(summary).toEqual(applyUpdate(build(), parseUpdate(change)));
    expect(summary.provisioningAction).toBe("delete");
    expect(summary.sourceIdentity).toMatchObject({ displayName: "Bo", identityType: "User" });
    expect(build({ id: "x" }).id).toBe("x");
  });

  it("gives the same object each time, of which no part is shared", () => {
    const first = build();
    expect(build()).toEqual(first);
    for (const step of first.provisioningSteps ?? []) step.details = { broken: true };
    Object.assign(first.sourceIdentity?.details ?? {}, { broken: true });
    expect(JSON.stringify(build())).not.toContain("broken");
  });

  it("ends its steps as its status says", () => {
    const { provisioningSteps, provisioningStatusInfo } = build();
    expect(provisioningSteps?.at(-1)?.status).toBe(provisioningStatusInfo?.status);
  });
});

describe("the fixtures' knowledge", () => {
  it("is what the error tables explain", () => {
    const failed = fixtures.buildFailedProvisioningObjectSummary();
    expect(findErrorCode(failed.provisioningStatusInfo?.errorInformation?.errorCode ?? "")).toBeDefined();
    expect(failed.targetIdentity?.id).toBe("");
    const skipped = fixtures.buildSkippedProvisioningObjectSummary();
    expect(findSkipReason(String(skipped.provisioningSteps?.at(-1)?.details?.["SkipReason"]))).toBeDefined();
  });
});

describe("the parts", () => {
  const parts = {
    servicePrincipal: fixtures.buildProvisioningServicePrincipal,
    initiatedBy: fixtures.buildInitiator,
    sourceSystem: fixtures.buildProvisioningSystemDetails,
    sourceIdentity: fixtures.buildProvisionedIdentity,
    statusInfo: fixtures.buildStatusDetails,
    provisioningStatusInfo: fixtures.buildProvisioningStatusInfo,
  };

  it.each(Object.entries(parts))("builds a %s that fits into an update", (name, build) => {
    expect(parseUpdate({ [name]: build() })).toMatchObject({ [name]: build() });
  });

  it("builds collections' elements that fit into an update", () => {
    const change = {
      provisioningSteps: [fixtures.buildProvisioningStep()],
      modifiedProperties: [fixtures.buildModifiedProperty()],
    };
    expect(parseUpdate(change)).toEqual(change);
  });

  it("lets overrides reach into nested objects, and null replace one", () => {
    const info = fixtures.buildProvisioningStatusInfo({ errorInformation: { errorCode: "Timeout" } });
    expect(info.errorInformation).toMatchObject({ errorCode: "Timeout", errorCategory: "nonServiceFailure" });
    expect(fixtures.buildProvisioningStatusInfo({ errorInformation: null }).errorInformation).toBeNull();
    expect(fixtures.buildProvisioningStep({ details: { extra: "1" } }).details).toMatchObject({ extra: "1" });
    expect(fixtures.buildProvisioningStep({ name: undefined }).name).toBe("EntryImportAdd");
  });

  it("does not keep what an override was made of", () => {
    const details = { kept: ["a"] };
    const step = fixtures.buildProvisioningStep({ details });
    details.kept.push("b");
    expect(step.details?.["kept"]).toEqual(["a"]);
  });
});

describe("the envelopes", () => {
  it("wraps items into a page", () => {
    const page = fixtures.buildCollection([fixtures.buildProvisioningObjectSummary()], { "@odata.nextLink": "next" });
    expect(page.value.map((item) => provisioningObjectSummarySchema.parse(item).id)).toEqual([fixtures.fixtureId(1)]);
    expect(page["@odata.nextLink"]).toBe("next");
  });

  it("builds an error body that the schema reads unchanged", () => {
    const body = fixtures.buildGraphErrorBody({ error: { code: "Request_ResourceNotFound" } });
    expect(graphErrorBodySchema.parse(body)).toEqual(body);
    expect(body.error.innerError?.["request-id"]).toBe(fixtures.fixtureId(0xb1));
  });
});

describe("fixtureId", () => {
  it("is a GUID of version 4 that says its number", () => {
    expect(fixtures.fixtureId(0xa1)).toBe("00000000-0000-4000-8000-0000000000a1");
    expect(fixtures.fixtureTenants.fabrikam).toBe(fixtures.fixtureId(0xfab0));
  });
});
