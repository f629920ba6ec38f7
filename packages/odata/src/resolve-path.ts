import type { EntityDescription, PropertyDescription } from "./description.js";
import { ODataError } from "./odata-error.js";

/** Where a path leads. */
export type ResolvedPath =
  | { readonly kind: "property"; readonly segments: readonly string[]; readonly property: PropertyDescription }
  /** Leads into an open type's undeclared property. */
  | { readonly kind: "dynamic"; readonly segments: readonly string[] }
  /** Goes on behind a collection, where it has no single value. */
  | { readonly kind: "throughCollection"; readonly segments: readonly string[] };

/**
 * Resolves names in any case, aliases first (the longest that fits), inherited properties included.
 * @throws ODataError `propertyNotFound`.
 */
export function resolvePath(
  path: readonly string[],
  description: EntityDescription,
  position: number | undefined,
): ResolvedPath {
  const index = indexOf(description);
  const segments: string[] = [];
  let typeName = description.type;
  let property: PropertyDescription | undefined;
  for (const name of replaceAlias(path, index.aliases)) {
    if (property?.collection === true) return { kind: "throughCollection", segments };
    const type = index.types.get(typeName);
    const found = type?.find(name);
    if (found === undefined) {
      if (type?.open === true) return { kind: "dynamic", segments: [...segments, name] };
      throw notFound(name, typeName, position);
    }
    segments.push(found.name);
    property = found.property;
    typeName = property.type;
  }
  if (property === undefined) throw notFound("", typeName, position);
  return { kind: "property", segments, property };
}

function notFound(name: string, type: string, position: number | undefined): ODataError {
  return new ODataError("propertyNotFound", `The type ${type} has no property '${name}'.`, { name, type }, position);
}

function replaceAlias(path: readonly string[], aliases: ReadonlyMap<string, string>): readonly string[] {
  if (aliases.size === 0) return path;
  for (let length = path.length; length > 0; length -= 1) {
    const wirePath = aliases.get(path.slice(0, length).join("/").toLowerCase());
    if (wirePath !== undefined) return [...wirePath.split("/"), ...path.slice(length)];
  }
  return path;
}

interface NamedProperty {
  readonly name: string;
  readonly property: PropertyDescription;
}

interface IndexedType {
  readonly open: boolean;
  find(name: string): NamedProperty | undefined;
}

interface DescriptionIndex {
  readonly types: ReadonlyMap<string, IndexedType>;
  readonly aliases: ReadonlyMap<string, string>;
}

const indexes = new WeakMap<EntityDescription, DescriptionIndex>();

function indexOf(description: EntityDescription): DescriptionIndex {
  const known = indexes.get(description);
  if (known !== undefined) return known;
  const types = new Map<string, IndexedType>();
  for (const typeName of Object.keys(description.structuredTypes))
    types.set(typeName, indexType(typeName, description));
  const aliases = new Map<string, string>();
  for (const [alias, path] of Object.entries(description.pathAliases)) aliases.set(alias.toLowerCase(), path);
  const index = { types, aliases };
  indexes.set(description, index);
  return index;
}

/** Exact names win over names in another case, own properties over inherited ones. */
function indexType(typeName: string, description: EntityDescription): IndexedType {
  const exact = new Map<string, NamedProperty>();
  const anyCase = new Map<string, NamedProperty>();
  const seen = new Set<string>();
  let open = false;
  for (let next: string | undefined = typeName; next !== undefined && !seen.has(next); ) {
    seen.add(next);
    const type: EntityDescription["structuredTypes"][string] | undefined = description.structuredTypes[next];
    for (const [name, property] of Object.entries(type?.properties ?? {})) {
      if (!exact.has(name)) exact.set(name, { name, property });
      if (!anyCase.has(name.toLowerCase())) anyCase.set(name.toLowerCase(), { name, property });
    }
    open ||= type?.open === true;
    next = type?.baseType;
  }
  return { open, find: (name) => exact.get(name) ?? anyCase.get(name.toLowerCase()) };
}
