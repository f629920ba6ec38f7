/** Members of `microsoft.graph.provisioningStatusErrorCategory` in value order. */
export const provisioningStatusErrorCategories = [
  "failure",
  "nonServiceFailure",
  "success",
  "unknownFutureValue",
] as const;
