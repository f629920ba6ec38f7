import type { BoundPath } from "./bound-query.js";
import type { EntityDescription } from "./description.js";
import { ODataError } from "./odata-error.js";
import { resolvePath } from "./resolve-path.js";
import type { SelectItem } from "./select.js";

/**
 * Resolves the items of `$select`: each path once, in the order asked for; undefined when `*` asks for everything.
 * Undeclared properties of open types have the type `Edm.Untyped`.
 * @throws ODataError `propertyNotFound`, `notSingleValue` for a path through a collection, `notSupported` for options
 * and operations.
 */
export function bindSelect(items: readonly SelectItem[], description: EntityDescription): BoundPath[] | undefined {
  const paths = new Map<string, BoundPath>();
  let all = false;
  for (const { path, options, position } of items) {
    const text = path.join("/");
    if (options !== undefined) throw notSelectable(`${text}(${options})`, position);
    if (text === "*") {
      all = true;
      continue;
    }
    if (path.some((name) => /[$@*]/.test(name))) throw notSelectable(text, position);
    const bound = bindItem(path, description, position);
    paths.set(bound.segments.join("/"), bound);
  }
  return all ? undefined : [...paths.values()];
}

function notSelectable(item: string, position: number): ODataError {
  const construct = item.length > 100 ? `${item.slice(0, 100)}…` : item;
  const message = `$select takes names and paths alone, not '${construct}'.`;
  return new ODataError("notSupported", message, { construct }, position);
}

function bindItem(path: readonly string[], description: EntityDescription, position: number): BoundPath {
  const resolved = resolvePath(path, description, position);
  const { segments } = resolved;
  if (resolved.kind === "throughCollection") {
    const collection = segments.join("/");
    const message = `Parts of the elements of '${collection}' cannot be selected.`;
    throw new ODataError("notSingleValue", message, { path: collection }, position);
  }
  return { segments, type: resolved.kind === "dynamic" ? "Edm.Untyped" : resolved.property.type };
}

/**
 * Refuses `$expand` for a resource without navigation properties, by its first item.
 * @throws ODataError `propertyNotFound`, or `notExpandable` for a property that holds its value itself.
 */
export function refuseExpand(items: readonly SelectItem[], description: EntityDescription): never {
  const [{ path, position } = { path: ["*"], position: 0 }] = items;
  const name = path.join("/");
  if (!/[$@*]/.test(name)) resolvePath(path, description, position);
  const message = `'${name}' leads to no other entity, so that it cannot be expanded.`;
  throw new ODataError("notExpandable", message, { name, type: description.type }, position);
}
