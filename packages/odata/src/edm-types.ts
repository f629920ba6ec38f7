import type { EntityDescription } from "./description.js";

const whole: ReadonlySet<string> = new Set(["Edm.Int32", "Edm.Int64", "Edm.Int16", "Edm.Byte", "Edm.SByte"]);
const fractional: ReadonlySet<string> = new Set(["Edm.Decimal", "Edm.Double", "Edm.Single"]);
const ordered: ReadonlySet<string> = new Set([
  "Edm.String",
  "Edm.Boolean",
  "Edm.DateTimeOffset",
  "Edm.Date",
  "Edm.TimeOfDay",
  "Edm.Duration",
]);
const equatable: ReadonlySet<string> = new Set(["Edm.Guid", "Edm.Binary"]);

/** The type of the literal `null`. */
export const nullType = "null";

export function isWhole(type: string): boolean {
  return whole.has(type);
}

export function isNumeric(type: string): boolean {
  return whole.has(type) || fractional.has(type);
}

export function isEnum(type: string, { enumTypes }: EntityDescription): boolean {
  return Object.hasOwn(enumTypes, type);
}

/** The type two numbers are computed in. */
export function widerNumber(left: string, right: string): string {
  for (const type of ["Edm.Double", "Edm.Single", "Edm.Decimal", "Edm.Int64"]) {
    if (left === type || right === type) return type === "Edm.Single" ? "Edm.Double" : type;
  }
  return "Edm.Int32";
}

/** The type two values are compared as; undefined when they cannot be. */
export function comparedAs(
  left: string,
  right: string,
  needsOrder: boolean,
  description: EntityDescription,
): string | undefined {
  if (left === nullType) return right;
  if (right === nullType) return left;
  if (isNumeric(left) && isNumeric(right)) return widerNumber(left, right);
  if (left !== right) return undefined;
  if (ordered.has(left)) return left;
  return !needsOrder && (equatable.has(left) || isEnum(left, description)) ? left : undefined;
}
