import { type EntityDescription, ODataError } from "@org/odata";
import { UsageError } from "../errors.js";
import { printable } from "../output/escape.js";
import { propertiesOf } from "./properties-of.js";
import { suggest } from "./suggest.js";

/** Runs what reads the text of a flag; what it refuses becomes a message that points at the place and offers a way out. */
export function withQueryErrors<Result>(
  flag: string,
  text: string,
  description: EntityDescription,
  read: () => Result,
): Result {
  try {
    return read();
  } catch (error) {
    if (!ODataError.isInstance(error)) throw error;
    throw new UsageError(describe(flag, text, description, error));
  }
}

function describe(flag: string, text: string, description: EntityDescription, error: ODataError): string {
  const lines = [`${flag}: ${error.message}`];
  const position = placeOf(text, error);
  if (position !== undefined) lines.push(...pointAt(text, position));
  const advice = adviceFor(error, text, description);
  if (advice !== undefined) lines.push(advice);
  return lines.join("\n");
}

/** An unknown name may stand inside a path, at whose beginning the error points. */
function placeOf(text: string, { code, position, parameters }: ODataError): number | undefined {
  if (position === undefined || code !== "propertyNotFound") return position;
  const found = text.indexOf(String(parameters["name"]), position);
  return found === -1 ? position : found;
}

/** How much of a long text is shown on either side of the place. */
const shownBefore = 60;
const shownAfter = 40;

function pointAt(text: string, position: number): string[] {
  const start = Math.max(0, position - shownBefore);
  const end = position + shownAfter;
  const before = (start > 0 ? "…" : "") + printable(text.slice(start, position));
  const after = printable(text.slice(position, end)) + (end < text.length ? "…" : "");
  return [`  ${before}${after}`, `  ${" ".repeat([...before].length)}^`];
}

const functions = (
  "contains startswith endswith length indexof substring tolower toupper trim concat year month day hour minute second " +
  "fractionalseconds date time totalseconds totaloffsetminutes now mindatetime maxdatetime round floor ceiling"
).split(" ");

function adviceFor(error: ODataError, text: string, description: EntityDescription): string | undefined {
  const { code, parameters, position } = error;
  if (code === "propertyNotFound")
    return meant(propertiesLike(String(parameters["name"]), String(parameters["type"]), description));
  if (code === "unknownFunction") return meant(suggest(String(parameters["name"]), functions));
  if (code === "badEnumMember") {
    const members = description.enumTypes[String(parameters["type"])] ?? [];
    return meant(suggest(String(parameters["value"]), members)) ?? `It can be ${members.join(", ")}.`;
  }
  if (code === "badDateTimeOffset") return "Times have a zone and no quotes: 2026-03-02T08:14:05Z.";
  if (position === undefined) return undefined;
  const rest = text.slice(position).trimStart();
  if (rest.startsWith('"')) return "Texts stand in single quotes: 'failure'.";
  if (/^(?:[=<>&|]|!)/.test(rest)) return "Write eq for =, ne for !=, gt and lt for > and <, and, or, not.";
  return undefined;
}

function meant(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : `Did you mean ${names.join(" or ")}?`;
}

/** Properties of the type with a similar name, else paths that end in one, else the times if a time was asked for. */
function propertiesLike(name: string, type: string, description: EntityDescription): readonly string[] {
  const own = propertiesOf(type, description);
  const alike = suggest(name, [...own.keys()]);
  if (alike.length > 0) return alike;
  const below = [...own].flatMap(([parent, { type: inner, collection }]) =>
    collection === true ? [] : [...propertiesOf(inner, description).keys()].map((child) => ({ parent, child })),
  );
  const children = suggest(
    name,
    below.map(({ child }) => child),
    1,
  );
  const paths = below.filter(({ child }) => children.includes(child)).map(({ parent, child }) => `${parent}/${child}`);
  if (paths.length > 0) return paths.slice(0, 4);
  // The mistake most often made with this log: createdDateTime, which its neighbours have.
  if (!/date|time|created|when/i.test(name)) return [];
  return [...own].filter(([, property]) => property.type === "Edm.DateTimeOffset").map(([time]) => time);
}
