import type { EtagCondition } from "@org/store";
import type { NoneMatchCondition } from "./conditions.js";
import type { IdFault } from "./judge-id.js";

/** The rows of the contract table (docs/update-directory-provisioning.md). */
export type Row = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What the body says of the id. On `…/{id}` the address has it: there `given` means that the body has the same. */
export type BodyId = "absent" | "given" | "differs" | IdFault;

/** Everything about a request that decides which event it means. */
export interface TargetFacts {
  readonly address: "collection" | "entity";
  readonly body: "object" | "delta" | "notObject";
  readonly bodyId: BodyId;
  /** Whether a query option that begins with `$` was given. */
  readonly queryOption: boolean;
  /** Whether every property is known and of its type, and twins agree. */
  readonly valid: boolean;
  /** Whether all of the page's properties but `id` are given. */
  readonly whole: boolean;
  readonly returnMinimal: boolean;
  readonly createIfMissing: boolean;
  readonly ifMatch: EtagCondition | undefined;
  readonly ifNoneMatch: NoneMatchCondition | undefined;
  /** The etag of the event with the id meant, if it is stored. */
  readonly stored: string | undefined;
}

/** Why nothing is changed. */
export type Refusal = "body" | "id" | "queryOption" | "invalid" | "ifMatch" | "ifNoneMatch" | "notStored" | "notWhole";

/** What a PATCH comes to. `upsert` is a create under the id that was sent. */
export type Target =
  | { readonly row: Row; readonly status: number; readonly effect: "none"; readonly refusal: Refusal }
  | { readonly row: Row; readonly status: 200 | 201 | 204; readonly effect: "update" | "create" | "upsert" };

/** Decides a PATCH, in the order in which the contract table is read. Pure. */
export function chooseTarget(facts: TargetFacts): Target {
  if (facts.body !== "object") return refuse(5, 400, "body");
  if (facts.bodyId !== "absent" && facts.bodyId !== "given") return refuse(5, 400, "id");
  if (facts.queryOption) return refuse(5, 400, "queryOption");
  if (!facts.valid) return refuse(8, 400, "invalid");
  const { stored } = facts;
  if (facts.ifMatch !== undefined && !fits(facts.ifMatch, stored)) return refuse(6, 412, "ifMatch");
  if (facts.ifNoneMatch !== undefined && forbids(facts.ifNoneMatch, stored)) return refuse(6, 412, "ifNoneMatch");
  if (stored !== undefined) return succeed(facts, 1, 200, "update");
  if (facts.address === "collection" && facts.bodyId === "absent") {
    return facts.whole ? succeed(facts, 3, 200, "create") : refuse(4, 400, "notWhole");
  }
  if (!facts.createIfMissing) return refuse(2, 404, "notStored");
  return facts.whole ? succeed(facts, 2, 201, "upsert") : refuse(4, 400, "notWhole");
}

/** Whether an etag condition holds for what is stored. */
export function fits(condition: EtagCondition, stored: string | undefined): boolean {
  if (stored === undefined) return false;
  return condition === "*" || condition.includes(stored);
}

/** Whether `If-None-Match` keeps a write from happening; one that cannot be read does, so that nothing is overwritten. */
export function forbids(condition: NoneMatchCondition, stored: string | undefined): boolean {
  return condition === "malformed" || fits(condition, stored);
}

function refuse(row: Row, status: number, refusal: Refusal): Target {
  return { row, status, effect: "none", refusal };
}

function succeed(facts: TargetFacts, row: Row, status: 200 | 201, effect: "update" | "create" | "upsert"): Target {
  return facts.returnMinimal ? { row: 7, status: 204, effect } : { row, status, effect };
}
