// The public API of @org/odata. A line added here is a promise; never `export *`.
export { type BindOptions, bindFilter } from "./bind-filter.js";
export { bindOrderby } from "./bind-orderby.js";
export { bindSelect, refuseExpand } from "./bind-select.js";
export type {
  BoundArithmetic,
  BoundCall,
  BoundComparison,
  BoundCount,
  BoundExpression,
  BoundFunction,
  BoundIn,
  BoundLambda,
  BoundLiteral,
  BoundLogical,
  BoundNegate,
  BoundNot,
  BoundProperty,
} from "./bound-expression.js";
export type { BoundOrder, BoundPath, BoundQuery } from "./bound-query.js";
export { compareEntities } from "./compare-entities.js";
export { toSortableDateTime } from "./date-time.js";
export type { EntityDescription, PathPolicy, PropertyDescription, StructuredTypeDescription } from "./description.js";
export { evaluate } from "./evaluate.js";
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
export { parseSelect, type SelectItem } from "./select.js";
export { parseCount, parseSkip, parseTop } from "./simple-options.js";
export { createWhere } from "./where.js";
export type {
  CollectionCondition,
  Condition,
  ElementWhere,
  EqualityCondition,
  Filter,
  FilterPath,
  OrderedCondition,
  PresenceCondition,
  TextCondition,
  ValueAt,
  Where,
} from "./where-types.js";
