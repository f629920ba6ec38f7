/** Members of `microsoft.graph.provisioningStepType` in value order. */
export const provisioningStepTypes = [
  "import",
  "scoping",
  "matching",
  "processing",
  "referenceResolution",
  "export",
  "unknownFutureValue",
] as const;
