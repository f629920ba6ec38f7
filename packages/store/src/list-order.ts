import type { BoundOrder, BoundQuery } from "@org/odata";

/** The order of a list: by time, then by id, both in one direction; undefined when the query orders by anything else. */
export interface TimeOrder {
  readonly descending: boolean;
}

export function toTimeOrder(orderby: readonly BoundOrder[]): TimeOrder | undefined {
  const [first] = orderby;
  if (first === undefined) return { descending: true };
  // What follows the time still orders rows of the same time, so it has to be alone.
  if (orderby.length > 1 || first.path.segments.join("/") !== "activityDateTime") return undefined;
  return { descending: first.descending };
}

/** Whether ties are broken by id from high to low: in the direction of the last item. */
export function breaksTiesDescending(orderby: readonly BoundOrder[]): boolean {
  return orderby.at(-1)?.descending ?? true;
}

/** The options of a query that decide which rows its pages hold, as one text: equal for equal queries. */
export function toScopeText(query: BoundQuery): string {
  const { filter, orderby, skip, count, select } = query;
  const order = toTimeOrder(orderby);
  if (filter === undefined && select === undefined && !count && !skip && order !== undefined) {
    return order.descending ? "at desc" : "at asc";
  }
  return canonicalJson([
    order ?? orderby.map(({ path, descending }) => [path.segments, descending]),
    filter ?? null,
    skip ?? 0,
    count ?? false,
    select?.map(({ segments }) => segments) ?? null,
  ]);
}

/** JSON with the names of objects in one order, so that it does not matter who built them; every number stays itself. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, part]) => part !== undefined);
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, part]) => `${JSON.stringify(name)}:${canonicalJson(part)}`).join()}}`;
  }
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}
