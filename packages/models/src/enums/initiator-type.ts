import type { OpenEnum } from "../open-enum.js";

/** Members of `microsoft.graph.initiatorType` in value order. Before April 2021 `application` was called `app`. */
export const initiatorTypes = ["user", "application", "system", "unknownFutureValue"] as const;

/** What kind of actor started a provisioning event. Open: a member that is added later is legal, too. */
export type InitiatorType = OpenEnum<(typeof initiatorTypes)[number]>;
