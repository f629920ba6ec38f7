import { type Address, addresses } from "./entity-sets.js";
import type { Problem } from "./problem.js";

const maxShown = 200;
const writes: readonly string[] = ["POST", "PATCH", "PUT", "DELETE"];

/** Why no route serves a request: its version, a segment of its path, or its method. */
export function explainUnrouted(method: string, url: string, readOnly: boolean): Problem {
  const segments = segmentsOf(url);
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
      return { kind: "segmentNotFound", segment: show(segments[depth] ?? segments[depth - 1]), known: [...names] };
    }
  }
}

function segmentsOf(url: string): string[] {
  const path = /^[^?#]*/.exec(url.replace(/^https?:\/\/[^/?#]*/i, ""))?.[0] ?? "";
  return path.split("/").filter((segment) => segment !== "");
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
