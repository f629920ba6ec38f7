import type { z } from "zod";
import { provisioningResults } from "../enums/provisioning-result.js";
import { optionalEnum } from "../primitives.js";
import { closedType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";
import { provisioningErrorInfoStrict } from "./provisioning-error-info.js";

export const provisioningStatusInfoStrict = closedType(
  { type: "microsoft.graph.provisioningStatusInfo" },
  {
    status: optionalEnum("microsoft.graph.provisioningResult", provisioningResults),
    errorInformation: provisioningErrorInfoStrict.nullable().optional(),
  },
);

/** Reads a `provisioningStatusInfo`. */
export const provisioningStatusInfoSchema = tolerant(provisioningStatusInfoStrict);

/** The outcome of an event. `errorInformation` is there as null when nothing went wrong. */
export type ProvisioningStatusInfo = z.infer<typeof provisioningStatusInfoSchema>;
