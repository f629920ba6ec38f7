import type {
  BoundArithmetic,
  BoundComparison,
  BoundExpression,
  BoundLambda,
  BoundLogical,
  BoundProperty,
} from "./bound-expression.js";
import { toSortableDateTime } from "./date-time.js";
import { addSeconds, normaliseTimeOfDay, parseDate, secondsBetween } from "./edm-values.js";
import { evaluateCall, finite, type Value } from "./evaluate-call.js";
import { compareText } from "./text.js";

type Scope = ReadonlyMap<string, unknown>;
const noVariables: Scope = new Map();

/**
 * What a bound filter says of one entity, in three-valued logic: an entity passes when the result is `true`. Reads JSON
 * as the wire has it; a value of another JSON type than declared reads as null. The reference for every other way to
 * run a filter.
 */
export function evaluate(filter: BoundExpression, entity: unknown): boolean | null {
  const value = compute(filter, entity, noVariables);
  return typeof value === "boolean" ? value : null;
}

/** The value of any bound expression without properties. */
export function evaluateConstant(expression: BoundExpression): Value {
  return compute(expression, undefined, noVariables);
}

function compute(node: BoundExpression, entity: unknown, scope: Scope): Value {
  switch (node.kind) {
    case "literal":
      return node.value;
    case "property":
      return toValue(read(node, entity, scope), node.type);
    case "count":
      return elementsOf(node.collection, entity, scope).length;
    case "logical":
      return evaluateLogical(node, entity, scope);
    case "not": {
      const operand = compute(node.operand, entity, scope);
      return typeof operand === "boolean" ? !operand : null;
    }
    case "negate": {
      const operand = compute(node.operand, entity, scope);
      return typeof operand === "number" ? 0 - operand : null;
    }
    case "comparison":
      return evaluateComparison(node, compute(node.left, entity, scope), compute(node.right, entity, scope));
    case "in": {
      const operand = compute(node.operand, entity, scope);
      return node.values.some(({ value }) => isEqual(operand, value, node.operandType));
    }
    case "arithmetic":
      return evaluateArithmetic(node, compute(node.left, entity, scope), compute(node.right, entity, scope));
    case "call":
      return evaluateCall(
        node.name,
        node.arguments.map((argument) => compute(argument, entity, scope)),
      );
    case "lambda":
      return evaluateLambda(node, entity, scope);
  }
}

/** Kleene: what decides wins over null. */
function evaluateLogical({ operator, operands }: BoundLogical, entity: unknown, scope: Scope): boolean | null {
  const decisive = operator === "or";
  let result: boolean | null = !decisive;
  for (const operand of operands) {
    const value = compute(operand, entity, scope);
    if (value === decisive) return decisive;
    if (value === null) result = null;
  }
  return result;
}

function evaluateComparison({ operator, operandType }: BoundComparison, left: Value, right: Value): boolean {
  if (operator === "eq") return isEqual(left, right, operandType);
  if (operator === "ne") return !isEqual(left, right, operandType);
  if (left === null || right === null) return false;
  const order = compareValues(left, right);
  switch (operator) {
    case "gt":
      return order > 0;
    case "ge":
      return order >= 0;
    case "lt":
      return order < 0;
    case "le":
      return order <= 0;
  }
}

/** Negative when `left` comes first; not a number when NaN is compared. */
export function compareValues(left: string | number | boolean, right: string | number | boolean): number {
  if (typeof left === "string" && typeof right === "string") return compareText(left, right);
  const [a, b] = [Number(left), Number(right)];
  return a === b ? 0 : a - b;
}

function isEqual(left: Value, right: Value, type: string): boolean {
  if (typeof left === "string" && typeof right === "string" && !type.startsWith("Edm.")) {
    return left.toLowerCase() === right.toLowerCase();
  }
  return left === right;
}

function evaluateArithmetic({ operator, left, right, type }: BoundArithmetic, a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (left.type === "Edm.DateTimeOffset") {
    if (right.type === left.type) return secondsBetween(String(b), String(a));
    return addSeconds(String(a), operator === "sub" ? -Number(b) : Number(b)) ?? null;
  }
  const [x, y] = [Number(a), Number(b)];
  switch (operator) {
    case "add":
      return finite(x + y);
    case "sub":
      return finite(x - y);
    case "mul":
      return finite(x * y);
    case "div":
      return y === 0 ? null : finite(type === "Edm.Int32" || type === "Edm.Int64" ? Math.trunc(x / y) : x / y);
    case "divby":
      return y === 0 ? null : finite(x / y);
    case "mod":
      return y === 0 ? null : finite(x - y * Math.trunc(x / y));
  }
}

function evaluateLambda({ operator, collection, variable, predicate }: BoundLambda, entity: unknown, scope: Scope) {
  const elements = elementsOf(collection, entity, scope);
  if (predicate === undefined || variable === undefined) return elements.length > 0;
  const inner = new Map(scope);
  const satisfies = (element: unknown): boolean => {
    inner.set(variable, element);
    return compute(predicate, entity, inner) === true;
  };
  return operator === "any" ? elements.some(satisfies) : elements.every(satisfies);
}

function elementsOf(collection: BoundProperty, entity: unknown, scope: Scope): readonly unknown[] {
  const value = read(collection, entity, scope);
  return Array.isArray(value) ? value : [];
}

function read({ segments, variable }: BoundProperty, entity: unknown, scope: Scope): unknown {
  return readPath(segments, variable === undefined ? entity : scope.get(variable));
}

/** The JSON value at the end of a path; undefined where it breaks off. */
export function readPath(segments: readonly string[], root: unknown): unknown {
  let value = root;
  for (const name of segments) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}

/** A JSON value as a value of its declared type; null for one of another JSON type. */
export function toValue(value: unknown, type: string): Value {
  switch (typeof value) {
    case "string":
      return fromText(value, type);
    case "number":
      return isNumberType(type) ? finite(value) : null;
    case "boolean":
      return type === "Edm.Boolean" ? value : null;
    case "object":
      // Of a complex value only whether it is there can be asked.
      return value === null || type.startsWith("Edm.") ? null : true;
    default:
      return null;
  }
}

function isNumberType(type: string): boolean {
  return /^Edm\.(?:U?Int\d+|S?Byte|Decimal|Double|Single)$/.test(type);
}

function fromText(text: string, type: string): Value {
  try {
    switch (type) {
      case "Edm.DateTimeOffset":
        return toSortableDateTime(text);
      case "Edm.Date":
        return parseDate(text);
      case "Edm.TimeOfDay":
        return normaliseTimeOfDay(text);
      case "Edm.Guid":
        return text.toLowerCase();
      case "Edm.Binary":
        return text.replace(/=+$/, "");
      case "Edm.Boolean":
        return null;
      default:
        return isNumberType(type) ? null : text;
    }
  } catch {
    return null;
  }
}
