import { z } from "zod";
import { inputBounds } from "./bounds.js";
import { dateTimeOffsetPattern, isDateTimeOffset } from "./date-time-offset.js";
import { edm } from "./edm.js";
import { findIdFault } from "./id-fault.js";

/** `Edm.String`. Never a minimum length: real records hold empty strings where one expects null. */
export const text = z.string().register(edm, { type: "Edm.String" });

/** The id that a writer gives a summary. It has to fit an address and an index, so unlike other texts it has bounds. */
export const idText = z
  .string()
  .min(1, { abort: true })
  // A text with more units than bytes are allowed is too long in any case; this much JSON Schema can say as well.
  .max(inputBounds.idBytes, { abort: true })
  .refine((id) => findIdFault(id) === undefined)
  .register(edm, { type: "Edm.String" });

/** A nullable, optional `Edm.String`. */
export const optionalText = text.nullable().optional();

/** `Edm.Int32`. */
export const int32 = z.int32().register(edm, { type: "Edm.Int32" });

/** `Edm.DateTimeOffset`, kept as the text it came as. */
export const dateTimeOffset = z
  .string()
  .regex(dateTimeOffsetPattern, { abort: true })
  .refine(isDateTimeOffset)
  .register(edm, { type: "Edm.DateTimeOffset" });

/** A nullable, optional enum whose members are those of one of the lists under `enums/`. */
export function optionalEnum<const Members extends readonly [string, ...string[]]>(type: string, members: Members) {
  return z.enum(members).register(edm, { type }).nullable().optional();
}
