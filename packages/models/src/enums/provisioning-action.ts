/** Members of `microsoft.graph.provisioningAction` in value order (`other` is 0). */
export const provisioningActions = [
  "other",
  "create",
  "delete",
  "disable",
  "update",
  "stagedDelete",
  "unknownFutureValue",
] as const;
