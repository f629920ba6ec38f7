import type { Expression } from "./expression.js";

/** A condition on entities of one type, and the tree it stands for. Immutable. */
export interface Filter {
  readonly tree: Expression;
  /** All of them. */
  and(...others: readonly Filter[]): Filter;
  /** Any of them. */
  or(...others: readonly Filter[]): Filter;
  not(): Filter;
  /** The text for `$filter`, not encoded for a URL. */
  toString(): string;
}

type Primitive = string | number | boolean;
type KnownKey<T> = keyof { [K in keyof T as string extends K ? never : K]: T[K] } & string;
/** A type without declared properties takes any name. */
type IsBag<T> = string extends keyof T ? true : false;
type Levels = [never, 0, 1, 2, 3, 4];

/** Every path into an entity, five names deep: `provisioningStatusInfo/status`. Collections end a path. */
export type FilterPath<T, Level extends number = 5> = [Level] extends [never]
  ? never
  : T extends object
    ? IsBag<T> extends true
      ? string
      : { [K in KnownKey<T>]-?: K | PathBelow<K, NonNullable<T[K]>, Level> }[KnownKey<T>]
    : never;

type PathBelow<K extends string, V, Level extends number> = V extends Primitive | readonly unknown[]
  ? never
  : `${K}/${FilterPath<V, Levels[Level]>}`;

/** The type of what a path leads to, without null; text where nothing is declared. */
export type ValueAt<T, Path extends string> =
  IsBag<T> extends true
    ? string
    : Path extends keyof T
      ? NonNullable<T[Path]>
      : Path extends `${infer Head}/${infer Rest}`
        ? Head extends keyof T
          ? ValueAt<NonNullable<T[Head]>, Rest>
          : never
        : never;

/** What can be asked of every value. */
export interface EqualityCondition<V> {
  eq(value: V | null): Filter;
  ne(value: V | null): Filter;
  /** One of these; of none when the list is empty. */
  in(values: readonly (V | null)[]): Filter;
}

/** What can be asked of values that have an order. */
export interface OrderedCondition<V> extends EqualityCondition<V> {
  gt(value: V): Filter;
  ge(value: V): Filter;
  lt(value: V): Filter;
  le(value: V): Filter;
}

/** What can be asked of text. A point in time is text too: then a `Date` will do, and the last three will not. */
export interface TextCondition<V extends string> extends OrderedCondition<V | Date> {
  contains(value: string): Filter;
  startsWith(value: string): Filter;
  endsWith(value: string): Filter;
}

/** What can be asked of a value that has properties. */
export interface PresenceCondition {
  eq(value: null): Filter;
  ne(value: null): Filter;
}

/** What can be asked of a collection. */
export interface CollectionCondition<Element> {
  /** An element that the condition holds for; without one, any element. */
  any(condition?: (element: ElementWhere<Element>) => Filter): Filter;
  /** No element that the condition fails for. */
  all(condition: (element: ElementWhere<Element>) => Filter): Filter;
  /** How many elements there are. */
  count(): OrderedCondition<number>;
}

/** An element with properties is asked by path, another directly. */
export type ElementWhere<Element> = [Element] extends [Primitive] ? Condition<Element> : Where<Element>;

/** What can be asked of a value of this type. */
export type Condition<V> = [V] extends [readonly (infer Element)[]]
  ? CollectionCondition<NonNullable<Element>>
  : [V] extends [number]
    ? OrderedCondition<V>
    : [V] extends [boolean]
      ? EqualityCondition<V>
      : [V] extends [string]
        ? TextCondition<V>
        : PresenceCondition;

/** Begins a condition at a path. */
export type Where<Entity> = <Path extends FilterPath<Entity>>(path: Path) => Condition<ValueAt<Entity, Path>>;
