import type { BoundOrder } from "./bound-query.js";
import type { EntityDescription } from "./description.js";
import { ODataError } from "./odata-error.js";
import type { OrderbyItem } from "./orderby.js";
import { resolvePath } from "./resolve-path.js";

/**
 * Resolves the items of `$orderby` against a resource. Only a declared property with a single primitive or enum value
 * can be ordered by; whether the service documents it is the description's policy and not asked here.
 * @throws ODataError `propertyNotFound`, `notOrderable`, or `duplicateOrderby` when two items name one path.
 */
export function bindOrderby(items: readonly OrderbyItem[], description: EntityDescription): BoundOrder[] {
  const seen = new Set<string>();
  return items.map((item) => {
    const resolved = resolvePath(item.path, description, item.position);
    const path = resolved.segments.join("/");
    if (resolved.kind !== "property") {
      throw notOrderable(path, resolved.kind === "dynamic" ? "dynamic" : "collection", item.position);
    }
    const { type, collection } = resolved.property;
    if (collection === true) throw notOrderable(path, "collection", item.position);
    if (Object.hasOwn(description.structuredTypes, type)) throw notOrderable(path, "complex", item.position);
    if (seen.has(path)) {
      throw new ODataError("duplicateOrderby", `$orderby names '${path}' more than once.`, { path }, item.position);
    }
    seen.add(path);
    return { path: { segments: resolved.segments, type }, descending: item.descending };
  });
}

const reasons = {
  collection: "it is a collection",
  complex: "it is a complex value",
  dynamic: "it is not declared",
} as const;

function notOrderable(path: string, reason: keyof typeof reasons, position: number): ODataError {
  const message = `Results cannot be ordered by '${path}': ${reasons[reason]}.`;
  return new ODataError("notOrderable", message, { path, reason }, position);
}
