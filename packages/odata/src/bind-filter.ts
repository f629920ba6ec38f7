import { bindCall } from "./bind-call.js";
import { bindEnumMember, bindLiteral, literal, startOfDay } from "./bind-literal.js";
import { bindCollection, bindPath, notSupported } from "./bind-path.js";
import { checkPolicy } from "./bind-policy.js";
import type { BoundExpression, BoundLiteral, BoundLogical } from "./bound-expression.js";
import { toSortableDateTime } from "./date-time.js";
import type { EntityDescription } from "./description.js";
import { comparedAs, isEnum, isNumeric, isWhole, nullType, widerNumber } from "./edm-types.js";
import { evaluateConstant } from "./evaluate.js";
import type {
  BinaryExpression,
  CallExpression,
  Expression,
  LambdaExpression,
  LiteralExpression,
} from "./expression.js";
import { ODataError } from "./odata-error.js";

/** How strictly a filter is bound, and to which moment. */
export interface BindOptions {
  /** What `now()` is. Without it a filter that asks is refused. */
  readonly now?: Date;
  /**
   * Whether only the operators pass that the description's policy lists for a path; `in` counts as `eq`, `any` and `all`
   * are listed for none. Default false.
   */
  readonly documentedOnly?: boolean;
}

/**
 * Resolves a filter against a resource: names in any case through aliases, inherited properties and casts, literals to
 * values, enum members in quotes or typed, a date beside a point in time as its first moment in UTC. What consists of
 * constants only is computed.
 * @throws ODataError with the position of the node to blame, where the tree has one.
 */
export function bindFilter(
  tree: Expression,
  description: EntityDescription,
  options: BindOptions = {},
): BoundExpression {
  const bound = new Binder(description, options).bind(tree);
  if (bound.type !== "Edm.Boolean") {
    const parameters = { type: bound.type };
    throw new ODataError("notBoolean", `A filter is true or false, not ${bound.type}.`, parameters, tree.position);
  }
  return bound;
}

/** Names of operators in Microsoft's messages. */
const operatorKinds: Readonly<Record<BinaryExpression["operator"], string>> = {
  or: "Or",
  and: "And",
  eq: "Equal",
  ne: "NotEqual",
  gt: "GreaterThan",
  ge: "GreaterThanOrEqual",
  lt: "LessThan",
  le: "LessThanOrEqual",
  add: "Add",
  sub: "Subtract",
  mul: "Multiply",
  div: "Divide",
  divby: "Divide",
  mod: "Modulo",
  has: "Has",
  in: "In",
};

type Comparison = "eq" | "ne" | "gt" | "ge" | "lt" | "le";
type Arithmetic = "add" | "sub" | "mul" | "div" | "divby" | "mod";

class Binder {
  readonly #description: EntityDescription;
  readonly #options: BindOptions;
  /** Types of the range variables in scope. */
  readonly #variables = new Map<string, string>();

  constructor(description: EntityDescription, options: BindOptions) {
    this.#description = description;
    this.#options = options;
  }

  bind(node: Expression): BoundExpression {
    switch (node.kind) {
      case "literal":
        return bindLiteral(node, this.#description);
      case "path":
        return bindPath(node, this.#description, this.#variables);
      case "unary":
        return this.#unary(node.operator, this.bind(node.operand), node.position);
      case "binary":
        return this.#binary(node);
      case "call":
        return this.#call(node);
      case "lambda":
        return this.#lambda(node);
      default:
        throw notSupported(`a ${node.kind}`, node.position);
    }
  }

  #unary(operator: "not" | "negate", operand: BoundExpression, position: number | undefined): BoundExpression {
    const { type } = operand;
    const fits =
      type === nullType || (operator === "not" ? type === "Edm.Boolean" : isNumeric(type) || type === "Edm.Duration");
    if (!fits) {
      const kind = operator === "not" ? "Not" : "Negate";
      const message = `${kind} does not take ${type}.`;
      throw new ODataError("incompatibleOperand", message, { type, operator: kind }, position);
    }
    return fold(
      operator === "not" ? { kind: "not", operand, type: "Edm.Boolean" } : { kind: "negate", operand, type },
      operand,
    );
  }

  #binary(node: BinaryExpression): BoundExpression {
    const { operator } = node;
    switch (operator) {
      case "and":
      case "or":
        return this.#logical(node, operator);
      case "in":
        return this.#in(node);
      case "has":
        return this.#comparison(node, "eq");
      case "eq":
      case "ne":
      case "gt":
      case "ge":
      case "lt":
      case "le":
        return this.#comparison(node, operator);
      default:
        return this.#arithmetic(node, operator);
    }
  }

