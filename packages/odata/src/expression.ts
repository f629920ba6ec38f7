/** The forms a literal can have. `integer`, `decimal` and `double` differ in how they are written. */
export type LiteralForm =
  | "null"
  | "boolean"
  | "integer"
  | "decimal"
  | "double"
  | "string"
  | "guid"
  | "date"
  | "dateTimeOffset"
  | "timeOfDay"
  | "duration"
  | "binary"
  | "enum"
  | "geography"
  | "geometry";

/** A literal. Its value is not computed yet: that needs the type it is compared with. */
export interface LiteralExpression {
  readonly kind: "literal";
  readonly form: LiteralForm;
  /** As written, without quotes and prefix, doubled quotes made single; `true`, `false` and `null` in lower case. */
  readonly text: string;
  /** Of the form `enum` only: the qualified type before the quotes. */
  readonly type?: string;
  /** Where it begins in the text; absent in trees that no text was parsed for. */
  readonly position?: number;
}

/** What stands in the parentheses of a path segment; without a name it stands by position. */
export interface PathArgument {
  readonly name?: string;
  readonly value: Expression;
}

/**
 * One step of a path: a name (also a qualified one, `$it`, `$count`, `@alias`), or a name with parentheses. The name is
 * empty for a key that follows parentheses.
 */
export type PathSegment = string | { readonly name: string; readonly arguments: readonly PathArgument[] };

/** A property, range variable or function of the service, as written; nothing is resolved yet. */
export interface PathExpression {
  readonly kind: "path";
  readonly segments: readonly PathSegment[];
  readonly position?: number;
}

/** An operator before its one operand: `not`, or the minus sign. */
export interface UnaryExpression {
  readonly kind: "unary";
  readonly operator: "not" | "negate";
  readonly operand: Expression;
  readonly position?: number;
}

/** An operator between two operands, in the spelling of the specification whatever the text had. */
export type BinaryOperator =
  | "or"
  | "and"
  | "eq"
  | "ne"
  | "gt"
  | "ge"
  | "lt"
  | "le"
  | "add"
  | "sub"
  | "mul"
  | "div"
  | "divby"
  | "mod"
  | "has"
  | "in";

/** An operator between its two operands. */
export interface BinaryExpression {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  /** Where the operator stands. */
  readonly position?: number;
}

/** A call of one of the language's own functions. `case` has conditions and values in turn. */
export interface CallExpression {
  readonly kind: "call";
  /** In the specification's spelling. */
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly position?: number;
}

/** `path/any(variable:predicate)`; `any()` has neither. */
export interface LambdaExpression {
  readonly kind: "lambda";
  readonly operator: "any" | "all";
  readonly source: PathExpression;
  readonly variable?: string;
  readonly predicate?: Expression;
  readonly position?: number;
}

/** The literals after `in`. */
export interface ListExpression {
  readonly kind: "list";
  readonly items: readonly LiteralExpression[];
  readonly position?: number;
}

/** A JSON array. Strings in it are literals, whichever quotes they had. */
export interface ArrayExpression {
  readonly kind: "array";
  readonly items: readonly Expression[];
  readonly position?: number;
}

/** A JSON object. */
export interface ObjectExpression {
  readonly kind: "object";
  readonly members: readonly { readonly name: string; readonly value: Expression }[];
  readonly position?: number;
}

/** The type that `cast` and `isof` name. */
export interface TypeExpression {
  readonly kind: "type";
  readonly name: string;
  readonly collection?: boolean;
  readonly position?: number;
}

/** What a `$filter` or an item of `$orderby` says, before any name in it is resolved. */
export type Expression =
  | LiteralExpression
  | PathExpression
  | UnaryExpression
  | BinaryExpression
  | CallExpression
  | LambdaExpression
  | ListExpression
  | ArrayExpression
  | ObjectExpression
  | TypeExpression;
