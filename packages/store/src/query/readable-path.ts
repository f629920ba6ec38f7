import type { BoundProperty } from "@org/odata";
import { excerpt, unsupported } from "./unsupported.js";
import { isQualified } from "./value-kind.js";

/** Types of properties that documents hold; a point in time is a column. */
const readableTypes = /^Edm\.(?:String|Boolean|Int\d+|S?Byte|Decimal|Double|Single)$/;
const identifier = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]*$/u;

/** The path of a property with one value. @throws StoreError `unsupportedQuery`. */
export function readablePathOf(property: BoundProperty): readonly string[] {
  const { type } = property;
  if (!readableTypes.test(type) && !isQualified(type)) throw unsupported(`properties of type ${type}`);
  return pathOf(property);
}

/** A path whose names can stand in a statement. @throws StoreError `unsupportedQuery`. */
export function pathOf({ segments }: BoundProperty): readonly string[] {
  for (const name of segments) if (!identifier.test(name)) throw unsupported(`the property name '${excerpt(name)}'`);
  return segments;
}
