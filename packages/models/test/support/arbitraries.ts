import fc from "fast-check";
import {
  initiatorTypes,
  type ProvisioningObjectSummaryCreate,
  type ProvisioningObjectSummaryUpdate,
  provisioningActions,
  provisioningResults,
  provisioningStatusErrorCategories,
  provisioningStepTypes,
} from "../../src/index.js";

const text = fc.oneof(fc.string({ unit: "binary", maxLength: 12 }), fc.constantFrom("", "True", "Ada Example"));
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const partial = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { requiredKeys: [], noNullPrototype: true });

const name = fc.oneof(
  fc.string({ maxLength: 10 }).filter((key) => key !== "__proto__" && !key.includes("@")),
  fc.constantFrom("ScopeEvaluationResult", 'addresses[type eq "work"]country', "urn:ietf:params:scim", "constructor"),
);

// Through JSON once, since it cannot write -0.
const json = fc
  .jsonValue({ maxDepth: 3 })
  .map((value) => JSON.stringify(value))
  .filter((written) => !written.includes("__proto__"))
  .map((written): unknown => JSON.parse(written));

/** Any bag of dynamic members; what JSON can hold and OData would not take for an annotation. */
const details = fc.dictionary(name, fc.oneof({ weight: 3, arbitrary: text }, json), {
  maxKeys: 4,
  noNullPrototype: true,
});

const identity = { id: nullable(text), displayName: nullable(text) };
const system = nullable(partial({ ...identity, details: nullable(details) }));
const provisionedIdentity = nullable(
  partial({ ...identity, identityType: nullable(text), details: nullable(details) }),
);
const errorInformation = partial({
  errorCode: nullable(text),
  reason: nullable(text),
  additionalDetails: nullable(text),
  errorCategory: nullable(fc.constantFrom(...provisioningStatusErrorCategories)),
  recommendedAction: nullable(text),
});
const status = nullable(fc.constantFrom(...provisioningResults));
const step = partial({
  name: nullable(text),
  provisioningStepType: nullable(fc.constantFrom(...provisioningStepTypes)),
  status,
  description: nullable(text),
  details: nullable(details),
});
const modifiedProperty = partial({ displayName: nullable(text), oldValue: nullable(text), newValue: nullable(text) });

/** Real moments in the years 1 to 9999 with 0 to 12 digits and any offset. */
export const dateTimeOffset = fc
  .tuple(
    fc.date({ min: new Date("0001-01-02T00:00:00Z"), max: new Date("9999-12-30T00:00:00Z"), noInvalidDate: true }),
    fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: 12 }),
    fc.constantFrom("Z", "+00:00", "-08:00", "+05:30", "+14:00"),
  )
  .map(([date, digits, zone]) => `${date.toISOString().slice(0, 19)}${digits === "" ? "" : `.${digits}`}${zone}`);

/** What a writer may choose for an id: no empty text, no half of a surrogate pair, 1,024 bytes at most. */
const id = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
  fc.constantFrom("a".repeat(1024), "😀".repeat(256), "../ %2F?#"),
);

const shared = {
  id,
  tenantId: nullable(text),
  jobId: nullable(text),
  cycleId: nullable(text),
  changeId: nullable(text),
  durationInMilliseconds: nullable(fc.integer({ min: -2147483648, max: 2147483647 })),
  servicePrincipal: nullable(partial(identity)),
  initiatedBy: nullable(partial({ ...identity, initiatorType: nullable(fc.constantFrom(...initiatorTypes)) })),
  sourceSystem: system,
  targetSystem: system,
  sourceIdentity: provisionedIdentity,
  targetIdentity: provisionedIdentity,
  provisioningSteps: nullable(fc.array(step, { maxLength: 3 })),
  modifiedProperties: nullable(fc.array(modifiedProperty, { maxLength: 3 })),
};

const olderFaces = {
  action: nullable(fc.oneof(text, fc.constantFrom("Create", "EntryExportUpdate", "stageddelete"))),
  statusInfo: nullable(
    fc.oneof(
      partial({ status }),
      errorInformation.chain((error) => partial({ status }).map((base) => ({ ...base, ...error }))),
    ),
  ),
};
const newerFaces = {
  provisioningAction: nullable(fc.constantFrom(...provisioningActions)),
  provisioningStatusInfo: nullable(partial({ status, errorInformation: nullable(errorInformation) })),
};

/** Changes in terms of v1.0 only. */
export const v1Update = partial({ ...shared, ...newerFaces, activityDateTime: dateTimeOffset });

/** Changes that give at most one face of each twin, so that none can disagree. */
export const update: fc.Arbitrary<ProvisioningObjectSummaryUpdate> = fc
  .tuple(
    partial({ ...shared, activityDateTime: dateTimeOffset }),
    partial(olderFaces),
    partial(newerFaces),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([rest, older, newer, olderAction, olderStatus]) => ({
    ...rest,
    ...pick(olderAction ? older : newer, olderAction ? "action" : "provisioningAction"),
    ...pick(olderStatus ? older : newer, olderStatus ? "statusInfo" : "provisioningStatusInfo"),
  }));

/** Creates that give at most one face of each twin. */
export const create: fc.Arbitrary<ProvisioningObjectSummaryCreate> = fc
  .tuple(update, dateTimeOffset)
  .map(([rest, activityDateTime]) => ({ ...rest, activityDateTime }));

/** Whatever JavaScript can hold. */
export const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withTypedArray: true,
  withSparseArray: true,
  maxDepth: 4,
});

function pick(from: object, key: string): object {
  return Object.hasOwn(from, key) ? { [key]: Reflect.get(from, key) } : {};
}
