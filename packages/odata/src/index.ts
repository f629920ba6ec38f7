// The public API of @org/odata. A line added here is a promise; never `export *`.
export type { BoundOrder, BoundPath, BoundQuery } from "./bound-query.js";
export type { EntityDescription, PathPolicy, PropertyDescription, StructuredTypeDescription } from "./description.js";
