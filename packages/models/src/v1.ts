// The public API of @org/models/v1. A line added here is a promise; never `export *`.
export { type Collection, collectionSchema } from "./collection.js";
export { type ConversionLoss, conversionLosses } from "./conversion-losses.js";
export { toBeta, toV1 } from "./convert.js";
export { v1Description as provisioningObjectSummaryDescription } from "./description.js";
export {
  parseCreate,
  parseUpdate,
  provisioningObjectSummaryCreateSchema,
  provisioningObjectSummarySchema,
  provisioningObjectSummaryUpdateSchema,
  safeParseCreate,
  safeParseUpdate,
} from "./provisioning-object-summary-v1.js";
export type {
  V1ProvisioningObjectSummary as ProvisioningObjectSummary,
  V1ProvisioningObjectSummaryCreate as ProvisioningObjectSummaryCreate,
  V1ProvisioningObjectSummaryUpdate as ProvisioningObjectSummaryUpdate,
} from "./types/provisioning-object-summary.js";
export { type ProvisioningSystem, provisioningSystemSchema } from "./types/provisioning-system.js";
