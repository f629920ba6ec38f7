import type { RawBuilder, SqlBool } from "kysely";

/** A piece of a statement. */
export type Sql = RawBuilder<unknown>;
/** A piece that is true, false or null. */
export type SqlCondition = RawBuilder<SqlBool>;

/** How a value is kept by the engine; what a property reads as depends on its declared type. */
export type SqlKind = "text" | "number" | "boolean" | "presence";

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
}

/**
 * Where the engines differ. No fragment may fail on any stored document, and none repeats an operand: repetitions inside
 * one another would double with each level. Texts are compared by code point.
 */
export interface SqlDialect {
  readonly document: JsonSource;
  /** Makes what is read from `document` available to a condition. */
  withDocument<Value>(expression: RawBuilder<Value>): RawBuilder<Value>;
  /** An id as the column `id` holds it. */
  idValue(text: string): string;
  text(value: string): Sql;
  number(value: number): Sql;
  boolean(value: boolean): Sql;
  /** Null equals null and nothing else. */
  same(left: Sql, right: Sql): SqlCondition;
  different(left: Sql, right: Sql): SqlCondition;
  /** The value at the end of a path; null when it is missing or no value of this kind. */
  property(source: JsonSource, segments: readonly string[], kind: SqlKind): Sql;
  /** How many elements the collection at the end of a path has; 0 when there is none. */
  count(source: JsonSource, segments: readonly string[]): Sql;
  elements(source: JsonSource, segments: readonly string[], alias: string): JsonElements;
  contains(text: Sql, part: Sql): SqlCondition;
}
