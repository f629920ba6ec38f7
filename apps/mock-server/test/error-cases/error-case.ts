import type { Call } from "../call.js";

/** One error the routes can meet: what is sent, and Graph's answer. */
export interface ErrorCase {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly call?: Call;
  /** Asked of a server that was started read-only, or with this profile. */
  readonly server?: "readOnly" | "legacy" | "strict";
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Part of the mock's own advice. */
  readonly hint?: string;
}

export const storedId = "00000000-0000-4000-8000-0000000stored";
export const v1 = "/v1.0/auditLogs/provisioning";
export const beta = "/beta/auditLogs/provisioning";
export const json = { "content-type": "application/json" };
export const entityType = "microsoft.graph.provisioningObjectSummary";

export type Case = readonly [name: string, call: Call | undefined, message: string, hint?: string];

/** Cases that answer 400 with the code `BadRequest`. */
export const bad = (method: string, path: string, cases: readonly Case[]): ErrorCase[] =>
  cases.map(([name, call, message, hint]) => ({
    name,
    method,
    path,
    ...(call === undefined ? {} : { call }),
    status: 400,
    code: "BadRequest",
    message,
    ...(hint === undefined ? {} : { hint }),
  }));

export const notStored = (id: string) =>
  `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
