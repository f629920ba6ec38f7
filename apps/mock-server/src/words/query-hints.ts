import type { EntityDescription, ODataError } from "@org/odata";
import { nearest } from "../nearest.js";
import { clip } from "./graph-text.js";

/** A longer name is no slip of the fingers, and comparing takes time by its length. */
const longestName = 64;
const functions =
  "contains startswith endswith length indexof substring tolower toupper trim concat year month day hour minute second fractionalseconds date time totaloffsetminutes totalseconds now mindatetime maxdatetime round floor ceiling".split(
    " ",
  );

/** Names that people know from the other logs, or from beta. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ["createddatetime", "activityDateTime"],
  ["activitydisplayname", "provisioningAction"],
  ["action", "provisioningAction"],
  ["statusinfo", "provisioningStatusInfo"],
]);

/** What to do about an error in query text; where nothing better is known, what odata says, if that is more. */
export function queryHint(
  error: ODataError,
  text: string,
  description: EntityDescription | undefined,
): string | undefined {
  const parameter = (name: string): string => clip(error.parameters[name]);
  switch (error.code) {
    case "propertyNotFound":
      return propertyHint(parameter("name"), parameter("type"), description) ?? error.message;
    case "unknownFunction":
      return `${suggest(parameter("name"), functions)}There is: ${functions.join(", ")}.`;
    case "badEnumMember":
      return enumHint(parameter("value"), parameter("type"), description) ?? error.message;
    case "incompatibleTypes":
      return typesHint(parameter("left"), parameter("right")) ?? error.message;
    case "badDateTimeOffset":
      return dateHint(parameter("value"), text, error.position ?? 0) ?? error.message;
    case "duplicateOption":
      return undefined;
    case "unterminatedString":
      return `${error.message} Inside a text a quote is doubled: 'O''Neil'.`;
    case "operatorNotAllowed":
      return `${error.message} The profile strict takes only what Graph documents; current takes every operator.`;
    default:
      return error.message;
  }
}

function propertyHint(name: string, type: string, description: EntityDescription | undefined): string | undefined {
  const types = description?.structuredTypes ?? {};
  const names: string[] = [];
  for (let next: string | undefined = type; next !== undefined; next = types[next]?.baseType) {
    names.push(...Object.keys(types[next]?.properties ?? {}));
  }
  if (names.length === 0) return undefined;
  const known = type === description?.type ? elsewhere.get(name.toLowerCase()) : undefined;
  if (known !== undefined) return `Here it is ${known}.`;
  return `${suggest(name, names)}There is: ${names.join(", ")}.`;
}

function enumHint(value: string, type: string, description: EntityDescription | undefined): string | undefined {
  const members = description?.enumTypes[type];
  return members === undefined ? undefined : `${suggest(value, members)}There is: ${members.join(", ")}.`;
}

/** What a missing or superfluous pair of quotes looks like. */
function typesHint(left: string, right: string): string | undefined {
  const types = [left, right];
  if (!types.includes("Edm.String")) return undefined;
  if (types.includes("Edm.DateTimeOffset")) {
    return "A date stands without quotes: activityDateTime gt 2026-03-02T08:14:05Z.";
  }
  if (types.some((type) => /^Edm\.(Int|Dec|Doub)/.test(type))) {
    return "A number stands without quotes, and a text in quotes.";
  }
  return types.includes("Edm.Guid") ? "Ids here are texts: put the value in quotes." : undefined;
}

function dateHint(value: string, text: string, position: number): string | undefined {
  const rest = text.slice(position + value.length);
  if (/^ +\d\d:?\d\d/.test(rest)) return `A + in a URL is a blank: write ${value}%2B${rest.trim().slice(0, 5)}.`;
  return /T\d\d:\d\d[\d:.]*$/i.test(value)
    ? `The zone is missing: ${value}Z, or an offset such as %2B02:00.`
    : undefined;
}

function suggest(typed: string, candidates: readonly string[]): string {
  const candidate = typed.length > longestName ? undefined : nearest(typed, candidates);
  return candidate === undefined ? "" : `Did you mean ${candidate}? `;
}
