import type { OpenEnum } from "../open-enum.js";

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

/** Which phase of an event a step belongs to. Open: a member that is added later is legal, too. */
export type ProvisioningStepType = OpenEnum<(typeof provisioningStepTypes)[number]>;
