import { describe, expect, expectTypeOf, it } from "vitest";
import * as models from "../src/index.js";
import * as v1 from "../src/v1.js";

/** The part of the Standard Schema interface that a consumer needs, as the specification words it. */
interface StandardSchema<Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}
type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path?: readonly unknown[] | undefined }[] };

/** A consumer that knows nothing of zod. */
async function consume<Output>(schema: StandardSchema<Output>, input: unknown): Promise<Output | string[]> {
  const result = await schema["~standard"].validate(input);
  if (result.issues === undefined) return result.value;
  return result.issues.map(({ message, path = [] }) => `${path.join(".")}: ${message}`);
}

const summary = { id: "1", activityDateTime: "2026-03-02T08:14:05Z" };

describe("a consumer of Standard Schema", () => {
  it.each([
    ["summary", models.provisioningObjectSummarySchema],
    ["create", models.provisioningObjectSummaryCreateSchema],
    ["update", models.provisioningObjectSummaryUpdateSchema],
    ["v1.0 summary", v1.provisioningObjectSummarySchema],
    ["v1.0 create", v1.provisioningObjectSummaryCreateSchema],
    ["v1.0 update", v1.provisioningObjectSummaryUpdateSchema],
    ["entity", models.entitySchema],
  ])("gets a value from the %s schema, and issues with a path", async (_, schema) => {
    expect(await consume<unknown>(schema, summary)).toEqual(summary);
    expect(await consume<unknown>(schema, { ...summary, id: 5 })).toEqual([expect.stringMatching(/^id: ./)]);
  });

  it("gets aliases, twins and reasons from the update schema", async () => {
    const schema = models.provisioningObjectSummaryUpdateSchema;
    expect(await consume(schema, { provisioningAction: "CREATE" })).toEqual({
      action: "Create",
      provisioningAction: "create",
    });
    expect(await consume(schema, { jobID: 1 })).toEqual([
      "jobID: is not a property of microsoft.graph.provisioningObjectSummary",
    ]);
  });

  it("gets the published type", () => {
    expectTypeOf(consume(models.provisioningObjectSummarySchema, summary)).resolves.toEqualTypeOf<
      models.ProvisioningObjectSummary | string[]
    >();
  });

  it.each([
    models.initiatorSchema,
    models.provisioningServicePrincipalSchema,
    models.provisioningSystemDetailsSchema,
    models.provisionedIdentitySchema,
    models.detailsInfoSchema,
    models.statusBaseSchema,
    models.statusDetailsSchema,
    models.provisioningStatusInfoSchema,
    models.provisioningErrorInfoSchema,
    models.provisioningStepSchema,
    models.modifiedPropertySchema,
    v1.provisioningSystemSchema,
  ])("can read every complex type (%#)", async (schema) => {
    expect(await consume<unknown>(schema, { more: "x" })).toEqual({ more: "x" });
    expect(await consume<unknown>(schema, "x")).toHaveLength(1);
  });
});
