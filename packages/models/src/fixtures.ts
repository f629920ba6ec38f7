// The public API of @org/models/fixtures. A line added here is a promise; never `export *`.
export { buildProvisioningObjectSummary } from "./fixtures/provisioning-object-summary.js";
