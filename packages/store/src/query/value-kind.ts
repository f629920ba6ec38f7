import type { SqlKind } from "./sql-dialect.js";

const numberTypes = /^Edm\.(?:Int\d+|S?Byte|Decimal|Double|Single|Duration)$/;

/** How values of a type are kept; durations as seconds. */
export function kindOf(type: string): SqlKind {
  if (type === "Edm.Boolean") return "boolean";
  return numberTypes.test(type) ? "number" : "text";
}

/** Whether a type is an enum or a structured type. */
export function isQualified(type: string): boolean {
  return type !== "null" && !type.startsWith("Edm.");
}
