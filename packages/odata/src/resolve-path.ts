import type { EntityDescription, PropertyDescription } from "./description.js";
import { ODataError } from "./odata-error.js";

/** Where a path leads. */
export type ResolvedPath =
  | { readonly kind: "property"; readonly segments: readonly string[]; readonly property: PropertyDescription }
  /** Leads into an open type's undeclared property, or further. */
  | { readonly kind: "dynamic"; readonly segments: readonly string[] }
  /** Goes on behind a collection, where it has no single value. */
  | { readonly kind: "throughCollection"; readonly segments: readonly string[] };

/**
 * Resolves names in any case, aliases first (the longest that fits), inherited properties included. A qualified name
 * casts to that type. Begins at `start`, or at the entity.
 * @throws ODataError `propertyNotFound`.
 */
export function resolvePath(
  path: readonly string[],
  description: EntityDescription,
  position: number | undefined,
  start: string = description.type,
): ResolvedPath {
  const index = indexOf(description);
  const segments: string[] = [];
  let typeName = start;
  let property: PropertyDescription | undefined;
  const names = start === description.type ? replaceAlias(path, index.aliases) : path;
  for (const [at, name] of names.entries()) {
    if (property?.collection === true) return { kind: "throughCollection", segments };
    const type = index.types.get(typeName);
    const found = type?.find(name);
    if (found === undefined) {
      const cast = name.includes(".") ? index.findDerived(name, typeName) : undefined;
      if (cast !== undefined) {
        typeName = cast;
        if (property !== undefined) property = { ...property, type: cast };
        continue;
      }
      if (type?.open === true) return { kind: "dynamic", segments: [...segments, ...names.slice(at)] };
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
  /** The type of this name in any case, if it is `base` or derived from it. */
  findDerived(name: string, base: string): string | undefined;
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
  const typeNames = new Map([...types.keys()].map((name) => [name.toLowerCase(), name]));
  const findDerived = (name: string, base: string): string | undefined => {
    const type = typeNames.get(name.toLowerCase());
    return type !== undefined && lineOf(type, description).has(base) ? type : undefined;
  };
  const index = { types, aliases, findDerived };
  indexes.set(description, index);
  return index;
}

/** Exact names win over names in another case, own properties over inherited ones. */
function indexType(typeName: string, description: EntityDescription): IndexedType {
  const exact = new Map<string, NamedProperty>();
  const anyCase = new Map<string, NamedProperty>();
  let open = false;
  for (const lineType of lineOf(typeName, description)) {
    const type = description.structuredTypes[lineType];
    for (const [name, property] of Object.entries(type?.properties ?? {})) {
      if (!exact.has(name)) exact.set(name, { name, property });
      if (!anyCase.has(name.toLowerCase())) anyCase.set(name.toLowerCase(), { name, property });
    }
    open ||= type?.open === true;
  }
  return { open, find: (name) => exact.get(name) ?? anyCase.get(name.toLowerCase()) };
}

/** A type and its bases, which may not go in a circle. */
function lineOf(typeName: string, description: EntityDescription): ReadonlySet<string> {
  const line = new Set<string>();
  for (let next: string | undefined = typeName; next !== undefined && !line.has(next); ) {
    line.add(next);
    next = description.structuredTypes[next]?.baseType;
  }
  return line;
}
