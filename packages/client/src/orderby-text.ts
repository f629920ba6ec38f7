type Primitive = string | number | boolean;
type KnownKey<T> = keyof { [K in keyof T as string extends K ? never : K]: T[K] } & string;
type Levels = [never, 0, 1, 2];

/** Paths to what has one value and so an order: text, numbers, times and enum members, three names deep. */
type OrderPath<T, Level extends number = 3> = [Level] extends [never]
  ? never
  : { [K in KnownKey<T>]-?: OrderPathAt<K, NonNullable<T[K]>, Level> }[KnownKey<T>];

type OrderPathAt<K extends string, V, Level extends number> = V extends Primitive
  ? K
  : V extends readonly unknown[]
    ? never
    : `${K}/${OrderPath<V, Levels[Level]>}`;

/** One item of an order: a path, with `asc` (also when nothing is said) or `desc` behind it. */
export type OrderbyText<Summary> = OrderPath<Summary> | `${OrderPath<Summary>} asc` | `${OrderPath<Summary>} desc`;
