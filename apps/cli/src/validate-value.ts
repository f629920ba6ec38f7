import { type ModelIssue, safeParseCreate as parseBeta } from "@org/models";
import { safeParseCreate as parseV1 } from "@org/models/v1";

/** `auto` takes an event with `action` or `statusInfo` for beta, every other one for v1.0. */
export const shapes = ["auto", "beta", "v1"] as const;

export type Shape = (typeof shapes)[number];

/** Why a value could not be stored as an event of that shape; empty when it could. */
export function validateValue(value: unknown, shape: Shape): readonly ModelIssue[] {
  const parse = shape === "v1" || (shape === "auto" && !isBeta(value)) ? parseV1 : parseBeta;
  const result = parse(value);
  return result.success ? [] : result.error.issues;
}

function isBeta(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    (Object.hasOwn(value, "action") || Object.hasOwn(value, "statusInfo"))
  );
}
