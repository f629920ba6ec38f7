import type { BoundExpression, BoundLiteral, BoundProperty } from "@org/odata";
import { findHotColumn } from "./columns.js";

/** A property of the summary itself, not of an element of one of its collections. */
function isOwn(node: BoundExpression): node is BoundProperty {
  return node.kind === "property" && node.variable === undefined;
}

export function isNull(node: BoundExpression): boolean {
  return node.kind === "literal" && node.value === null;
}

export function isNotANumber(node: BoundExpression): boolean {
  return node.kind === "literal" && typeof node.value === "number" && Number.isNaN(node.value);
}

export function isInfinite(node: BoundExpression): boolean {
  return (
    node.kind === "literal" && (node.value === Number.POSITIVE_INFINITY || node.value === Number.NEGATIVE_INFINITY)
  );
}

/** The property of an equality with a literal that a column of the table answers. */
export function findServed(side: BoundExpression, literal: BoundLiteral): BoundProperty | undefined {
  if (!isOwn(side)) return undefined;
  const isServed =
    isMoment(side) || (isId(side) && typeof literal.value === "string") || findHotColumn(side.segments) !== undefined;
  return isServed ? side : undefined;
}

export function isId({ segments }: BoundProperty): boolean {
  return segments.length === 1 && segments[0] === "id";
}

/** The property that every row has as a column of its own. */
export function isMoment({ segments, variable }: BoundProperty): boolean {
  return variable === undefined && segments.length === 1 && segments[0] === "activityDateTime";
}
