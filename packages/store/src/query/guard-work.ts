import type { BoundExpression } from "@org/odata";
import { StoreError } from "../store-error.js";

/** How deep expressions may be inside one another: what a parsed filter can reach, and what databases take. */
const deepest = 100;

/**
 * Refuses a filter whose work on a single summary could be long, whatever the summary holds.
 * @throws StoreError `unsupportedQuery`.
 */
export function guardWork(filter: BoundExpression): void {
  if (depthOf(filter) <= deepest) return;
  const message = `The filter holds expressions nested deeper than ${deepest} levels. Take it apart into several filters.`;
  throw new StoreError("unsupportedQuery", message);
}

function depthOf(root: BoundExpression): number {
  let depth = 0;
  for (let level: readonly BoundExpression[] = [root]; level.length > 0 && depth <= deepest; depth += 1) {
    level = level.flatMap(childrenOf);
  }
  return depth;
}

function childrenOf(node: BoundExpression): readonly BoundExpression[] {
  switch (node.kind) {
    case "literal":
    case "property":
    case "count":
      return [];
    case "logical":
      return node.operands;
    case "not":
    case "negate":
    case "in":
      return [node.operand];
    case "comparison":
    case "arithmetic":
      return [node.left, node.right];
    case "call":
      return node.arguments;
    case "lambda":
      return node.predicate === undefined ? [] : [node.predicate];
  }
}
