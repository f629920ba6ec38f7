import type { Problem } from "../problem.js";
import type { Profile } from "../profile.js";
import { badRequest, clip, type GraphText } from "./graph-text.js";
import { type QueryFacts, queryDetails } from "./query-details.js";
import { queryHint } from "./query-hints.js";

/** The code of errors in the URL, until its owner's name was taken out of it. */
export const legacyUriCode = "RequestBroker--ParseUri";

type QueryProblem = Extract<Problem, { kind: "query" }>;

const prefixes: Readonly<Record<NonNullable<QueryProblem["option"]>, string>> = {
  filter: "Invalid filter clause: ",
  orderby: "",
  select: "Parsing OData Select and Expand failed: ",
  expand: "Parsing OData Select and Expand failed: ",
};

/** What is wrong with query text: Graph's words by the error's code, behind those that name the option. */
export function wordQuery({ error, option, text = "", description }: QueryProblem, profile: Profile): GraphText {
  const { code, parameters, position } = error;
  const facts: QueryFacts = {
    parameter: (name) => clip(parameters[name]),
    text: clip(text),
    position: position ?? 0,
    fallback: error.message,
    option,
  };
  const detail = queryDetails[code](facts);
  const hint = queryHint(error, text, description);
  // The service behind the gateway refuses without a reason, as everything did in older years.
  if (detail === undefined) return badRequest("Invalid filter clause", hint);
  if (option === "filter" && profile === "legacy") {
    return badRequest("Invalid filter clause", [detail, hint].filter((part) => part !== undefined).join(" "));
  }
  const isUriError = option === "select" || option === "expand";
  return {
    status: 400,
    code: isUriError && profile === "legacy" ? legacyUriCode : "BadRequest",
    message: `${option === undefined || isWhole(detail) ? "" : prefixes[option]}${detail}`,
    hint,
  };
}

/** Some refusals come from a check that is made later and has an opening of its own. */
function isWhole(detail: string): boolean {
  return detail.startsWith("The query specified in the URI is not valid.");
}
