import { z } from "zod";
import type { StructuredType } from "./input-type.js";
import type { ModelIssue } from "./model-error.js";
import type { ParseResult } from "./parse.js";
import { readInput } from "./read-input.js";

/** Puts a safe parser in front of the strict schema it is made of, as one schema. */
export function withParser<Data>(
  schema: z.ZodType<Data>,
  safeParse: (input: unknown) => ParseResult<Data>,
): z.ZodType<Data> {
  return z.preprocess((input, context) => {
    const result = safeParse(input);
    if (result.success) return result.data;
    return report(result.error.issues, context);
  }, schema);
}

/** Puts bounds and aliases in front of a tolerant schema, as one schema. */
export function withAliases<Data>(schema: z.ZodType<Data>, type: StructuredType): z.ZodType<Data> {
  return z.preprocess((input, context) => {
    const read = readInput(input, type, "tolerant");
    return read.issues.length > 0 ? report(read.issues, context) : read.value;
  }, schema);
}

function report(issues: readonly ModelIssue[], context: z.RefinementCtx): never {
  for (const { path, message, code, parameters } of issues) {
    // Not to go on spares the schema behind a value that is none; early zod 4 would go on otherwise.
    context.addIssue({ code: "custom", path: [...path], message, params: { ...parameters, code }, continue: false });
  }
  return z.NEVER;
}
