import type { SqlKind } from "./sql-dialect.js";

/** How values of an EDM type are kept. */
export function kindOf(type: string): SqlKind {
  if (type === "Edm.Boolean") return "boolean";
  return /^Edm\.(?:Int\d+|S?Byte|Decimal|Double|Single)$/.test(type) ? "number" : "text";
}
