import type { BoundArithmetic, BoundComparison, BoundFunction } from "@org/odata";
import type { RawBuilder, SqlBool } from "kysely";

/** A piece of a statement. */
export type Sql = RawBuilder<unknown>;
/** A piece that is true, false or null. */
export type SqlCondition = RawBuilder<SqlBool>;

/** How a value is kept by the engine. */
export type SqlKind = "text" | "number" | "boolean";

/** What is read of a JSON value: a value of this kind, or `presence`, true where it is a text, an object or an array. */
export type PropertyKind = SqlKind | "presence";

/** A JSON value in a statement: the document, or an element of one of its collections. */
export interface JsonSource {
  readonly value: Sql;
  /** The JSON type of the value, where it need not be an object. */
  readonly type?: Sql;
}

/** The elements of a collection as rows. */
export interface JsonElements {
  readonly from: Sql;
  readonly element: JsonSource;
  /** What a subquery has to select for `elementOf` its alias. */
  readonly columns: readonly Sql[];
}

/** What a function is called with. */
export interface Argument {
  readonly sql: Sql;
  /** EDM or qualified enum type. */
  readonly type: string;
  /** Whether it is the column of a subquery, which costs nothing to name again. */
  readonly isRepeatable: boolean;
  /** The value of a literal. */
  readonly literal?: string | number | boolean;
}

/** Operators of the language that need an order. */
export type OrderOperator = Exclude<BoundComparison["operator"], "eq" | "ne">;

/** Functions in which the engines differ. */
export type DialectFunction = Exclude<BoundFunction, "totalseconds" | "totaloffsetminutes" | "date" | "time">;

/**
 * Where the engines differ. Every fragment is null where an operand is, unless it says otherwise. None fails on any stored
 * document, and none repeats an operand that is not repeatable: repetitions inside one another would double with each level.
 *
 * A text is a sequence of code points, unpaired surrogates among them: halves of a pair in two texts never become a pair,
 * and a half is not found in a whole one.
 */
export interface SqlDialect {
  readonly document: JsonSource;
  /** Makes what is read from `document` available to an expression. */
  withDocument<Value>(expression: RawBuilder<Value>): RawBuilder<Value>;
  /** An id as the column `id` holds it. */
  idValue(id: string): string;
  nothing(kind: SqlKind): Sql;
  text(value: string): Sql;
  number(value: number): Sql;
  boolean(value: boolean): Sql;
  /** Never null. Null equals null and nothing else. */
  same(left: Sql, right: Sql): SqlCondition;
  /** Never null. */
  different(left: Sql, right: Sql): SqlCondition;
  ordered(operator: OrderOperator, left: Sql, right: Sql, kind: SqlKind): SqlCondition;
  /** The value at the end of a path; null when it is missing or of another kind. */
  property(source: JsonSource, segments: readonly string[], kind: PropertyKind): Sql;
  /** Never null: how many elements the collection at the end of a path has; 0 when there is none. */
  count(source: JsonSource, segments: readonly string[]): Sql;
  elements(source: JsonSource, segments: readonly string[], alias: string): JsonElements;
  /** The element that a subquery over `elements` holds. */
  elementOf(alias: string): JsonSource;
  /** A source of rows that computes its columns once for each, whatever is asked of it. */
  subquery(columns: readonly Sql[], from: Sql | undefined, alias: string): Sql;
  /** A member of an enum in lower case; `isPlain` when it is only compared with ASCII. */
  lowerMember(text: Sql, isPlain: boolean): Sql;
  /** Something whose plain order is the order of code points of a text. */
  sortable(text: Sql): Sql;
  call(name: DialectFunction, values: readonly Argument[]): Sql;
  /** On finite numbers; null when the result is not finite, or the divisor is 0. */
  arithmetic(operator: BoundArithmetic["operator"], left: Sql, right: Sql, isWhole: boolean): Sql;
  /** The seconds from one sortable time to another. */
  secondsBetween(from: Sql, to: Sql): Sql;
  /** A sortable time moved by seconds, to the microsecond; null outside the years 1 to 9999. */
  addSeconds(time: Sql, seconds: Sql): Sql;
}