  /** Chains lean to the left and can be long: walked, not descended into. */
  #logical(node: BinaryExpression, operator: "and" | "or"): BoundLogical {
    const reversed: BoundExpression[] = [];
    let next: Expression = node;
    while (next.kind === "binary" && next.operator === operator) {
      reversed.push(this.#operand(next.right, next));
      next = next.left;
    }
    reversed.push(this.#operand(next, node));
    return { kind: "logical", operator, operands: reversed.reverse(), type: "Edm.Boolean" };
  }

  #operand(side: Expression, node: BinaryExpression): BoundExpression {
    const bound = this.bind(side);
    if (bound.type === "Edm.Boolean" || bound.type === nullType) return bound;
    const [left, right] = side === node.right ? ["Edm.Boolean", bound.type] : [bound.type, "Edm.Boolean"];
    throw this.#incompatible(node, left, right);
  }

  #comparison(node: BinaryExpression, operator: Comparison): BoundExpression {
    const isHas = node.operator === "has";
    const [left, right] = this.#sides(node);
    const needsOrder = operator !== "eq" && operator !== "ne";
    const { enumTypes, structuredTypes } = this.#description;
    const operandType =
      isHas && !Object.hasOwn(enumTypes, left.type)
        ? undefined
        : comparedAs(left.type, right.type, needsOrder, this.#description);
    // Of a complex value one can only ask whether it is null.
    const isUnorderedNull = needsOrder && operandType !== undefined && Object.hasOwn(structuredTypes, operandType);
    if (operandType === undefined || isUnorderedNull) throw this.#incompatible(node, left.type, right.type);
    this.#check(node.operator, [left, right], node.position);
    return fold({ kind: "comparison", operator, left, right, operandType, type: "Edm.Boolean" }, left, right);
  }

  /** Both operands, each literal as what the other side makes of it. */
  #sides(node: BinaryExpression): [BoundExpression, BoundExpression] {
    const [left, right] = [this.bind(node.left), this.bind(node.right)];
    return [this.#convert(left, right.type, node.left), this.#convert(right, left.type, node.right)];
  }

