import { z } from "zod";
import type { OpenEnum } from "./open-enum.js";
import type { StructuredSchema } from "./structured-type.js";

/** The tolerant form of a strict schema: open enums, and objects that keep what they do not know. */
export type Tolerant<Schema> =
  Schema extends z.ZodObject<infer Shape>
    ? StructuredSchema<{ [Key in keyof Shape]: TolerantInner<Shape[Key]> }>
    : Schema extends z.ZodArray<infer Element>
      ? z.ZodArray<TolerantInner<Element>>
      : Schema extends z.ZodNullable<infer Inner>
        ? z.ZodNullable<TolerantInner<Inner>>
        : Schema extends z.ZodOptional<infer Inner>
          ? z.ZodOptional<TolerantInner<Inner>>
          : Schema extends z.ZodEnum<infer Members>
            ? OpenEnumSchema<keyof Members & string>
            : Schema;

type TolerantInner<Schema> = Extract<Tolerant<Schema>, z.core.SomeType>;
type OpenEnumSchema<Member extends string> = z.ZodType<OpenEnum<Member>, OpenEnum<Member>>;

/**
 * Derives the schema that reads what a service sends: unknown properties and unknown enum members survive, everything
 * else is checked as in the strict schema. The published type has no index signature.
 */
export function tolerant<Schema extends z.ZodType>(schema: Schema): Tolerant<Schema> {
  return loosen(schema) as Tolerant<Schema>;
}

function loosen(schema: z.core.SomeType): z.ZodType {
  if (schema instanceof z.ZodObject) {
    const shape: Record<string, z.ZodType> = {};
    for (const [name, property] of Object.entries(schema.def.shape)) shape[name] = loosen(property);
    return z.looseObject(shape);
  }
  if (schema instanceof z.ZodArray) return z.array(loosen(schema.def.element));
  if (schema instanceof z.ZodNullable) return z.nullable(loosen(schema.def.innerType));
  if (schema instanceof z.ZodOptional) return z.optional(loosen(schema.def.innerType));
  if (schema instanceof z.ZodEnum) return z.string();
  return schema as z.ZodType;
}
