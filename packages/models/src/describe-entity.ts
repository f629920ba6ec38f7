import { z } from "zod";
import { edm } from "./edm.js";
import type { FilterPolicy } from "./filter-policy.js";
import { isOpen } from "./structured-type.js";

/** One property as the entity data model sees it. */
export interface PropertyFacts {
  readonly type: string;
  readonly collection?: boolean;
  readonly nullable?: boolean;
}

/** One structured type: its own properties, without those of its base. */
export interface StructuredTypeFacts {
  readonly baseType?: string;
  readonly open?: boolean;
  readonly properties: Readonly<Record<string, PropertyFacts>>;
}

/** Everything a query engine needs to know of the resource, as plain data. */
export interface ResourceDescription {
  /** Qualified name of the entity type. */
  readonly type: string;
  readonly key: string;
  readonly structuredTypes: Readonly<Record<string, StructuredTypeFacts>>;
  /** Members of each enum type in value order. */
  readonly enumTypes: Readonly<Record<string, readonly string[]>>;
  /** Other spellings of a path: alias to wire path. */
  readonly pathAliases: Readonly<Record<string, string>>;
  readonly policy: readonly FilterPolicy[];
}

/** Reads the EDM facts of strict schemas into a description; `complexTypes` holds the base types too. */
export function describeEntity(
  entity: z.ZodObject,
  complexTypes: readonly z.core.$ZodType[],
  pathAliases: Readonly<Record<string, string>>,
  policy: readonly FilterPolicy[],
): ResourceDescription {
  const structuredTypes: Record<string, StructuredTypeFacts> = {};
  const enumTypes: Record<string, readonly string[]> = {};
  const schemas = [...complexTypes, entity].filter((schema) => schema instanceof z.ZodObject);
  const shapes = new Map(schemas.map((schema) => [edm.get(schema)?.type, schema.def.shape]));
  for (const schema of schemas) {
    const { type, baseType } = factOf(schema);
    const inherited = shapes.get(baseType) ?? {};
    const properties: Record<string, PropertyFacts> = {};
    for (const [name, property] of Object.entries(schema.def.shape)) {
      if (!Object.hasOwn(inherited, name)) properties[name] = describeProperty(property, enumTypes);
    }
    structuredTypes[type] = {
      ...(baseType === undefined ? {} : { baseType }),
      ...(isOpen(schema) ? { open: true } : {}),
      properties,
    };
  }
  return { type: factOf(entity).type, key: "id", structuredTypes, enumTypes, pathAliases, policy };
}

function describeProperty(schema: z.core.$ZodType, enumTypes: Record<string, readonly string[]>): PropertyFacts {
  let inner = schema;
  let nullable = false;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) {
    nullable ||= inner instanceof z.ZodNullable;
    inner = inner.def.innerType;
  }
  const collection = inner instanceof z.ZodArray;
  if (inner instanceof z.ZodArray) inner = inner.def.element;
  const { type } = factOf(inner);
  if (inner instanceof z.ZodEnum) enumTypes[type] = inner.options.map(String);
  // A collection is never null itself; null is read as empty.
  return { type, ...(collection ? { collection } : {}), ...(nullable && !collection ? {} : { nullable: false }) };
}

function factOf(schema: z.core.$ZodType) {
  const fact = edm.get(schema);
  if (fact === undefined) throw new TypeError("a schema is missing from the EDM registry");
  return fact;
}
