import { type Address, addresses } from "./entity-sets.js";
import type { Problem } from "./problem.js";

const maxShown = 200;
const writes: readonly string[] = ["POST", "PATCH", "PUT", "DELETE"];

/** Why no route serves a request: its version, a segment of its path, or its method. */
export function explainUnrouted(method: string, url: string, readOnly: boolean): Problem {
  const segments = segmentsOf(url);
  const empty = findEmptySegment(segments);
  if (empty !== undefined) return empty;
  const found = findAddress(segments);
  if (found === undefined) return explainPath(segments);
  const { address, rest } = found;
  if (rest.length > 1) return { kind: "segmentNotFound", segment: show(rest[1]), known: [] };
  if (rest[0]?.startsWith("$")) return { kind: "segmentNotFound", segment: show(rest[0]), known: [] };
  const served = rest.length === 0 ? address.collectionMethods : address.entityMethods;
  // Without a version only what the contract page needs is served; the rest is Graph's answer to a missing version.
  if (address.path !== address.canonicalPath && !(readOnly && served.includes(method))) {
    return { kind: "invalidVersion", version: show(segments[0]) };
  }
  const allowed = readOnly ? served.filter((candidate) => candidate === "GET") : served;
  return {
    kind: "methodNotAllowed",
    allowed,
    readOnly: readOnly && writes.includes(method) && served.includes(method),
  };
}

/** Two slashes in a row stand for a segment without a name; in a version that does not exist it is the version that is wrong. */
function findEmptySegment(segments: readonly string[]): Problem | undefined {
  const isVersioned = segments[0] === "" || addresses.some(({ canonicalPath }) => isFirst(segments[0], canonicalPath));
  return isVersioned && segments.includes("") ? { kind: "segmentNotFound", segment: "", known: [] } : undefined;
}

function isFirst(segment: string | undefined, path: string): boolean {
  return path.split("/")[1] === segment;
}

function findAddress(segments: readonly string[]): { readonly address: Address; readonly rest: string[] } | undefined {
  for (const address of addresses) {
    const own = address.path.split("/").slice(1);
    if (own.every((segment, index) => segment === segments[index])) {
      return { address, rest: segments.slice(own.length) };
    }
  }
  return undefined;
}

function explainPath(segments: readonly string[]): Problem {
  const [version = ""] = segments;
  const versioned = addresses.map(({ canonicalPath }) => canonicalPath.split("/").slice(1));
  if (!versioned.some((path) => path[0] === version)) return { kind: "invalidVersion", version: show(version) };
  for (let depth = 1; ; depth += 1) {
    const known = versioned.filter((path) =>
      segments.slice(0, depth).every((segment, index) => path[index] === segment),
    );
    if (segments[depth] === undefined || !known.some((path) => path[depth] === segments[depth])) {
      const names = new Set(known.flatMap((path) => path[depth] ?? []));
      const segment = show(segments[depth] ?? segments[depth - 1]);
      return { kind: "segmentNotFound", segment, known: [...names], version: findVersion(segments, version) };
    }
  }
}

/** Another version that has what this one has not. */
function findVersion(segments: readonly string[], version: string): string | undefined {
  const rest = segments.slice(1, 3).join("/");
  const found = addresses.find(({ canonicalPath }) => canonicalPath.endsWith(`/${rest}`) && rest.includes("/"));
  const other = found?.canonicalPath.split("/")[1];
  return other === version ? undefined : other;
}

function segmentsOf(url: string): string[] {
  const path = /^[^?#]*/.exec(url.replace(/^https?:\/\/[^/?#]*/i, ""))?.[0] ?? "";
  const segments = path.split("/").slice(1);
  // One slash at the end is none.
  return segments.at(-1) === "" ? segments.slice(0, -1) : segments;
}

function show(segment: string | undefined): string {
  let text = segment ?? "";
  try {
    text = decodeURIComponent(text);
  } catch {
    // shown as it came
  }
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}
