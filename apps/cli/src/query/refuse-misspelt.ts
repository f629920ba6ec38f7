import { type BoundExpression, type EntityDescription, ODataError } from "@org/odata";
import { propertiesOf } from "./properties-of.js";
import { suggest } from "./suggest.js";

/**
 * Refuses a name that an open type does not declare and that is close to one it does: `servicePrincipal/displayNam`
 * would be met by no event, and a service would not say why.
 * @throws ODataError `propertyNotFound`
 */
export function refuseMisspelt(
  paths: readonly (readonly string[])[],
  text: string,
  description: EntityDescription,
): void {
  for (const path of paths) {
    let type = description.type;
    for (const name of path) {
      const properties = propertiesOf(type, description);
      const property = properties.get(name);
      if (property !== undefined) {
        type = property.type;
        continue;
      }
      if (suggest(name, [...properties.keys()]).length > 0) {
        const message = `The type ${type} declares no property '${name}'.`;
        throw new ODataError("propertyNotFound", message, { name, type }, Math.max(0, text.indexOf(name)));
      }
      break;
    }
  }
}

/** Paths from the entity that lead to what is not declared. */
export function dynamicPathsIn(node: BoundExpression): readonly (readonly string[])[] {
  switch (node.kind) {
    case "property":
      return node.dynamic === true && node.variable === undefined ? [node.segments] : [];
    case "logical":
      return node.operands.flatMap(dynamicPathsIn);
    case "not":
    case "negate":
    case "in":
      return dynamicPathsIn(node.operand);
    case "comparison":
    case "arithmetic":
      return [...dynamicPathsIn(node.left), ...dynamicPathsIn(node.right)];
    case "call":
      return node.arguments.flatMap(dynamicPathsIn);
    case "lambda":
      return node.predicate === undefined ? [] : dynamicPathsIn(node.predicate);
    case "literal":
    case "count":
      return [];
  }
}
