import {
  type BoundExpression,
  type BoundOrder,
  bindFilter,
  bindOrderby,
  type EntityDescription,
  type Expression,
  parseFilter,
  parseOrderby,
  printFilter,
} from "@org/odata";
import { type ConditionFlags, conditionsOf } from "./flag-conditions.js";
import { withQueryErrors } from "./query-usage-error.js";
import { dynamicPathsIn, refuseMisspelt } from "./refuse-misspelt.js";

/** What the flags of a list ask for, as text for a service and as bound trees for a file. */
export interface ListQuery {
  readonly filterText: string | undefined;
  readonly filter: BoundExpression | undefined;
  readonly orderbyText: string | undefined;
  /** Complete: the newest first unless told otherwise, and the key behind it, as a service orders. */
  readonly orderby: readonly BoundOrder[];
}

export interface QueryFlags extends ConditionFlags {
  readonly filter?: string;
  readonly orderby?: string;
}

/** @throws UsageError for what the resource does not have, before anything is sent or read. */
export function buildListQuery(flags: QueryFlags, description: EntityDescription, now: Date): ListQuery {
  const conditions = conditionsOf(flags, description, now).map(({ tree }) => tree);
  const own = flags.filter === undefined ? undefined : readFilter(flags.filter, description, now);
  const tree = [...conditions, ...(own === undefined ? [] : [own])].reduce<Expression | undefined>(
    (left, right) => (left === undefined ? right : { kind: "binary", operator: "and", left, right }),
    undefined,
  );
  return {
    // Alone it goes out as it was typed, so that a service's message fits it.
    filterText: conditions.length === 0 || tree === undefined ? flags.filter : printFilter(tree),
    filter: tree === undefined ? undefined : bindFilter(tree, description, { now }),
    orderbyText: flags.orderby,
    orderby: completeOrder(flags.orderby, description),
  };
}

function readFilter(text: string, description: EntityDescription, now: Date): Expression {
  return withQueryErrors("--filter", text, description, () => {
    const tree = parseFilter(text);
    refuseMisspelt(dynamicPathsIn(bindFilter(tree, description, { now })), text, description);
    return tree;
  });
}

function completeOrder(text: string | undefined, description: EntityDescription): readonly BoundOrder[] {
  const asked = withQueryErrors("--orderby", text ?? "", description, () =>
    bindOrderby(parseOrderby(text ?? "activityDateTime desc"), description),
  );
  if (asked.some(({ path }) => path.segments.join("/") === description.key)) return asked;
  const key = { segments: [description.key], type: "Edm.String" };
  return [...asked, { path: key, descending: asked.at(-1)?.descending ?? false }];
}
