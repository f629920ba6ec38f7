import { describe, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import type * as models from "../src/index.js";
import type { InitiatorInput, initiatorStrict } from "../src/types/initiator.js";
import type { ProvisioningErrorInfoInput, provisioningErrorInfoStrict } from "../src/types/provisioning-error-info.js";
import type * as summary from "../src/types/provisioning-object-summary.js";
import type {
  ProvisioningStatusInfoInput,
  provisioningStatusInfoStrict,
} from "../src/types/provisioning-status-info.js";
import type { ProvisioningStepInput, provisioningStepStrict } from "../src/types/provisioning-step.js";
import type { StatusDetailsInput, statusInfoStrict } from "../src/types/status-details.js";
import type * as v1 from "../src/v1.js";

describe("the documented types", () => {
  it("say of the parts of a summary what the schemas read", () => {
    expectTypeOf<models.DetailsInfo>().toEqualTypeOf<z.infer<typeof models.detailsInfoSchema>>();
    expectTypeOf<models.Entity>().toEqualTypeOf<z.infer<typeof models.entitySchema>>();
    expectTypeOf<models.Initiator>().toEqualTypeOf<z.infer<typeof models.initiatorSchema>>();
    expectTypeOf<models.ModifiedProperty>().toEqualTypeOf<z.infer<typeof models.modifiedPropertySchema>>();
    expectTypeOf<models.ProvisionedIdentity>().toEqualTypeOf<z.infer<typeof models.provisionedIdentitySchema>>();
    expectTypeOf<models.ProvisioningErrorInfo>().toEqualTypeOf<z.infer<typeof models.provisioningErrorInfoSchema>>();
    expectTypeOf<models.ProvisioningServicePrincipal>().toEqualTypeOf<
      z.infer<typeof models.provisioningServicePrincipalSchema>
    >();
    expectTypeOf<models.ProvisioningStatusInfo>().toEqualTypeOf<z.infer<typeof models.provisioningStatusInfoSchema>>();
    expectTypeOf<models.ProvisioningStep>().toEqualTypeOf<z.infer<typeof models.provisioningStepSchema>>();
    expectTypeOf<models.ProvisioningSystemDetails>().toEqualTypeOf<
      z.infer<typeof models.provisioningSystemDetailsSchema>
    >();
    expectTypeOf<models.StatusBase>().toEqualTypeOf<z.infer<typeof models.statusBaseSchema>>();
    expectTypeOf<models.StatusDetails>().toEqualTypeOf<z.infer<typeof models.statusDetailsSchema>>();
    expectTypeOf<v1.ProvisioningSystem>().toEqualTypeOf<z.infer<typeof v1.provisioningSystemSchema>>();
  });

  it("say of the parts of a create or update what the schemas take", () => {
    expectTypeOf<InitiatorInput>().toEqualTypeOf<z.infer<typeof initiatorStrict>>();
    expectTypeOf<ProvisioningErrorInfoInput>().toEqualTypeOf<z.infer<typeof provisioningErrorInfoStrict>>();
    expectTypeOf<ProvisioningStatusInfoInput>().toEqualTypeOf<z.infer<typeof provisioningStatusInfoStrict>>();
    expectTypeOf<ProvisioningStepInput>().toEqualTypeOf<z.infer<typeof provisioningStepStrict>>();
    expectTypeOf<StatusDetailsInput>().toEqualTypeOf<z.infer<typeof statusInfoStrict>>();
  });

  it("say of a summary what the schemas read and take", () => {
    expectTypeOf<summary.ProvisioningObjectSummary>().toEqualTypeOf<z.infer<typeof summary.betaTolerant>>();
    expectTypeOf<summary.ProvisioningObjectSummaryCreate>().toEqualTypeOf<z.infer<typeof summary.betaCreateStrict>>();
    expectTypeOf<summary.ProvisioningObjectSummaryUpdate>().toEqualTypeOf<z.infer<typeof summary.betaUpdateStrict>>();
    expectTypeOf<summary.V1ProvisioningObjectSummary>().toEqualTypeOf<z.infer<typeof summary.v1Tolerant>>();
    expectTypeOf<summary.V1ProvisioningObjectSummaryCreate>().toEqualTypeOf<z.infer<typeof summary.v1CreateStrict>>();
    expectTypeOf<summary.V1ProvisioningObjectSummaryUpdate>().toEqualTypeOf<z.infer<typeof summary.v1UpdateStrict>>();
  });
});
