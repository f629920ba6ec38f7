import type { BoundExpression, BoundLiteral, BoundProperty } from "@org/odata";
import { findHotColumn, type HotColumn, hotColumns, isNamePath, toHotValue } from "./columns.js";
import { toSearchText } from "./strange-text.js";

/** One end of a stretch of time, as the column `at` holds it. */
export interface TimeEdge {
  readonly at: string;
  readonly inclusive: boolean;
}

/** What of a filter an index can answer: every row that passes the filter lies within all of it. */
export interface HotCondition {
  /** The column whose index finds fewest rows, and what it has to hold. */
  readonly equality: { readonly column: HotColumn; readonly value: string } | undefined;
  readonly from: TimeEdge | undefined;
  readonly to: TimeEdge | undefined;
  /** The id that the filter asks for, not mapped. It is in `residual` too. */
  readonly id: string | undefined;
  /** Text that the column `names` has to hold; at least three code points. The condition is in `residual` too. */
  readonly name: string | undefined;
  /** What has to be asked of each row found; undefined when the equality and the times are the whole filter. */
  readonly residual: BoundExpression | undefined;
}

/** Takes from the top of a filter what indexes answer. */
export function hotCondition(filter: BoundExpression): HotCondition {
  const conjuncts = conjunctsOf(filter);
  const equalities = conjuncts.map(equalityOf);
  const column = hotColumns.find(({ name }) => equalities.some((found) => found?.column === name))?.name;
  const chosen = equalities.findIndex((found) => found !== undefined && found.column === column);
  let [from, to]: [TimeEdge | undefined, TimeEdge | undefined] = [undefined, undefined];
  const residual: BoundExpression[] = [];
  for (const [index, conjunct] of conjuncts.entries()) {
    const range = timeRangeOf(conjunct);
    if (range !== undefined) {
      from = narrower(from, range.from, 1);
      to = narrower(to, range.to, -1);
    } else if (index !== chosen) {
      residual.push(conjunct);
    }
  }
  return {
    equality: chosen === -1 ? undefined : equalities[chosen],
    from,
    to,
    id: conjuncts.map(idOf).find((id) => id !== undefined),
    name: longest(conjuncts.map(nameOf)),
    residual: joined(residual),
  };
}

function conjunctsOf(filter: BoundExpression): readonly BoundExpression[] {
  return filter.kind === "logical" && filter.operator === "and" ? filter.operands.flatMap(conjunctsOf) : [filter];
}

function joined(operands: readonly BoundExpression[]): BoundExpression | undefined {
  const [first, second] = operands;
  return second === undefined ? first : { kind: "logical", operator: "and", operands, type: "Edm.Boolean" };
}

interface Compared {
  readonly property: BoundProperty;
  readonly literal: BoundLiteral;
  readonly operator: "eq" | "gt" | "ge" | "lt" | "le";
}

const mirrored = { eq: "eq", gt: "lt", ge: "le", lt: "gt", le: "ge" } as const;

/** A comparison of a property of the summary with a literal, whichever side it is on. */
function comparedOf(node: BoundExpression): Compared | undefined {
  if (node.kind === "in") {
    const [literal, other] = node.values;
    if (literal === undefined || other !== undefined || !isOwnProperty(node.operand)) return undefined;
    return { property: node.operand, literal, operator: "eq" };
  }
  if (node.kind !== "comparison" || node.operator === "ne") return undefined;
  const { left, right, operator } = node;
  if (isOwnProperty(left) && right.kind === "literal") return { property: left, literal: right, operator };
  if (isOwnProperty(right) && left.kind === "literal") {
    return { property: right, literal: left, operator: mirrored[operator] };
  }
  return undefined;
}

function isOwnProperty(node: BoundExpression): node is BoundProperty {
  return node.kind === "property" && node.variable === undefined;
}

function equalityOf(node: BoundExpression): HotCondition["equality"] {
  const compared = comparedOf(node);
  if (compared?.operator !== "eq" || typeof compared.literal.value !== "string") return undefined;
  const column = findHotColumn(compared.property.segments);
  const value = column === undefined ? null : toHotValue(compared.literal.value, column.isEnum);
  return column === undefined || value === null ? undefined : { column: column.name, value };
}

function idOf(node: BoundExpression): string | undefined {
  const compared = comparedOf(node);
  if (compared?.operator !== "eq" || compared.property.segments.join("/") !== "id") return undefined;
  return typeof compared.literal.value === "string" ? compared.literal.value : undefined;
}

function timeRangeOf(node: BoundExpression): { readonly from?: TimeEdge; readonly to?: TimeEdge } | undefined {
  const compared = comparedOf(node);
  if (compared?.property.segments.join("/") !== "activityDateTime") return undefined;
  const at = compared.literal.value;
  if (typeof at !== "string") return undefined;
  switch (compared.operator) {
    case "eq":
      return { from: { at, inclusive: true }, to: { at, inclusive: true } };
    case "gt":
      return { from: { at, inclusive: false } };
    case "ge":
      return { from: { at, inclusive: true } };
    case "lt":
      return { to: { at, inclusive: false } };
    case "le":
      return { to: { at, inclusive: true } };
  }
}

/** The edge further in; `direction` is 1 for lower edges. Times are ASCII, so their plain order is time order. */
function narrower(known: TimeEdge | undefined, other: TimeEdge | undefined, direction: 1 | -1): TimeEdge | undefined {
  if (known === undefined || other === undefined) return known ?? other;
  if (known.at === other.at) return known.inclusive ? other : known;
  return known.at > other.at === (direction === 1) ? known : other;
}

const nameFunctions: ReadonlySet<string> = new Set(["contains", "startswith", "endswith"]);

function nameOf(node: BoundExpression): string | undefined {
  const compared = comparedOf(node);
  if (compared?.operator === "eq") return searchable(compared.property, compared.literal);
  if (node.kind !== "call" || !nameFunctions.has(node.name)) return undefined;
  const [text, part] = node.arguments;
  if (text === undefined || part === undefined) return undefined;
  // The column is in lower case as `tolower` has it.
  const [inner] = text.kind === "call" && text.name === "tolower" ? text.arguments : [text];
  return inner === undefined ? undefined : searchable(inner, part);
}

function searchable(property: BoundExpression, literal: BoundExpression): string | undefined {
  if (!isOwnProperty(property) || !isNamePath(property.segments)) return undefined;
  if (literal.kind !== "literal" || typeof literal.value !== "string") return undefined;
  return Array.from(literal.value).length >= 3 ? toSearchText(literal.value) : undefined;
}

function longest(texts: readonly (string | undefined)[]): string | undefined {
  return texts.reduce(
    (best, text) => (text !== undefined && text.length > (best?.length ?? 0) ? text : best),
    undefined,
  );
}
