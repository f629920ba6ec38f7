import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as models from "../src/index.js";
import * as v1 from "../src/v1.js";

/** The types an entry point exports, read from its text since they leave no trace at run time. */
function typesOf(entry: string): string[] {
  const text = readFileSync(new URL(`../src/${entry}`, import.meta.url), "utf8");
  const names = [...text.matchAll(/export (type )?\{([^}]*)\}/g)].flatMap(([, all, list = ""]) =>
    list
      .split(",")
      .map((item) => item.trim())
      .filter((item) => item !== "" && (all !== undefined || item.startsWith("type ")))
      .map((item) => item.replace(/^type /, "").replace(/^.* as /, "")),
  );
  return names.sort();
}

describe("@org/models", () => {
  it("exports exactly these values", () => {
    expect(Object.keys(models).sort()).toEqual([
      "ModelError",
      "applyUpdate",
      "collectionSchema",
      "contractProperties",
      "createSummary",
      "dateTimeOffsetToDate",
      "detailsInfoSchema",
      "entitySchema",
      "graphErrorBodySchema",
      "initiatorSchema",
      "initiatorTypes",
      "inputBounds",
      "modifiedPropertySchema",
      "parseCreate",
      "parseUpdate",
      "provisionedIdentitySchema",
      "provisioningActions",
      "provisioningErrorInfoSchema",
      "provisioningObjectSummaryCreateSchema",
      "provisioningObjectSummaryDescription",
      "provisioningObjectSummarySchema",
      "provisioningObjectSummaryUpdateSchema",
      "provisioningResults",
      "provisioningServicePrincipalSchema",
      "provisioningStatusErrorCategories",
      "provisioningStatusInfoSchema",
      "provisioningStepSchema",
      "provisioningStepTypes",
      "provisioningSystemDetailsSchema",
      "safeParseCreate",
      "safeParseUpdate",
      "statusBaseSchema",
      "statusDetailsSchema",
      "toContractWire",
      "toWire",
    ]);
  });

  it("exports exactly these types", () => {
    expect(typesOf("index.ts")).toEqual([
      "Collection",
      "DetailsInfo",
      "Entity",
      "FilterPolicy",
      "GraphErrorBody",
      "GraphErrorDetail",
      "GraphInnerError",
      "Initiator",
      "InitiatorType",
      "ModelIssue",
      "ModelIssueCode",
      "ModifiedProperty",
      "OpenEnum",
      "ParseResult",
      "PropertyFacts",
      "ProvisionedIdentity",
      "ProvisioningAction",
      "ProvisioningErrorInfo",
      "ProvisioningObjectSummary",
      "ProvisioningObjectSummaryCreate",
      "ProvisioningObjectSummaryUpdate",
      "ProvisioningResult",
      "ProvisioningServicePrincipal",
      "ProvisioningStatusErrorCategory",
      "ProvisioningStatusInfo",
      "ProvisioningStep",
      "ProvisioningStepType",
      "ProvisioningSystemDetails",
      "ResourceDescription",
      "StatusBase",
      "StatusDetails",
      "StructuredTypeFacts",
      "WireSummary",
    ]);
  });
});

describe("@org/models/v1", () => {
  it("exports exactly these values", () => {
    expect(Object.keys(v1).sort()).toEqual([
      "collectionSchema",
      "conversionLosses",
      "parseCreate",
      "parseUpdate",
      "provisioningObjectSummaryCreateSchema",
      "provisioningObjectSummaryDescription",
      "provisioningObjectSummarySchema",
      "provisioningObjectSummaryUpdateSchema",
      "provisioningSystemSchema",
      "safeParseCreate",
      "safeParseUpdate",
      "toBeta",
      "toV1",
    ]);
  });

  it("exports exactly these types", () => {
    expect(typesOf("v1.ts")).toEqual([
      "Collection",
      "ConversionLoss",
      "ProvisioningObjectSummary",
      "ProvisioningObjectSummaryCreate",
      "ProvisioningObjectSummaryUpdate",
      "ProvisioningSystem",
    ]);
  });
});
