import type { BinaryExpression, Expression, LiteralExpression, PathArgument, PathExpression } from "./expression.js";
import { bindingPowers, unaryPower } from "./operators.js";

/**
 * The text of a tree, with no more parentheses than it needs; `parseFilter` gives the same tree back. Not encoded for a
 * URL.
 */
export function printFilter(tree: Expression): string {
  switch (tree.kind) {
    case "literal":
      return printLiteral(tree);
    case "path":
      return printPath(tree);
    case "unary": {
      const operand = parenthesised(tree.operand, powerOf(tree.operand) < unaryPower);
      if (tree.operator === "not") return `not ${operand}`;
      // A sign before a number would become part of it.
      return `-${/^(?:\d|INF\b)/.test(operand) ? `(${operand})` : operand}`;
    }
    case "binary":
      return printBinary(tree);
    case "call":
      return `${tree.name}(${printCallArguments(tree.name, tree.arguments)})`;
    case "lambda": {
      const predicate = tree.predicate === undefined ? "" : `${tree.variable ?? ""}:${printFilter(tree.predicate)}`;
      return `${printPath(tree.source)}/${tree.operator}(${predicate})`;
    }
    case "list":
      return `(${tree.items.map(printFilter).join(",")})`;
    case "array":
      return `[${tree.items.map(printFilter).join(",")}]`;
    case "object":
      return `{${tree.members.map(({ name, value }) => `${JSON.stringify(name)}:${printFilter(value)}`).join(",")}}`;
    case "type":
      return tree.collection === true ? `Collection(${tree.name})` : tree.name;
  }
}

function printBinary(tree: BinaryExpression): string {
  // Chains lean to the left and can be long, so they are walked and not descended into.
  const parts: string[] = [];
  let left: Expression = tree;
  let power = 0;
  while (left.kind === "binary" && bindingPowers[left.operator] >= power) {
    power = bindingPowers[left.operator];
    parts.push(` ${left.operator} ${printRight(left)}`);
    left = left.left;
  }
  parts.push(parenthesised(left, powerOf(left) < power));
  return parts.reverse().join("");
}

function printRight({ operator, right }: BinaryExpression): string {
  if (operator === "in") {
    const isBare = right.kind === "list" || right.kind === "literal" || right.kind === "array" || right.kind === "path";
    return isBare ? printFilter(right) : `(${printFilter(right)})`;
  }
  return parenthesised(right, powerOf(right) <= bindingPowers[operator]);
}

function powerOf(tree: Expression): number {
  if (tree.kind === "binary") return bindingPowers[tree.operator];
  return tree.kind === "unary" ? unaryPower : Number.POSITIVE_INFINITY;
}

function parenthesised(tree: Expression, isNeeded: boolean): string {
  return isNeeded ? `(${printFilter(tree)})` : printFilter(tree);
}

function printLiteral({ form, text, type }: LiteralExpression): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  switch (form) {
    case "string":
      return quoted;
    case "enum":
      return `${type ?? ""}${quoted}`;
    case "duration":
    case "binary":
    case "geography":
    case "geometry":
      return form + quoted;
    default:
      return text;
  }
}

function printPath({ segments }: PathExpression): string {
  let text = "";
  for (const segment of segments) {
    const isCall = typeof segment !== "string";
    const name = isCall ? segment.name : segment;
    if (text !== "" && name !== "") text += "/";
    text += name;
    if (isCall) text += `(${segment.arguments.map(printArgument).join(",")})`;
  }
  return text;
}

function printArgument({ name, value }: PathArgument): string {
  return name === undefined ? printFilter(value) : `${name}=${printFilter(value)}`;
}

function printCallArguments(name: string, values: readonly Expression[]): string {
  let text = "";
  // Blanks around the colon, because 10:20 is a time.
  values.forEach((value, index) => {
    if (index > 0) text += name === "case" && index % 2 === 1 ? " : " : ",";
    text += printFilter(value);
  });
  return text;
}
