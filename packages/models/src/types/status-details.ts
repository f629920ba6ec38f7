import type { z } from "zod";
import { closedType } from "../structured-type.js";
import { tolerant } from "../tolerant.js";
import { provisioningErrorInfoShape } from "./provisioning-error-info.js";
import { statusBaseShape, statusBaseType } from "./status-base.js";

export const statusDetailsType = "microsoft.graph.statusDetails";

const statusDetailsShape = { ...statusBaseShape, ...provisioningErrorInfoShape };

export const statusDetailsStrict = closedType(
  { type: statusDetailsType, baseType: statusBaseType },
  statusDetailsShape,
);

/**
 * What the property `statusInfo` holds: declared as `statusBase`, and a `statusDetails` as soon as one of the latter's
 * own members is there.
 */
export const statusInfoStrict = closedType(
  { type: statusBaseType, derivedTypes: [statusDetailsType] },
  statusDetailsShape,
);

/** Reads a `statusDetails`. */
export const statusDetailsSchema = tolerant(statusDetailsStrict);

/** The outcome of a failed event in its older form: a `statusBase` with the reasons. */
export type StatusDetails = z.infer<typeof statusDetailsSchema>;
