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
import { findHotColumn, toHotValue } from "./columns.js";
import { condition, joinConditions } from "./condition.js";
import { hoistReads } from "./hoisted-reads.js";
import { mergeEqualities } from "./merge-equalities.js";
import { findServed, isId, isInfinite, isMoment, isNotANumber, isNull } from "./nodes.js";
import { pathOf, readablePathOf } from "./readable-path.js";
import { callKey, countReads, propertyKey } from "./repeated-reads.js";
import type { Argument, JsonSource, PropertyKind, Sql, SqlCondition, SqlDialect } from "./sql-dialect.js";
import { excerpt, unsupported } from "./unsupported.js";
import { isQualified, kindOf } from "./value-kind.js";

/** What a name stands for: the summary, or an element for a range variable. */
interface Scope {
  readonly source: JsonSource;
  /** What has been read of it already, by key. */
  readonly known: ReadonlyMap<string, Sql>;
}

/** Compiles the nodes of one filter. What it gives is null, true or false as the node is. */
export class ExpressionCompiler {
  readonly #dialect: SqlDialect;
  readonly #scopes = new Map<string | undefined, Scope>();
  #readsDocument = false;
  #aliases = 0;
  readonly #alias = (purpose: string): string => {
    this.#aliases += 1;
    return `${purpose}_${this.#aliases}`;
  };

  constructor(dialect: SqlDialect) {
    this.#dialect = dialect;
    this.#scopes.set(undefined, { source: dialect.document, known: new Map() });
  }

  /** Whether anything compiled so far reads the document. */
  get readsDocument(): boolean {
    return this.#readsDocument;
  }

  /** A condition on the summary that reads nothing of it twice. Null counts as false. */
  wholeCondition(node: BoundExpression): SqlCondition {
    const reads = countReads(node, undefined);
    if (reads.repeated.size === 0) return this.condition(node);
    const properties = new Map([...reads.properties].filter(([key]) => reads.repeated.has(key)));
    const source = this.#dialect.document;
    const { from, known } = hoistReads({ ...reads, properties }, { source }, this.#dialect, this.#alias);
    this.#scopes.set(undefined, { source, known });
    return condition`exists (select 1 from ${from} where ${this.condition(node)})`;
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
        return this.#dialect.count(this.#scopeOf(node.collection).source, pathOf(node.collection));
      case "logical":
        return joinConditions(
          mergeEqualities(node).map((operand) => this.condition(operand)),
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

  #property(property: BoundProperty, kind: PropertyKind = kindOf(property.type)): Sql {
    if (isMoment(property)) return sql`summary.at`;
    const { source, known } = this.#scopeOf(property);
    return known.get(propertyKey({ property, kind })) ?? this.#dialect.property(source, readablePathOf(property), kind);
  }

  #scopeOf({ variable }: BoundProperty): Scope {
    if (variable === undefined) this.#readsDocument = true;
    const scope = this.#scopes.get(variable);
    if (scope === undefined)
      throw unsupported(`the range variable '${excerpt(String(variable))}' outside its any or all`);
    return scope;
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
    const served = findServed(side, literal);
    if (served !== undefined) return this.#columnOf(served, literal);
    if (isNull(literal) && side.kind === "property" && isQualified(side.type)) {
      return [this.#property(side, "presence"), this.#literal(literal)];
    }
    if (!isQualified(operandType) || typeof literal.value !== "string") {
      return [this.value(side), this.#literal(literal)];
    }
    const text = literal.value.toLowerCase();
    return [this.#dialect.lowerMember(this.value(side), ascii.test(text)), this.#dialect.text(text)];
  }

  #columnOf(side: BoundProperty, literal: BoundLiteral): [Sql, Sql] {
    if (isMoment(side)) return [sql`summary.at`, this.#literal(literal)];
    if (isId(side)) return [sql`summary.id`, this.#dialect.text(this.#dialect.idValue(String(literal.value)))];
    const column = findHotColumn(side.segments);
    const held = toHotValue(literal.value, column?.isEnum === true);
    const text = held === null ? this.#dialect.nothing("text") : this.#dialect.text(held);
    return [sql`summary.${sql.ref(column?.name ?? "")}`, text];
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
    const key = callKey(node);
    const [text] = node.arguments;
    const known = key !== undefined && text?.kind === "property" ? this.#scopeOf(text).known.get(key) : undefined;
    if (known !== undefined) return known;
    if (node.arguments.some((argument) => isNull(argument) || isNotANumber(argument))) return this.#nothing(node);
    const values = node.arguments.map((argument): Argument => {
      const value = { sql: this.value(argument), type: argument.type, isRepeatable: this.#isKnown(argument) };
      return argument.kind === "literal" && argument.value !== null ? { ...value, literal: argument.value } : value;
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

  #isKnown(node: BoundExpression): boolean {
    if (node.kind !== "property" || isMoment(node)) return false;
    return this.#scopeOf(node).known.has(propertyKey({ property: node, kind: kindOf(node.type) }));
  }

  #lambda({ operator, collection, variable, predicate }: BoundLambda): SqlCondition {
    const { source } = this.#scopeOf(collection);
    const segments = pathOf(collection);
    if (variable === undefined || predicate === undefined) {
      return condition`(${this.#dialect.count(source, segments)} > 0)`;
    }
    const elements = this.#dialect.elements(source, segments, this.#alias("element"));
    const reads = countReads(predicate, variable);
    let { from, element } = elements;
    let known: ReadonlyMap<string, Sql> = new Map();
    if (reads.repeated.size > 0) {
      const rows = { from, source: element, columns: elements.columns };
      const hoisted = hoistReads(reads, rows, this.#dialect, this.#alias);
      from = hoisted.from;
      known = hoisted.known;
      element = this.#dialect.elementOf(hoisted.alias);
    }
    this.#scopes.set(variable, { source: element, known });
    const satisfied = this.condition(predicate);
    this.#scopes.delete(variable);
    if (operator === "any") return condition`exists (select 1 from ${from} where ${satisfied})`;
    return condition`(not exists (select 1 from ${from} where ${satisfied} is not true))`;
  }

  #decided(value: boolean): SqlCondition {
    return condition`${this.#dialect.boolean(value)}`;
  }
}

const ascii = /^[\0-\x7f]*$/;
const nullLiteral: BoundLiteral = { kind: "literal", type: "null", value: null };
