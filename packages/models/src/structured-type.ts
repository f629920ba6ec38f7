import { z } from "zod";
import { type EdmFact, edm } from "./edm.js";

/** An object schema whose published type lists its properties and no others. */
export type StructuredSchema<Shape extends z.ZodRawShape> = z.ZodObject<Shape, z.core.$strip>;

/** The strict schema of a type that takes its declared properties only. */
export function closedType<Shape extends z.ZodRawShape>(fact: EdmFact, shape: Shape): StructuredSchema<Shape> {
  return asStructured(z.strictObject(shape), fact);
}

/**
 * The strict schema of an open type: it keeps properties it does not declare. They are no part of the published type,
 * so that a misspelt property is a compile error.
 */
export function openType<Shape extends z.ZodRawShape>(fact: EdmFact, shape: Shape): StructuredSchema<Shape> {
  return asStructured(z.looseObject(shape), fact);
}

/** Whether a structured schema keeps properties it does not declare. */
export function isOpen(schema: z.ZodObject): boolean {
  return schema.def.catchall instanceof z.ZodUnknown;
}

// The cast leaves the treatment of unknown properties to the run time alone.
function asStructured<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape, z.core.$strict> | z.ZodObject<Shape, z.core.$loose>,
  fact: EdmFact,
): StructuredSchema<Shape> {
  edm.add(schema, fact);
  return schema as unknown as StructuredSchema<Shape>;
}
