import type { OpenEnum } from "../open-enum.js";

/** Members of `microsoft.graph.provisioningStatusErrorCategory` in value order. */
export const provisioningStatusErrorCategories = [
  "failure",
  "nonServiceFailure",
  "success",
  "unknownFutureValue",
] as const;

/**
 * Where the cause of an error lies; `nonServiceFailure` means outside of the provisioning service. Open: a member that is
 * added later is legal, too.
 */
export type ProvisioningStatusErrorCategory = OpenEnum<(typeof provisioningStatusErrorCategories)[number]>;
