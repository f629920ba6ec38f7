import type { EntityDescription, PropertyDescription } from "@org/odata";

/** A type's own properties and those it inherits, by name; none for a primitive type. */
export function propertiesOf(
  typeName: string,
  { structuredTypes }: EntityDescription,
): ReadonlyMap<string, PropertyDescription> {
  const properties = new Map<string, PropertyDescription>();
  const seen = new Set<string>();
  for (let next: string | undefined = typeName; next !== undefined && !seen.has(next); ) {
    seen.add(next);
    for (const [name, property] of Object.entries(structuredTypes[next]?.properties ?? {})) {
      if (!properties.has(name)) properties.set(name, property);
    }
    next = structuredTypes[next]?.baseType;
  }
  return properties;
}
