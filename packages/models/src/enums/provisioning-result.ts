/** Members of `microsoft.graph.provisioningResult` in value order; `warning` was added in December 2020. */
export const provisioningResults = ["success", "failure", "skipped", "warning", "unknownFutureValue"] as const;
