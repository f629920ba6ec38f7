import type { CountOptions, ListFilter, ListOptions } from "./options.js";

/** List options whatever the resource: names are texts here. */
export interface AnyListOptions extends Omit<ListOptions, "orderby" | "select"> {
  readonly orderby?: string | readonly string[] | undefined;
  readonly select?: string | readonly string[] | undefined;
}

/** One query option of the wire and its value, not encoded yet. */
export type QueryPair = readonly [name: `$${string}`, value: string];

/**
 * The query options of a list in their text form, in a fixed order.
 * @throws TypeError for an empty `select` or `orderby`, and a filter that is neither text nor a condition.
 */
export function listQuery(options: AnyListOptions): QueryPair[] {
  return pairsOf([
    ["$top", options.top?.toString()],
    ["$skip", options.skip?.toString()],
    ["$orderby", joined(options.orderby, "orderby")],
    ["$filter", filterText(options.filter)],
    ["$select", joined(options.select, "select")],
    ["$count", options.count?.toString()],
  ]);
}

/** The same for a count. */
export function countQuery({ filter }: CountOptions): QueryPair[] {
  return pairsOf([["$filter", filterText(filter)]]);
}

/** Top-level members that a `$select` leads to, in lower case; undefined when it asks for all. */
export function selectedMembers(select: string | undefined): readonly string[] | undefined {
  const names = select?.split(",").map((item) => item.trim().split("/", 1)[0]?.toLowerCase() ?? "");
  return names?.includes("*") ? undefined : names;
}

function pairsOf(options: readonly (readonly [`$${string}`, string | undefined])[]): QueryPair[] {
  return options.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

function joined(value: string | readonly string[] | undefined, option: string): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  // An empty list would ask for everything, the opposite of what it says.
  if (value.length === 0) throw new TypeError(`${option} is an empty list; leave it out`);
  return value.join(",");
}

function filterText(filter: string | ListFilter | undefined): string | undefined {
  if (filter === undefined || typeof filter === "string") return filter;
  // Every object has a text, and most of them "[object Object]".
  if (typeof filter !== "object" || filter === null || typeof filter.tree !== "object") {
    throw new TypeError("filter is neither a text nor a condition made by a builder");
  }
  return String(filter);
}
