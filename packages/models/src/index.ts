// The public API of @org/models. A line added here is a promise; never `export *`.
export { applyUpdate, createSummary } from "./apply-update.js";
export { inputBounds } from "./bounds.js";
export { type Collection, collectionSchema } from "./collection.js";
export { contractProperties } from "./contract-properties.js";
export { dateTimeOffsetToDate } from "./date-time-offset.js";
export type { PropertyFacts, ResourceDescription, StructuredTypeFacts } from "./describe-entity.js";
export { betaDescription as provisioningObjectSummaryDescription } from "./description.js";
export { type InitiatorType, initiatorTypes } from "./enums/initiator-type.js";
export { type ProvisioningAction, provisioningActions } from "./enums/provisioning-action.js";
export { type ProvisioningResult, provisioningResults } from "./enums/provisioning-result.js";
export {
  type ProvisioningStatusErrorCategory,
  provisioningStatusErrorCategories,
} from "./enums/provisioning-status-error-category.js";
export { type ProvisioningStepType, provisioningStepTypes } from "./enums/provisioning-step-type.js";
export type { FilterPolicy } from "./filter-policy.js";
export {
  type GraphErrorBody,
  type GraphErrorDetail,
  type GraphInnerError,
  graphErrorBodySchema,
} from "./graph-error.js";
export { ModelError, type ModelIssue, type ModelIssueCode } from "./model-error.js";
export type { OpenEnum } from "./open-enum.js";
export type { ParseResult } from "./parse.js";
export {
  parseCreate,
  parseUpdate,
  provisioningObjectSummaryCreateSchema,
  provisioningObjectSummarySchema,
  provisioningObjectSummaryUpdateSchema,
  safeParseCreate,
  safeParseUpdate,
} from "./provisioning-object-summary.js";
export { toContractWire } from "./to-contract-wire.js";
export { toWire, type WireSummary } from "./to-wire.js";
export { type DetailsInfo, detailsInfoSchema } from "./types/details-info.js";
export { type Entity, entitySchema } from "./types/entity.js";
export { type Initiator, initiatorSchema } from "./types/initiator.js";
export { type ModifiedProperty, modifiedPropertySchema } from "./types/modified-property.js";
export { type ProvisionedIdentity, provisionedIdentitySchema } from "./types/provisioned-identity.js";
export { type ProvisioningErrorInfo, provisioningErrorInfoSchema } from "./types/provisioning-error-info.js";
export type {
  ProvisioningObjectSummary,
  ProvisioningObjectSummaryCreate,
  ProvisioningObjectSummaryUpdate,
} from "./types/provisioning-object-summary.js";
export {
  type ProvisioningServicePrincipal,
  provisioningServicePrincipalSchema,
} from "./types/provisioning-service-principal.js";
export { type ProvisioningStatusInfo, provisioningStatusInfoSchema } from "./types/provisioning-status-info.js";
export { type ProvisioningStep, provisioningStepSchema } from "./types/provisioning-step.js";
export {
  type ProvisioningSystemDetails,
  provisioningSystemDetailsSchema,
} from "./types/provisioning-system-details.js";
export { type StatusBase, statusBaseSchema } from "./types/status-base.js";
export { type StatusDetails, statusDetailsSchema } from "./types/status-details.js";
