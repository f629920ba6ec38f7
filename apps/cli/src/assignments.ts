import type { ResourceDescription } from "@org/models";
import { UsageError } from "./errors.js";
import { findUnsendable } from "./sources/find-unsendable.js";

/**
 * Puts `path=value` pairs into a copy of the body. A path has names separated by `/` (`statusInfo/status`), or by `.`
 * when it has no `/`. The text of a property that the resource declares as text is taken literally; every other value
 * is JSON where it can be read as JSON. `null` clears, whatever the type; `"null"` in quotes is the text.
 * @throws UsageError
 */
export async function applyAssignments(body: object, assignments: readonly string[]): Promise<object> {
  if (assignments.length === 0) return body;
  const { provisioningObjectSummaryDescription } = await import("@org/models");
  return assign(body, assignments, provisioningObjectSummaryDescription);
}

export function assign(body: object, assignments: readonly string[], description: ResourceDescription): object {
  const result = structuredClone(body);
  for (const assignment of assignments) {
    const at = assignment.indexOf("=");
    if (at < 1) throw new UsageError(`--set ${assignment}: write path=value.`);
    const path = assignment.slice(0, at);
    const names = path.split(path.includes("/") ? "/" : ".");
    if (names.some((name) => name === "" || name === "__proto__"))
      throw new UsageError(`--set ${path}: this is no path.`);
    put(result, names, parseValue(assignment.slice(at + 1), typeOf(names, description, path)), path);
  }
  const fault = findUnsendable(result);
  if (fault !== undefined) throw new UsageError(`--set: ${fault}.`);
  return result;
}

function put(root: object, names: readonly string[], value: unknown, path: string): void {
  let parent = root;
  for (const [index, name] of names.entries()) {
    if (Array.isArray(parent)) throw reachIntoCollection(path, names.slice(0, index));
    if (index === names.length - 1) Reflect.set(parent, name, value);
    else parent = enter(parent, name);
  }
}

function reachIntoCollection(path: string, names: readonly string[]): UsageError {
  const collection = names.join("/");
  return new UsageError(
    `--set ${path}: ${collection} is a collection, and its elements cannot be set one by one; give it whole: '${collection}=[…]'.`,
  );
}

function enter(parent: object, name: string): object {
  const child: unknown = Object.hasOwn(parent, name) ? Reflect.get(parent, name) : undefined;
  if (typeof child === "object" && child !== null) return child;
  const created = {};
  Reflect.set(parent, name, created);
  return created;
}

function parseValue(text: string, type: PropertyType): unknown {
  if (text === "null") return null;
  const isQuoted = text.startsWith('"') && text.endsWith('"') && text.length > 1;
  if (type === "text" && !isQuoted) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

type PropertyType = "text" | "other";

/** Enums and times are texts on the wire, too. What is not declared, in an open type for one, can be anything. */
function typeOf(
  names: readonly string[],
  { type, structuredTypes, enumTypes }: ResourceDescription,
  path: string,
): PropertyType {
  let current: string | undefined = type;
  for (const [index, name] of names.entries()) {
    const property = findProperty(current, name, structuredTypes);
    const isLast = index === names.length - 1;
    if (property?.collection === true && !isLast) throw reachIntoCollection(path, names.slice(0, index + 1));
    if (property === undefined || property.collection === true) return "other";
    if (isLast) {
      const isText =
        ["Edm.String", "Edm.DateTimeOffset"].includes(property.type) || Object.hasOwn(enumTypes, property.type);
      return isText ? "text" : "other";
    }
    current = property.type;
  }
  return "other";
}

function findProperty(type: string | undefined, name: string, types: ResourceDescription["structuredTypes"]) {
  for (let next = type; next !== undefined; next = types[next]?.baseType) {
    const properties = types[next]?.properties ?? {};
    if (Object.hasOwn(properties, name)) return properties[name];
  }
  return undefined;
}
