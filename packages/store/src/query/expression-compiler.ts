import type {
  BoundArithmetic,
  BoundCall,
  BoundComparison,
  BoundExpression,
  BoundIn,
  BoundLambda,
  BoundLiteral,
  BoundProperty,
} from "@org/odata";
import { sql } from "kysely";
import { StoreError } from "../store-error.js";
import { findHotColumn, toHotValue } from "./columns.js";
import { condition, joinConditions } from "./condition.js";
import type { Argument, JsonSource, PropertyKind, Sql, SqlCondition, SqlDialect } from "./sql-dialect.js";
import { isQualified, kindOf } from "./value-kind.js";

/** Compiles the nodes of one filter. What it gives is null, true or false as the node is. */
export class ExpressionCompiler {
  readonly #dialect: SqlDialect;
  /** The elements that range variables stand for. */
  readonly #variables = new Map<string, JsonSource>();
  #readsDocument = false;
  #lambdas = 0;

  constructor(dialect: SqlDialect) {
    this.#dialect = dialect;
  }

  /** Whether anything compiled so far reads the document. */
  get readsDocument(): boolean {
    return this.#readsDocument;
  }

  condition(node: BoundExpression): SqlCondition {
    return isNull(node) ? condition`${this.#dialect.nothing("boolean")}` : condition`${this.value(node)}`;
  }

  value(node: BoundExpression): Sql {
    switch (node.kind) {
      case "literal":
        return this.#literal(node);
      case "property":
        return this.#property(node);
      case "count":
        return this.#dialect.count(this.#sourceOf(node.collection), node.collection.segments);
      case "logical":
        return joinConditions(
          node.operands.map((operand) => this.condition(operand)),
          node.operator,
        );
      case "not":
        return condition`(not ${this.condition(node.operand)})`;
      case "negate":
        return isNull(node.operand) ? this.#nothing(node) : sql`(0 - ${this.value(node.operand)})`;
      case "comparison":
        return this.#comparison(node);
      case "in":
        return this.#in(node);
      case "arithmetic":
        return this.#arithmetic(node);
      case "call":
        return this.#call(node);
      case "lambda":
        return this.#lambda(node);
    }
  }

