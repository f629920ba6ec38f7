import type { StructuredType } from "./input-type.js";

type Members = Record<string, unknown>;

/**
 * Merges a change into a structured value as OData's PATCH does, without touching either: primitive values and
 * collections are replaced, complex values merged member by member, null clears a declared property and removes any
 * other. A dynamic property that is null does not exist, so a new value never holds one.
 */
export function mergeStructured(current: object | null | undefined, change: object, type: StructuredType): object {
  const result: Members = { ...current };
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) continue;
    const property = type.properties.get(name);
    if (property === undefined) setDynamic(result, name, value);
    else if (property.kind === "collection") result[name] = mergeCollection(value, property.element);
    else if (property.kind === "structured" && isMembers(value)) {
      const before = result[name];
      result[name] = mergeStructured(isMembers(before) ? before : undefined, value, property);
    } else result[name] = value;
  }
  return result;
}

function mergeCollection(value: unknown, element: StructuredType): unknown {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) => (isMembers(item) ? mergeStructured(undefined, item, element) : item));
}

function setDynamic(result: Members, name: string, value: unknown): void {
  // Assigning to this name would set the prototype. A parsed input never holds it.
  if (name === "__proto__") return;
  if (value === null) delete result[name];
  else if (isMembers(value)) {
    const before = result[name];
    const merged: Members = isMembers(before) ? { ...before } : {};
    for (const [member, item] of Object.entries(value)) setDynamic(merged, member, item);
    result[name] = merged;
  } else result[name] = value;
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
