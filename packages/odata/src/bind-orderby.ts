import { bindPath } from "./bind-path.js";
import type { BoundOrder } from "./bound-query.js";
import type { EntityDescription } from "./description.js";
import type { PathExpression } from "./expression.js";
import { ODataError } from "./odata-error.js";
import type { OrderbyItem } from "./orderby.js";

/**
 * Resolves the items of `$orderby` against a resource. Only a declared property with a single primitive or enum value
 * can be ordered by; whether the service documents it is the description's policy and not asked here.
 * @throws ODataError `propertyNotFound`, `notOrderable`, or `duplicateOrderby` when two items name one path.
 */
export function bindOrderby(items: readonly OrderbyItem[], description: EntityDescription): BoundOrder[] {
  const seen = new Set<string>();
  return items.map((item) => {
    const { position, descending } = item;
    const { segments, type } = bindItem(item, description);
    const path = segments.join("/");
    if (seen.has(path)) {
      throw new ODataError("duplicateOrderby", `$orderby names '${path}' more than once.`, { path }, position);
    }
    seen.add(path);
    return { path: { segments, type }, descending };
  });
}

function bindItem({ expression, position }: OrderbyItem, description: EntityDescription): BoundOrder["path"] {
  if (expression.kind !== "path") throw notOrderable("", "expression", position);
  const bound = bindSingle(expression, position, description);
  if (bound.kind === "count")
    throw notOrderable(`${bound.collection.segments.join("/")}/$count`, "expression", position);
  const path = bound.segments.join("/");
  if (bound.dynamic === true) throw notOrderable(path, "dynamic", position);
  if (Object.hasOwn(description.structuredTypes, bound.type)) throw notOrderable(path, "complex", position);
  return bound;
}

function bindSingle(expression: PathExpression, position: number, description: EntityDescription) {
  try {
    return bindPath(expression, description, new Map());
  } catch (error) {
    if (!ODataError.isInstance(error) || error.code !== "notSingleValue") throw error;
    throw notOrderable(String(error.parameters["path"]), "collection", position);
  }
}

const reasons = {
  collection: "it is a collection",
  complex: "it is a complex value",
  dynamic: "it is not declared",
  expression: "it is no path",
} as const;

function notOrderable(path: string, reason: keyof typeof reasons, position: number): ODataError {
  const what = path === "" ? "what is computed" : `'${path}'`;
  const message = `Results cannot be ordered by ${what}: ${reasons[reason]}.`;
  return new ODataError("notOrderable", message, { path, reason }, position);
}
