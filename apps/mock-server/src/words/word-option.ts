import type { Profile } from "../profile.js";
import { badRequest, clip, type GraphText, invalidQuery } from "./graph-text.js";

/** As Microsoft's library spells them in its message. */
const knownOptions: ReadonlyMap<string, string> = new Map(
  "Apply Compute Count DeltaToken Expand Filter Format OrderBy Search Select Skip SkipToken Top"
    .split(" ")
    .map((name) => [name.toLowerCase(), name]),
);

/** A query option that is right and not served, or that nobody knows. */
export function wordOption(name: string, served: readonly string[], profile: Profile): GraphText {
  const why = profile === "strict" ? " The profile strict serves only what Graph documents for this log." : "";
  const hint = `This address takes ${listNames(served)}, and ignores no other option that begins with $.${why}`;
  const known = knownOptions.get(name);
  if (known === undefined) return unknownOption(`$${clip(name)}`, hint);
  return invalidQuery(
    `Query option '${known}' is not allowed. To allow it, set the 'AllowedQueryOptions' property on EnableQueryAttribute or QueryValidationSettings.`,
    hint,
  );
}

export function unknownOption(name: string, hint: string): GraphText {
  return badRequest(`The query parameter '${name}' is not supported.`, hint);
}

export function orderbyNotAllowed(path: string, hint: string): GraphText {
  return badRequest(
    `Order by '${path}' property is not allowed. To allow it, set the 'AllowedOrderByProperties' property on EnableQueryAttribute or QueryValidationSettings.`,
    hint,
  );
}

/** "no option", "$filter", "$select and $format". */
function listNames(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? "no option";
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
