// The public API of @org/models/fixtures. A line added here is a promise; never `export *`.
export { buildCollection, buildGraphErrorBody } from "./fixtures/envelopes.js";
export { fixtureId, fixtureTenants } from "./fixtures/ids.js";
export type { DeepPartial } from "./fixtures/merge-overrides.js";
export {
  buildInitiator,
  buildModifiedProperty,
  buildProvisionedIdentity,
  buildProvisioningErrorInfo,
  buildProvisioningServicePrincipal,
  buildProvisioningStatusInfo,
  buildProvisioningStep,
  buildProvisioningSystemDetails,
  buildStatusDetails,
} from "./fixtures/parts.js";
export {
  buildFailedProvisioningObjectSummary,
  buildProvisioningObjectSummary,
  buildSkippedProvisioningObjectSummary,
} from "./fixtures/provisioning-object-summary.js";
