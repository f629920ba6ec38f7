import type { OpenEnum } from "../open-enum.js";

/** Members of `microsoft.graph.provisioningResult` in value order; `warning` was added in December 2020. */
export const provisioningResults = ["success", "failure", "skipped", "warning", "unknownFutureValue"] as const;

/** How an event or one of its steps ended. Open: a member that is added later is legal, too. */
export type ProvisioningResult = OpenEnum<(typeof provisioningResults)[number]>;
