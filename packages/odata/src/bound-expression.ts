import type { BoundPath } from "./bound-query.js";

/**
 * A literal with its value. Dates and times are texts whose plain order is time order: `Edm.DateTimeOffset` as
 * {@link toSortableDateTime} gives it, `Edm.Date` as `2026-03-02`, `Edm.TimeOfDay` as `08:14:05.5`. `Edm.Duration` is
 * seconds. Enum members are in wire case; ids of type `Edm.Guid` in lower case. Every number is an IEEE double,
 * possibly infinite or not a number.
 */
export interface BoundLiteral {
  readonly kind: "literal";
  /** `null` for the untyped null. */
  readonly type: string;
  readonly value: string | number | boolean | null;
}

/** A property of the entity, or of the element that a range variable stands for. */
export interface BoundProperty extends BoundPath {
  readonly kind: "property";
  /** Set when the path begins at a range variable; without segments it is the element itself. */
  readonly variable?: string;
  /** Set when the property is not declared: only its text counts, any other JSON value reads as null. */
  readonly dynamic?: true;
}

/** How many elements a collection has; 0 when it is null. */
export interface BoundCount {
  readonly kind: "count";
  readonly collection: BoundProperty;
  readonly type: "Edm.Int64";
}

/** `and`, `or` of two operands or more, in Kleene's logic. */
export interface BoundLogical {
  readonly kind: "logical";
  readonly operator: "and" | "or";
  readonly operands: readonly BoundExpression[];
  readonly type: "Edm.Boolean";
}

/** Null stays null. */
export interface BoundNot {
  readonly kind: "not";
  readonly operand: BoundExpression;
  readonly type: "Edm.Boolean";
}

/** Null stays null. */
export interface BoundNegate {
  readonly kind: "negate";
  readonly operand: BoundExpression;
  readonly type: string;
}

/**
 * Never null. Null equals null and nothing else; with an order, a null on either side gives false.
 * Strings are ordered by code point. `has` on an enum without flags is equality.
 */
export interface BoundComparison {
  readonly kind: "comparison";
  readonly operator: "eq" | "ne" | "gt" | "ge" | "lt" | "le";
  readonly left: BoundExpression;
  readonly right: BoundExpression;
  /** What both sides are compared as. Enum members compare without regard to case. */
  readonly operandType: string;
  readonly type: "Edm.Boolean";
}

/** Never null: equality with any of the values. */
export interface BoundIn {
  readonly kind: "in";
  readonly operand: BoundExpression;
  readonly values: readonly BoundLiteral[];
  readonly operandType: string;
  readonly type: "Edm.Boolean";
}

/**
 * Null when an operand is null, when the divisor is 0, and when the result is not finite. `div` of whole numbers drops
 * the fraction; `a mod b` is `a - b * trunc(a / b)`. On points in time: with a duration, or the difference of two.
 */
export interface BoundArithmetic {
  readonly kind: "arithmetic";
  readonly operator: "add" | "sub" | "mul" | "div" | "divby" | "mod";
  readonly left: BoundExpression;
  readonly right: BoundExpression;
  readonly type: string;
}

/** A function; null when an argument is null. */
export interface BoundCall {
  readonly kind: "call";
  readonly name: BoundFunction;
  readonly arguments: readonly BoundExpression[];
  readonly type: string;
}

/** Functions that a bound tree may hold: those of constants only are computed while binding. */
export type BoundFunction =
  | "contains"
  | "startswith"
  | "endswith"
  | "length"
  | "indexof"
  | "substring"
  | "tolower"
  | "toupper"
  | "trim"
  | "concat"
  | "year"
  | "month"
  | "day"
  | "hour"
  | "minute"
  | "second"
  | "fractionalseconds"
  | "date"
  | "time"
  | "totaloffsetminutes"
  | "totalseconds"
  | "round"
  | "floor"
  | "ceiling";

/**
 * Never null. `any`: an element satisfies the predicate, or there is an element. `all`: no element fails to satisfy it.
 * A predicate that is null is not satisfied; a null collection has no elements.
 */
export interface BoundLambda {
  readonly kind: "lambda";
  readonly operator: "any" | "all";
  readonly collection: BoundProperty;
  /** No variable hides another. */
  readonly variable?: string;
  readonly predicate?: BoundExpression;
  readonly type: "Edm.Boolean";
}

/** A filter with every name resolved and every type checked. */
export type BoundExpression =
  | BoundLiteral
  | BoundProperty
  | BoundCount
  | BoundLogical
  | BoundNot
  | BoundNegate
  | BoundComparison
  | BoundIn
  | BoundArithmetic
  | BoundCall
  | BoundLambda;
