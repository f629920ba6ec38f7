import { ProblemError } from "../problem.js";
import type { Profile } from "../profile.js";

/** What is read: the list, one event, or how many there are. */
export type Place = "list" | "entity" | "count";

const served: Readonly<Record<Place, readonly string[]>> = {
  list: ["filter", "orderby", "select", "count", "skip", "top", "skiptoken", "format", "expand"],
  entity: ["select", "format", "expand"],
  count: ["filter"],
};

/** What no page of Graph's documents for this log; its neighbour, the sign-ins, refused the first of them. */
const undocumented: readonly string[] = ["select", "count", "skip"];

/**
 * Refuses every option that is not served at this place. `$expand` passes, to be refused with a reason of its own.
 * @throws ProblemError
 */
export function checkOptions(names: Iterable<string>, place: Place, profile: Profile): void {
  for (const name of names) {
    if (served[place].includes(name) && (profile !== "strict" || !undocumented.includes(name))) continue;
    throw new ProblemError({ kind: "optionNotServed", name, served: listServed(place, profile) });
  }
}

/**
 * Refuses `…/$count` where only what is documented is served.
 * @throws ProblemError
 */
export function checkCountSegment(profile: Profile): void {
  if (profile !== "strict") return;
  throw new ProblemError({ kind: "optionNotServed", name: "count", served: listServed("list", profile) });
}

/** With their `$`, as advice names them. */
function listServed(place: Place, profile: Profile): readonly string[] {
  return served[place]
    .filter((name) => name !== "expand" && (profile !== "strict" || !undocumented.includes(name)))
    .map((name) => `$${name}`);
}
