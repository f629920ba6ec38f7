import { describe, expect, it } from "vitest";
import { z } from "zod";
import * as models from "../src/index.js";
import { tolerant } from "../src/tolerant.js";
import { detailsInfoStrict } from "../src/types/details-info.js";
import { entityStrict } from "../src/types/entity.js";
import { initiatorStrict } from "../src/types/initiator.js";
import { modifiedPropertyStrict } from "../src/types/modified-property.js";
import { provisionedIdentityStrict } from "../src/types/provisioned-identity.js";
import { provisioningErrorInfoStrict } from "../src/types/provisioning-error-info.js";
import { provisioningServicePrincipalStrict } from "../src/types/provisioning-service-principal.js";
import { provisioningStatusInfoStrict } from "../src/types/provisioning-status-info.js";
import { provisioningStepStrict } from "../src/types/provisioning-step.js";
import { provisioningSystemDetailsStrict } from "../src/types/provisioning-system-details.js";
import { statusBaseStrict } from "../src/types/status-base.js";
import { statusDetailsStrict } from "../src/types/status-details.js";
import * as v1 from "../src/v1.js";

const pairs: [string, z.ZodType, z.ZodType][] = [
  ["initiator", initiatorStrict, models.initiatorSchema],
  ["provisioningServicePrincipal", provisioningServicePrincipalStrict, models.provisioningServicePrincipalSchema],
  ["provisioningSystemDetails", provisioningSystemDetailsStrict, models.provisioningSystemDetailsSchema],
  ["provisionedIdentity", provisionedIdentityStrict, models.provisionedIdentitySchema],
  ["detailsInfo", detailsInfoStrict, models.detailsInfoSchema],
  ["provisioningStep", provisioningStepStrict, models.provisioningStepSchema],
  ["modifiedProperty", modifiedPropertyStrict, models.modifiedPropertySchema],
  ["statusBase", statusBaseStrict, models.statusBaseSchema],
  ["statusDetails", statusDetailsStrict, models.statusDetailsSchema],
  ["provisioningStatusInfo", provisioningStatusInfoStrict, models.provisioningStatusInfoSchema],
  ["provisioningErrorInfo", provisioningErrorInfoStrict, models.provisioningErrorInfoSchema],
];
const open = [
  "initiator",
  "provisioningServicePrincipal",
  "provisioningSystemDetails",
  "provisionedIdentity",
  "detailsInfo",
];

describe.each(pairs)("%s", (name, strict, schema) => {
  it("has the same properties, strict and tolerant", () => {
    expect(shapeOf(schema)).toEqual(shapeOf(strict));
  });

  it("keeps unknown properties when read tolerantly", () => {
    expect(schema.parse({ tomorrow: { a: 1 } })).toEqual({ tomorrow: { a: 1 } });
  });

  it("takes an unknown property strictly only if today's beta metadata calls the type open", () => {
    expect(strict.safeParse({ tomorrow: 1 }).success).toBe(open.includes(name));
  });

  it("may be empty", () => {
    expect(strict.parse({})).toEqual({});
    expect(schema.parse({})).toEqual({});
  });
});

describe("entity", () => {
  it("is anything with an id", () => {
    expect(shapeOf(models.entitySchema)).toEqual(shapeOf(entityStrict));
    expect(models.entitySchema.parse({ id: "1", more: 2 })).toEqual({ id: "1", more: 2 });
    expect(models.entitySchema.safeParse({}).success).toBe(false);
  });
});

describe("the tolerant summary", () => {
  const summary = { id: "1", activityDateTime: "2026-03-02T08:14:05Z" };
  const ofTomorrow = {
    ...summary,
    tomorrow: [1, { a: null }],
    provisioningAction: "restore",
    provisioningStatusInfo: { status: "partial", errorInformation: { errorCategory: "weather", hint: 1 } },
    initiatedBy: { initiatorType: "agent", region: "eu" },
    provisioningSteps: [{ provisioningStepType: "dreaming", status: "partial", order: 1 }],
    modifiedProperties: [{ displayName: "a", type: "String" }],
  };

  it("keeps unknown properties and unknown enum members at any depth", () => {
    const beta = { ...ofTomorrow, statusInfo: { status: "partial", errorCategory: "weather" } };
    expect(models.provisioningObjectSummarySchema.parse(beta)).toEqual(beta);
    expect(v1.provisioningObjectSummarySchema.parse(ofTomorrow)).toEqual(ofTomorrow);
  });

  it("is refused strictly for the same things", () => {
    const result = models.safeParseUpdate(ofTomorrow);
    expect(result.success ? [] : result.error.issues.map(({ code, path }) => `${code} ${path.join("/")}`)).toEqual([
      "unknownProperty tomorrow",
      "unknownProperty provisioningStatusInfo/errorInformation/hint",
      "unknownProperty provisioningSteps/0/order",
      "unknownProperty modifiedProperties/0/type",
      "unknownMember provisioningAction",
      "unknownMember provisioningStatusInfo/status",
      "unknownMember provisioningStatusInfo/errorInformation/errorCategory",
      "unknownMember initiatedBy/initiatorType",
      "unknownMember provisioningSteps/0/provisioningStepType",
      "unknownMember provisioningSteps/0/status",
    ]);
  });

  it("takes null for every property but id and activityDateTime, collections too", () => {
    const names = Object.keys(models.createSummary(models.parseCreate(summary), "1"));
    for (const name of names.filter((name) => !Object.hasOwn(summary, name))) {
      expect(models.provisioningObjectSummarySchema.parse({ ...summary, [name]: null })).toEqual({
        ...summary,
        [name]: null,
      });
    }
    expect(models.provisioningObjectSummarySchema.safeParse({ ...summary, id: null }).success).toBe(false);
    expect(models.provisioningObjectSummarySchema.safeParse({ ...summary, activityDateTime: null }).success).toBe(
      false,
    );
  });

  it("still checks types and dates", () => {
    expect(models.provisioningObjectSummarySchema.safeParse({ ...summary, jobId: 5 }).success).toBe(false);
    expect(models.provisioningObjectSummarySchema.safeParse({ ...summary, activityDateTime: "today" }).success).toBe(
      false,
    );
  });
});

describe("tolerant", () => {
  it("leaves alone what is neither an object nor an enum", () => {
    const schema = tolerant(z.object({ a: z.array(z.enum(["x"])).nullable(), b: z.number().optional() }));
    expect(schema.parse({ a: ["y"], c: 1 })).toEqual({ a: ["y"], c: 1 });
    expect(schema.parse({ a: null, b: 2 })).toEqual({ a: null, b: 2 });
    expect(schema.safeParse({ a: null, b: "2" }).success).toBe(false);
  });
});

function shapeOf(schema: z.ZodType): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