  #nothing({ type }: BoundExpression): Sql {
    return this.#dialect.nothing(kindOf(type));
  }

  #literal({ value, type }: BoundLiteral): Sql {
    switch (typeof value) {
      case "string":
        return this.#dialect.text(value);
      case "number":
        // Not a number is no value of its own here: what compares with it has been decided before.
        return Number.isNaN(value) ? this.#dialect.nothing("number") : this.#dialect.number(value);
      case "boolean":
        return this.#dialect.boolean(value);
      default:
        return this.#dialect.nothing(kindOf(type));
    }
  }

  #property(node: BoundProperty, kind?: PropertyKind): Sql {
    const { segments, type } = node;
    if (isOwn(node)) {
      if (segments.join("/") === "activityDateTime") return sql`summary.at`;
    }
    if (!readable.test(type) && !isQualified(type)) throw unsupported(`properties of type ${type}`);
    return this.#dialect.property(this.#sourceOf(node), segments, kind ?? kindOf(type));
  }

  #sourceOf({ segments, variable }: BoundProperty): JsonSource {
    for (const name of segments) if (!identifier.test(name)) throw unsupported(`the property name '${excerpt(name)}'`);
    if (variable === undefined) {
      this.#readsDocument = true;
      return this.#dialect.document;
    }
    const source = this.#variables.get(variable);
    if (source === undefined) throw unsupported(`the range variable '${excerpt(variable)}' outside its any or all`);
    return source;
  }

  #comparison(node: BoundComparison): SqlCondition {
    const { operator, left, right } = node;
    if (isNotANumber(left) || isNotANumber(right)) return this.#decided(operator === "ne");
    if (operator === "eq" || operator === "ne") {
      const equality = this.#equality(node);
      return operator === "eq" ? equality.same() : equality.different();
    }
    if (isNull(left) || isNull(right)) return this.#decided(false);
    const kind = kindOf(node.operandType);
    return condition`(${this.#dialect.ordered(operator, this.value(left), this.value(right), kind)} is true)`;
  }

  #equality({ left, right, operandType }: BoundComparison) {
    const [side, literal] = left.kind === "literal" ? [right, left] : [left, right];
    const isNullAsked = isNull(literal);
    const [first, second] =
      literal.kind === "literal"
        ? this.#againstLiteral(side, literal, operandType)
        : this.#sides(left, right, operandType);
    const { same, different } = this.#dialect;
    return {
      same: () => (isNullAsked ? condition`(${first} is null)` : same(first, second)),
      different: () => (isNullAsked ? condition`(${first} is not null)` : different(first, second)),
    };
  }

  #sides(left: BoundExpression, right: BoundExpression, operandType: string): [Sql, Sql] {
    const [a, b] = [this.value(left), this.value(right)];
    if (!isQualified(operandType)) return [a, b];
    return [this.#dialect.lowerMember(a, false), this.#dialect.lowerMember(b, false)];
  }

  /** Both sides of an equality with a literal: from a column, where one holds the property. */
  #againstLiteral(side: BoundExpression, literal: BoundLiteral, operandType: string): [Sql, Sql] {
    const column = isOwn(side) ? this.#columnOf(side, literal) : undefined;
    if (column !== undefined) return column;
    if (isNull(literal) && side.kind === "property" && isQualified(side.type)) {
      return [this.#property(side, "presence"), this.#literal(literal)];
    }
    if (!isQualified(operandType) || typeof literal.value !== "string")
      return [this.value(side), this.#literal(literal)];
    const text = literal.value.toLowerCase();
    return [this.#dialect.lowerMember(this.value(side), ascii.test(text)), this.#dialect.text(text)];
  }

  #columnOf({ segments }: BoundProperty, { value }: BoundLiteral): [Sql, Sql] | undefined {
    const text = (held: string | null): Sql =>
      held === null ? this.#dialect.nothing("text") : this.#dialect.text(held);
    if (segments.join("/") === "id" && typeof value === "string") {
      return [sql`summary.id`, text(this.#dialect.idValue(value))];
    }
    const column = findHotColumn(segments);
    return column && [sql`summary.${sql.ref(column.name)}`, text(toHotValue(value, column.isEnum))];
  }

  #in({ operand, values, operandType }: BoundIn): SqlCondition {
    const known = values.filter((value) => !isNull(value) && !isNotANumber(value));
    const takesNull = values.some(isNull);
    if (isNotANumber(operand)) return this.#decided(false);
    if (isNull(operand)) return this.#decided(takesNull);
    const [first] = known;
    if (first === undefined) {
      const [asked] = this.#againstLiteral(operand, nullLiteral, operandType);
      return takesNull ? condition`(${asked} is null)` : this.#decided(false);
    }
    const [side] = this.#againstLiteral(operand, first, operandType);
    const list = known.map((value) => this.#againstLiteral(operand, value, operandType)[1]);
    return condition`coalesce(${side} in (${sql.join(list)}), ${sql.raw(String(takesNull))})`;
  }

  #arithmetic(node: BoundArithmetic): Sql {
    const { operator, left, right, type } = node;
    if (isNull(left) || isNull(right) || isNotANumber(left) || isNotANumber(right)) return this.#nothing(node);
    if (isInfinite(left) || (isInfinite(right) && operator !== "div" && operator !== "divby"))
      return this.#nothing(node);
    const [a, b] = [this.value(left), this.value(right)];
    if (left.type === "Edm.DateTimeOffset") {
      if (right.type === left.type) return this.#dialect.secondsBetween(b, a);
      return this.#dialect.addSeconds(a, operator === "sub" ? sql`(0 - ${b})` : b);
    }
    if (isInfinite(right)) return sql`(0 * ${a})`;
    return this.#dialect.arithmetic(operator, a, b, type === "Edm.Int32" || type === "Edm.Int64");
  }

  #call(node: BoundCall): Sql {
    const { name } = node;
    if (node.arguments.some((argument) => isNull(argument) || isNotANumber(argument))) return this.#nothing(node);
    const values = node.arguments.map((argument): Argument => {
      const argumentSql = this.value(argument);
      if (argument.kind !== "literal" || argument.value === null) return { sql: argumentSql, type: argument.type };
      return { sql: argumentSql, type: argument.type, literal: argument.value };
    });
    const [first] = values;
    if (first === undefined) throw unsupported(`the function ${name} without arguments`);
    switch (name) {
      case "totalseconds":
        return first.sql;
      case "totaloffsetminutes":
        return sql`case when ${first.sql} is null then ${this.#dialect.nothing("number")} else ${this.#dialect.number(0)} end`;
      case "date":
        return sql`substr(${first.sql}, 1, 10)`;
      case "time":
        return sql`substr(${first.sql}, 12)`;
      default:
        return this.#dialect.call(name, values);
    }
  }

  #lambda({ operator, collection, variable, predicate }: BoundLambda): SqlCondition {
    const source = this.#sourceOf(collection);
    if (variable === undefined || predicate === undefined) {
      return condition`(${this.#dialect.count(source, collection.segments)} > 0)`;
    }
    this.#lambdas += 1;
    const { from, element } = this.#dialect.elements(source, collection.segments, `element_${this.#lambdas}`);
    this.#variables.set(variable, element);
    const satisfied = this.condition(predicate);
    this.#variables.delete(variable);
    if (operator === "any") return condition`exists (select 1 from ${from} where ${satisfied})`;
    return condition`(not exists (select 1 from ${from} where ${satisfied} is not true))`;
  }

  #decided(value: boolean): SqlCondition {
    return condition`${this.#dialect.boolean(value)}`;
  }
}

/** Types of properties that documents hold; a point in time is a column. */
const readable = /^Edm\.(?:String|Boolean|Int\d+|S?Byte|Decimal|Double|Single)$/;
const identifier = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]*$/u;
const ascii = /^[\0-\x7f]*$/;
const nullLiteral: BoundLiteral = { kind: "literal", type: "null", value: null };

function isOwn(node: BoundExpression): node is BoundProperty {
  return node.kind === "property" && node.variable === undefined;
}

function isNull(node: BoundExpression): boolean {
  return node.kind === "literal" && node.value === null;
}

function isNotANumber(node: BoundExpression): boolean {
  return node.kind === "literal" && typeof node.value === "number" && Number.isNaN(node.value);
}

function isInfinite(node: BoundExpression): boolean {
  return (
    node.kind === "literal" && (node.value === Number.POSITIVE_INFINITY || node.value === Number.NEGATIVE_INFINITY)
  );
}

function excerpt(text: string): string {
  return text.length > 50 ? `${text.slice(0, 50)}…` : text;
}

function unsupported(what: string): StoreError {
  const message = `The store cannot search with ${what}. Ask without, and filter what comes back.`;
  return new StoreError("unsupportedQuery", message);
}
