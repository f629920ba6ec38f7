import { describe, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import {
  createSummary,
  type Initiator,
  type initiatorSchema,
  type OpenEnum,
  type ProvisioningObjectSummary,
  type ProvisioningObjectSummaryCreate,
  type ProvisioningObjectSummaryUpdate,
  type ProvisioningStep,
  parseCreate,
  parseUpdate,
  type provisioningObjectSummarySchema,
} from "../src/index.js";
import type { ProvisioningObjectSummary as V1Summary } from "../src/v1.js";

type HasIndexSignature<T> = string extends keyof T ? true : false;

describe("the published types", () => {
  it("have no index signature, so that a misspelt property is a compile error", () => {
    expectTypeOf<HasIndexSignature<ProvisioningObjectSummary>>().toEqualTypeOf<false>();
    expectTypeOf<HasIndexSignature<ProvisioningObjectSummaryCreate>>().toEqualTypeOf<false>();
    expectTypeOf<HasIndexSignature<V1Summary>>().toEqualTypeOf<false>();
    expectTypeOf<HasIndexSignature<Initiator>>().toEqualTypeOf<false>();
    expectTypeOf<HasIndexSignature<ProvisioningStep>>().toEqualTypeOf<false>();
    // @ts-expect-error jobID is misspelt
    createSummary({ activityDateTime: "2026-03-02T08:14:05Z", jobID: "scim" }, "1");
    // @ts-expect-error initiatingType is the documentation's name
    createSummary({ activityDateTime: "2026-03-02T08:14:05Z", initiatedBy: { initiatingType: "system" } }, "1");
  });

  it("suggest the known members of an enum to a reader and take others", () => {
    expectTypeOf<Exclude<Initiator["initiatorType"], null | undefined>>().toEqualTypeOf<
      OpenEnum<"user" | "application" | "system" | "unknownFutureValue">
    >();
    expectTypeOf<"aMemberOfTomorrow">().toExtend<NonNullable<Initiator["initiatorType"]>>();
  });

  it("take the known members only from a writer", () => {
    expectTypeOf<NonNullable<ProvisioningObjectSummaryUpdate["provisioningAction"]>>().toEqualTypeOf<
      "other" | "create" | "delete" | "disable" | "update" | "stagedDelete" | "unknownFutureValue"
    >();
  });

  it("require the id and the time of a complete object, and the time of a create", () => {
    type RequiredKey<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];
    expectTypeOf<RequiredKey<ProvisioningObjectSummary>>().toEqualTypeOf<"id" | "activityDateTime">();
    expectTypeOf<RequiredKey<ProvisioningObjectSummaryCreate>>().toEqualTypeOf<"activityDateTime">();
    expectTypeOf<RequiredKey<ProvisioningObjectSummaryUpdate>>().toEqualTypeOf<never>();
  });

  it("give v1.0 the beta properties without the two older names", () => {
    expectTypeOf<keyof V1Summary>().toEqualTypeOf<Exclude<keyof ProvisioningObjectSummary, "action" | "statusInfo">>();
  });

  it("are what the schemas and parsers give", () => {
    expectTypeOf<z.infer<typeof provisioningObjectSummarySchema>>().toEqualTypeOf<ProvisioningObjectSummary>();
    expectTypeOf<z.infer<typeof initiatorSchema>>().toEqualTypeOf<Initiator>();
    expectTypeOf(parseCreate).returns.toEqualTypeOf<ProvisioningObjectSummaryCreate>();
    expectTypeOf(parseUpdate).returns.toEqualTypeOf<ProvisioningObjectSummaryUpdate>();
  });
});
