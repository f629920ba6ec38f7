import type { BoundCount, BoundProperty } from "./bound-expression.js";
import type { EntityDescription } from "./description.js";
import type { PathExpression } from "./expression.js";
import { ODataError } from "./odata-error.js";
import { resolvePath } from "./resolve-path.js";

/** Types of the range variables in scope, by name. */
export type Variables = ReadonlyMap<string, string>;

/** A path that has one value: a property, or the length of a collection. */
export function bindPath(
  node: PathExpression,
  description: EntityDescription,
  variables: Variables,
): BoundProperty | BoundCount {
  const last = node.segments.at(-1);
  if (node.segments.length > 1 && typeof last === "string" && last.toLowerCase() === "$count") {
    const source = { ...node, segments: node.segments.slice(0, -1) };
    return { kind: "count", collection: bindCollection(source, description, variables), type: "Edm.Int64" };
  }
  const { property, isCollection } = resolve(node, description, variables);
  if (isCollection) throw notSingleValue(property.segments, node.position);
  return property;
}

/** A path to a collection. */
export function bindCollection(
  node: PathExpression,
  description: EntityDescription,
  variables: Variables,
): BoundProperty {
  const { property, isCollection } = resolve(node, description, variables);
  if (isCollection) return property;
  const path = property.segments.join("/");
  throw new ODataError("notCollection", `'${path}' is no collection.`, { path }, node.position);
}

/** What the language has and no filter here can hold. */
export function notSupported(construct: string, position: number | undefined): ODataError {
  return new ODataError("notSupported", `Filters here cannot hold ${construct}.`, { construct }, position);
}

interface ResolvedProperty {
  readonly property: BoundProperty;
  readonly isCollection: boolean;
}

function resolve(node: PathExpression, description: EntityDescription, variables: Variables): ResolvedProperty {
  const names: string[] = [];
  for (const segment of node.segments) {
    if (typeof segment !== "string") throw unknownFunction(segment.name, node.position);
    names.push(segment);
  }
  const [first = ""] = names;
  const start = variables.size === 0 ? undefined : variables.get(first);
  const isRoot = first === "$it" || first === "$this";
  if (!isRoot && (first.startsWith("$") || first.startsWith("@"))) throw notSupported(first, node.position);
  const variable = start === undefined ? undefined : first;
  const path = start !== undefined || isRoot ? names.slice(1) : names;
  if (path.length === 0) {
    return { property: createProperty(variable, [], start ?? description.type, false), isCollection: false };
  }
  const resolved = resolvePath(path, description, node.position, start);
  const { segments } = resolved;
  switch (resolved.kind) {
    case "throughCollection":
      throw notSingleValue(segments, node.position);
    case "dynamic":
      return { property: createProperty(variable, segments, "Edm.String", true), isCollection: false };
    case "property": {
      const { type, collection } = resolved.property;
      return { property: createProperty(variable, segments, type, false), isCollection: collection === true };
    }
  }
}

/** Without spreading: this runs for every path, and copying objects took most of its time. */
function createProperty(
  variable: string | undefined,
  segments: readonly string[],
  type: string,
  isDynamic: boolean,
): BoundProperty {
  const kind = "property";
  if (variable === undefined) {
    return isDynamic ? { kind, segments, type, dynamic: true } : { kind, segments, type };
  }
  return isDynamic ? { kind, variable, segments, type, dynamic: true } : { kind, variable, segments, type };
}

function notSingleValue(segments: readonly string[], position: number | undefined): ODataError {
  const path = segments.join("/");
  return new ODataError("notSingleValue", `'${path}' is a collection: use any or all.`, { path }, position);
}

function unknownFunction(name: string, position: number | undefined): ODataError {
  return new ODataError("unknownFunction", `There is no function '${name}'.`, { name }, position);
}
