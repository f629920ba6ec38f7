import type { BoundComparison, BoundExpression, BoundLogical, BoundProperty } from "@org/odata";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import { StoreError } from "../store-error.js";
import { findHotColumn, toHotValue } from "./columns.js";
import type { JsonSource, Sql, SqlCondition, SqlDialect } from "./sql-dialect.js";
import { kindOf } from "./value-kind.js";

/**
 * A filter as a condition on the table `summary` (or what has this name): true for exactly those rows of which the filter
 * is true, false or null for all others. Never fails on a stored document. Values are parameters, names are not.
 * @throws StoreError `unsupportedQuery` for what this engine cannot do.
 */
export function compileCondition(filter: BoundExpression, dialect: SqlDialect): RawBuilder<SqlBool> {
  const operands = filter.kind === "logical" && filter.operator === "and" ? filter.operands : [filter];
  const compiler = new Compiler(dialect);
  const [cheap, costly]: [SqlCondition[], SqlCondition[]] = [[], []];
  for (const operand of operands) {
    const condition = compiler.condition(operand);
    if (compiler.takeReads()) costly.push(condition);
    else cheap.push(condition);
  }
  const parts = costly.length === 0 ? cheap : [...cheap, dialect.withDocument(join(costly, "and"))];
  return join(parts, "and");
}

class Compiler {
  readonly #dialect: SqlDialect;
  readonly #variables = new Map<string, JsonSource>();
  #readsDocument = false;

  constructor(dialect: SqlDialect) {
    this.#dialect = dialect;
  }

  /** Whether the document was read since the last call. */
  takeReads(): boolean {
    const reads = this.#readsDocument;
    this.#readsDocument = false;
    return reads;
  }

  condition(node: BoundExpression): SqlCondition {
    return this.value(node) as SqlCondition;
  }

  value(node: BoundExpression): Sql {
    switch (node.kind) {
      case "literal":
        return this.#literal(node.value);
      case "property":
        return this.#property(node);
      case "logical":
        return this.#logical(node);
      case "not":
        return sql`not ${this.condition(node.operand)}`;
      case "comparison":
        return this.#comparison(node);
      case "call": {
        const [first, second] = node.arguments;
        if (node.name === "contains" && first !== undefined && second !== undefined) {
          return this.#dialect.contains(this.value(first), this.value(second));
        }
        throw unsupported(`the function ${node.name}`);
      }
      default:
        throw unsupported(`a ${node.kind}`);
    }
  }

  #literal(value: string | number | boolean | null): Sql {
    if (value === null) return sql`null`;
    if (typeof value === "string") return this.#dialect.text(value);
    return typeof value === "number" ? this.#dialect.number(value) : this.#dialect.boolean(value);
  }

  #property({ segments, variable, type }: BoundProperty): Sql {
    if (type === "Edm.DateTimeOffset") return sql`summary.at`;
    if (variable === undefined) this.#readsDocument = true;
    const source = variable === undefined ? this.#dialect.document : this.#variables.get(variable);
    if (source === undefined) throw new TypeError(`The range variable ${variable} is not in scope.`);
    return this.#dialect.property(source, segments, kindOf(type));
  }

  #logical({ operator, operands }: BoundLogical): SqlCondition {
    return join(
      operands.map((operand) => this.condition(operand)),
      operator,
    );
  }

  #comparison(node: BoundComparison): SqlCondition {
    const { operator } = node;
    if (operator !== "eq" && operator !== "ne") throw unsupported(operator);
    const [property, literal] = node.left.kind === "literal" ? [node.right, node.left] : [node.left, node.right];
    const compare = operator === "eq" ? this.#dialect.same : this.#dialect.different;
    const column = isOwn(property) ? findHotColumn(property.segments) : undefined;
    if (column !== undefined && literal.kind === "literal") {
      const value = toHotValue(literal.value, column.isEnum);
      return compare(sql.ref(`summary.${column.name}`), value === null ? sql`null` : this.#dialect.text(value));
    }
    return compare(this.value(node.left), this.value(node.right));
  }
}

function isOwn(node: BoundExpression): node is BoundProperty {
  return node.kind === "property" && node.variable === undefined;
}

/** A chain as a tree of few levels: databases bound how deep an expression may be. */
function join(operands: readonly SqlCondition[], operator: "and" | "or"): SqlCondition {
  const [first, second] = operands;
  if (first !== undefined && second === undefined) return first;
  const middle = Math.ceil(operands.length / 2);
  const left = join(operands.slice(0, middle), operator);
  return sql<SqlBool>`(${left} ${sql.raw(operator)} ${join(operands.slice(middle), operator)})`;
}

function unsupported(what: string): StoreError {
  return new StoreError(
    "unsupportedQuery",
    `The store cannot search with ${what}. Ask without, and filter what comes back.`,
  );
}
