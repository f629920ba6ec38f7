import type { OpenEnum } from "../open-enum.js";

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

/** What an event did to the object at the target. Open: a member that is added later is legal, too. */
export type ProvisioningAction = OpenEnum<(typeof provisioningActions)[number]>;
