import type * as V1 from "@microsoft/microsoft-graph-types";
import type * as Beta from "@microsoft/microsoft-graph-types-beta";
import { describe, expectTypeOf, it } from "vitest";
import type {
  DetailsInfo,
  Entity,
  Initiator,
  initiatorTypes,
  ModifiedProperty,
  ProvisionedIdentity,
  ProvisioningErrorInfo,
  ProvisioningObjectSummary,
  ProvisioningServicePrincipal,
  ProvisioningStatusInfo,
  ProvisioningStep,
  ProvisioningSystemDetails,
  provisioningActions,
  provisioningResults,
  provisioningStatusErrorCategories,
  provisioningStepTypes,
  StatusBase,
  StatusDetails,
} from "../src/index.js";
import type { ProvisioningSystem, ProvisioningObjectSummary as V1Summary } from "../src/v1.js";

type KnownKeyOf<T> = keyof { [K in keyof T as string extends K ? never : K]: T[K] };
type Member<List extends readonly string[]> = List[number];

describe("Microsoft's v1.0 typings", () => {
  it("have the same properties", () => {
    expectTypeOf<KnownKeyOf<V1Summary>>().toEqualTypeOf<keyof V1.ProvisioningObjectSummary>();
    expectTypeOf<KnownKeyOf<Entity>>().toEqualTypeOf<keyof V1.Entity>();
    expectTypeOf<KnownKeyOf<Initiator>>().toEqualTypeOf<keyof V1.Initiator>();
    expectTypeOf<KnownKeyOf<ProvisioningServicePrincipal>>().toEqualTypeOf<keyof V1.ProvisioningServicePrincipal>();
    expectTypeOf<KnownKeyOf<ProvisioningSystem>>().toEqualTypeOf<keyof V1.ProvisioningSystem>();
    expectTypeOf<KnownKeyOf<ProvisionedIdentity>>().toEqualTypeOf<keyof V1.ProvisionedIdentity>();
    expectTypeOf<KnownKeyOf<DetailsInfo>>().toEqualTypeOf<keyof V1.DetailsInfo>();
    expectTypeOf<KnownKeyOf<ProvisioningStep>>().toEqualTypeOf<keyof V1.ProvisioningStep>();
    expectTypeOf<KnownKeyOf<ModifiedProperty>>().toEqualTypeOf<keyof V1.ModifiedProperty>();
    expectTypeOf<KnownKeyOf<ProvisioningStatusInfo>>().toEqualTypeOf<keyof V1.ProvisioningStatusInfo>();
    expectTypeOf<KnownKeyOf<ProvisioningErrorInfo>>().toEqualTypeOf<keyof V1.ProvisioningErrorInfo>();
  });

  it("have the same enum members", () => {
    expectTypeOf<Member<typeof provisioningActions>>().toEqualTypeOf<V1.ProvisioningAction>();
    expectTypeOf<Member<typeof provisioningResults>>().toEqualTypeOf<V1.ProvisioningResult>();
    expectTypeOf<Member<typeof provisioningStepTypes>>().toEqualTypeOf<V1.ProvisioningStepType>();
    expectTypeOf<Member<typeof initiatorTypes>>().toEqualTypeOf<V1.InitiatorType>();
    expectTypeOf<
      Member<typeof provisioningStatusErrorCategories>
    >().toEqualTypeOf<V1.ProvisioningStatusErrorCategory>();
  });
});

describe("Microsoft's beta typings", () => {
  it("have the same properties", () => {
    expectTypeOf<KnownKeyOf<ProvisioningObjectSummary>>().toEqualTypeOf<keyof Beta.ProvisioningObjectSummary>();
    expectTypeOf<KnownKeyOf<Entity>>().toEqualTypeOf<keyof Beta.Entity>();
    expectTypeOf<KnownKeyOf<Initiator>>().toEqualTypeOf<keyof Beta.Initiator>();
    expectTypeOf<KnownKeyOf<ProvisioningServicePrincipal>>().toEqualTypeOf<keyof Beta.ProvisioningServicePrincipal>();
    expectTypeOf<KnownKeyOf<ProvisioningSystemDetails>>().toEqualTypeOf<keyof Beta.ProvisioningSystem>();
    expectTypeOf<KnownKeyOf<ProvisionedIdentity>>().toEqualTypeOf<keyof Beta.ProvisionedIdentity>();
    expectTypeOf<KnownKeyOf<DetailsInfo>>().toEqualTypeOf<keyof Beta.DetailsInfo>();
    expectTypeOf<KnownKeyOf<ProvisioningStep>>().toEqualTypeOf<keyof Beta.ProvisioningStep>();
    expectTypeOf<KnownKeyOf<ModifiedProperty>>().toEqualTypeOf<keyof Beta.ModifiedProperty>();
    expectTypeOf<KnownKeyOf<StatusBase>>().toEqualTypeOf<keyof Beta.StatusBase>();
    expectTypeOf<KnownKeyOf<StatusDetails>>().toEqualTypeOf<keyof Beta.StatusDetails>();
    expectTypeOf<KnownKeyOf<ProvisioningStatusInfo>>().toEqualTypeOf<keyof Beta.ProvisioningStatusInfo>();
    expectTypeOf<KnownKeyOf<ProvisioningErrorInfo>>().toEqualTypeOf<keyof Beta.ProvisioningErrorInfo>();
  });

  it("have the same enum members", () => {
    expectTypeOf<Member<typeof provisioningActions>>().toEqualTypeOf<Beta.ProvisioningAction>();
    expectTypeOf<Member<typeof provisioningResults>>().toEqualTypeOf<Beta.ProvisioningResult>();
    expectTypeOf<Member<typeof provisioningStepTypes>>().toEqualTypeOf<Beta.ProvisioningStepType>();
    expectTypeOf<Member<typeof initiatorTypes>>().toEqualTypeOf<Beta.InitiatorType>();
    expectTypeOf<
      Member<typeof provisioningStatusErrorCategories>
    >().toEqualTypeOf<Beta.ProvisioningStatusErrorCategory>();
  });

  it("give values that fit ours, free-form details aside", () => {
    expectTypeOf<Beta.StatusDetails>().toExtend<StatusDetails>();
    expectTypeOf<Beta.ProvisioningStatusInfo>().toExtend<ProvisioningStatusInfo>();
    expectTypeOf<Beta.ModifiedProperty>().toExtend<ModifiedProperty>();
    expectTypeOf<Beta.Initiator>().toExtend<Initiator>();
    expectTypeOf<Omit<Beta.ProvisioningStep, "details">>().toExtend<Omit<ProvisioningStep, "details">>();
    type WithDetails =
      | "sourceSystem"
      | "targetSystem"
      | "sourceIdentity"
      | "targetIdentity"
      | "provisioningSteps"
      | "statusInfo";
    type WithKey = Omit<Beta.ProvisioningObjectSummary, WithDetails> & { id: string; activityDateTime: string };
    expectTypeOf<WithKey>().toExtend<Omit<ProvisioningObjectSummary, WithDetails>>();
  });
});
