import type { ProvisioningObjectSummary } from "@org/models";
import { provisioningObjectSummarySchema } from "@org/models";
import type { ProvisioningObjectSummary as V1ProvisioningObjectSummary } from "@org/models/v1";
import { describe, expectTypeOf, it } from "vitest";
import { z } from "zod";
import * as core from "../src/core.js";
import { createProvisioningClient } from "../src/index.js";

const accessToken = "any";
const beta = createProvisioningClient({ accessToken });
const v1 = createProvisioningClient({ accessToken, version: "v1.0" });

describe("types", () => {
  it("are those of the version", () => {
    expectTypeOf(beta.get("a")).resolves.toEqualTypeOf<ProvisioningObjectSummary>();
    expectTypeOf(v1.get("a")).resolves.toEqualTypeOf<V1ProvisioningObjectSummary>();
  });

  it("know that a minimal answer has no body", () => {
    expectTypeOf(beta.update("a", {}, { return: "minimal" })).resolves.toEqualTypeOf<undefined>();
    expectTypeOf(beta.updateByContract({}, { ifMatch: "7" })).resolves.toEqualTypeOf<ProvisioningObjectSummary>();
  });

  it("refuse a misspelt property and an event without its time", () => {
    // @ts-expect-error: jobid is jobId
    void (() => beta.update("a", { jobid: "x" }));
    // @ts-expect-error: activityDateTime is missing
    void (() => beta.create({ jobId: "x" }));
  });

  it("have the contract's update on beta only", () => {
    expectTypeOf(beta).toHaveProperty("updateByContract");
    expectTypeOf(v1).not.toHaveProperty("updateByContract");
  });

  it("still know a GraphError after a subclass was ruled out", () => {
    const status = (error: unknown) => {
      if (!core.GraphError.isInstance(error) || core.ThrottledError.isInstance(error)) return undefined;
      return core.AuthenticationError.isInstance(error) ? error.claims : error.status;
    };
    expectTypeOf(status).returns.toEqualTypeOf<string | number | undefined>();
  });

  it("follow any schema in core", () => {
    const own = core.createProvisioningClient({ accessToken, schema: z.object({ id: z.string() }) });
    expectTypeOf(own.get("a")).resolves.toEqualTypeOf<{ id: string }>();
    const models = core.createProvisioningClient({ accessToken, schema: provisioningObjectSummarySchema });
    expectTypeOf(models.get("a")).resolves.toEqualTypeOf<ProvisioningObjectSummary>();
  });
});
