// The public API of @org/odata. A line added here is a promise; never `export *`.
export { bindOrderby } from "./bind-orderby.js";
export type { BoundOrder, BoundPath, BoundQuery } from "./bound-query.js";
export { toSortableDateTime } from "./date-time.js";
export type { EntityDescription, PathPolicy, PropertyDescription, StructuredTypeDescription } from "./description.js";
export type {
  ArrayExpression,
  BinaryExpression,
  BinaryOperator,
  CallExpression,
  Expression,
  LambdaExpression,
  ListExpression,
  LiteralExpression,
  LiteralForm,
  ObjectExpression,
  PathArgument,
  PathExpression,
  PathSegment,
  TypeExpression,
  UnaryExpression,
} from "./expression.js";
export { ODataError, type ODataErrorCode, type ODataErrorParameters } from "./odata-error.js";
export { type OrderbyItem, parseOrderby } from "./orderby.js";
export { parseFilter } from "./parse-filter.js";
export { printFilter } from "./print-filter.js";
export { type QueryOptions, replaceSystemOption, type SplitOptions, splitQueryOptions } from "./query-options.js";
export { parseTop } from "./top.js";
