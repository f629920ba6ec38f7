/** Members of `microsoft.graph.initiatorType` in value order. Before April 2021 `application` was called `app`. */
export const initiatorTypes = ["user", "application", "system", "unknownFutureValue"] as const;