  #convert(side: BoundExpression, other: string, node: Expression): BoundExpression {
    if (side.kind !== "literal") return side;
    if (side.type === "Edm.Date" && other === "Edm.DateTimeOffset") return startOfDay(side);
    const isQuoted = node.kind === "literal" && node.form === "string";
    if (isQuoted && isEnum(other, this.#description)) {
      return bindEnumMember(node.text, other, this.#description, node.position);
    }
    return side;
  }

  #in(node: BinaryExpression): BoundExpression {
    const operand = this.bind(node.left);
    const { right } = node;
    if (right.kind !== "list" && right.kind !== "array") throw notSupported("in without a list", right.position);
    let operandType = operand.type;
    const values = right.items.map((item: Expression): BoundLiteral => {
      if (item.kind !== "literal") throw notSupported("in with other than literals", item.position ?? right.position);
      const value = this.#convert(bindLiteral(item as LiteralExpression, this.#description), operand.type, item);
      const common = comparedAs(operand.type, value.type, false, this.#description);
      if (common === undefined || value.kind !== "literal") throw this.#incompatible(node, operand.type, value.type);
      operandType = comparedAs(operandType, common, false, this.#description) ?? common;
      return value;
    });
    this.#check("in", [operand], node.position);
    return fold({ kind: "in", operand, values, operandType, type: "Edm.Boolean" }, operand);
  }

  #arithmetic(node: BinaryExpression, operator: Arithmetic): BoundExpression {
    let [left, right] = this.#sides(node);
    if (left.kind === "literal" && left.type === "Edm.Date") left = startOfDay(left);
    // A duration may stand first: the sum is the same.
    if (operator === "add" && left.type === "Edm.Duration" && right.type === "Edm.DateTimeOffset") {
      [left, right] = [right, left];
    }
    const type = arithmeticType(operator, left.type, right.type);
    if (type === undefined) throw this.#incompatible(node, left.type, right.type);
    return fold({ kind: "arithmetic", operator, left, right, type }, left, right);
  }

  #call(node: CallExpression): BoundExpression {
    const { name, position } = node;
    if (name === "now" && this.#options.now !== undefined && node.arguments.length === 0) {
      return literal("Edm.DateTimeOffset", toSortableDateTime(this.#options.now.toISOString()));
    }
    const values = node.arguments.map((argument) =>
      argument.kind === "type" ? literal("Edm.String", argument.name) : this.bind(argument),
    );
    const call = bindCall(name, values, this.#description, position);
    if (call.kind === "call") this.#check(name, values, position);
    return fold(call, ...values);
  }

  #lambda(node: LambdaExpression): BoundExpression {
    const { operator, variable, position } = node;
    const collection = bindCollection(node.source, this.#description, this.#variables);
    this.#check(operator, [collection], position);
    const head = { kind: "lambda", operator, collection, type: "Edm.Boolean" } as const;
    if (variable === undefined || node.predicate === undefined) return head;
    if (this.#variables.has(variable)) {
      const message = `The range variable '${variable}' is declared twice.`;
      throw new ODataError("duplicateVariable", message, { name: variable }, position);
    }
    this.#variables.set(variable, collection.type);
    const predicate = this.bind(node.predicate);
    this.#variables.delete(variable);
    if (predicate.type !== "Edm.Boolean" && predicate.type !== nullType) {
      const message = `A predicate is true or false, not ${predicate.type}.`;
      throw new ODataError("notBoolean", message, { type: predicate.type }, node.predicate.position);
    }
    return { ...head, variable, predicate };
  }

  #check(operator: string, operands: readonly BoundExpression[], position: number | undefined): void {
    if (this.#options.documentedOnly === true) checkPolicy(operator, operands, this.#description, position);
  }

  #incompatible({ operator, position }: BinaryExpression, left: string, right: string): ODataError {
    const kind = operatorKinds[operator];
    const message = `${kind} does not take ${left} and ${right}.`;
    return new ODataError("incompatibleTypes", message, { left, right, operator: kind }, position);
  }
}

function arithmeticType(operator: Arithmetic, left: string, right: string): string | undefined {
  const isMoment = left === "Edm.DateTimeOffset";
  if (isMoment && right === "Edm.Duration" && (operator === "add" || operator === "sub")) return left;
  if (isMoment && right === left && operator === "sub") return "Edm.Duration";
  const isLength = left === "Edm.Duration" && right === left && (operator === "add" || operator === "sub");
  if (isLength) return left;
  const [a, b] = [left === nullType ? right : left, right === nullType ? left : right];
  if (a === nullType) return nullType;
  if (!isNumeric(a) || !isNumeric(b)) return undefined;
  return operator === "divby" && isWhole(a) && isWhole(b) ? "Edm.Decimal" : widerNumber(a, b);
}

/** A node of constants only as its value. */
function fold(node: BoundExpression, ...operands: readonly BoundExpression[]): BoundExpression {
  if (!operands.every(({ kind }) => kind === "literal")) return node;
  return literal(node.type, evaluateConstant(node));
}
