import { z } from "zod";
import { edm } from "./edm.js";
import { isOpen } from "./structured-type.js";

/** A property of primitive type; `members` maps the lower-case spelling of an enum's members to the right one. */
interface PrimitiveType {
  readonly kind: "primitive";
  readonly type: string;
  readonly members: ReadonlyMap<string, string> | undefined;
}

/** An entity or complex type, with what a reader must know to walk a value of it. */
export interface StructuredType {
  readonly kind: "structured";
  readonly type: string;
  readonly derivedTypes: readonly string[];
  readonly open: boolean;
  readonly properties: ReadonlyMap<string, InputType>;
}

interface CollectionType {
  readonly kind: "collection";
  readonly type: string;
  readonly element: StructuredType;
}

/** What a value is declared to be, precomputed from a strict schema so that reading an input walks plain maps. */
export type InputType = PrimitiveType | StructuredType | CollectionType;

/** Precomputes the structured type of a strict object schema. */
export function structuredTypeOf(schema: z.core.$ZodType): StructuredType {
  const type = inputTypeOf(schema);
  if (type.kind !== "structured") throw new TypeError(`${type.type} is no structured type`);
  return type;
}

function inputTypeOf(schema: z.core.$ZodType): InputType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return inputTypeOf(schema.def.innerType);
  if (schema instanceof z.ZodArray) {
    const element = structuredTypeOf(schema.def.element);
    return { kind: "collection", type: element.type, element };
  }
  const fact = edm.get(schema);
  if (fact === undefined) throw new TypeError("a schema is missing from the EDM registry");
  if (schema instanceof z.ZodObject) {
    const properties = new Map<string, InputType>();
    for (const [name, property] of Object.entries(schema.def.shape)) properties.set(name, inputTypeOf(property));
    const { type, derivedTypes = [] } = fact;
    return { kind: "structured", type, derivedTypes, open: isOpen(schema), properties };
  }
  const members =
    schema instanceof z.ZodEnum
      ? new Map(schema.options.map((member) => [String(member).toLowerCase(), String(member)]))
      : undefined;
  return { kind: "primitive", type: fact.type, members };
}
