import type { LiteralForm } from "./expression.js";
import { badLiteral } from "./syntax-error.js";

const identifier = "[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Pc}\\p{Cf}]*";
const enumMember = `(?:${identifier}|[+-]?\\d{1,19})`;
const enumContent = new RegExp(`^${enumMember}(?:,${enumMember})*$`, "u");
const duration = /^-?P(?=\d|T\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;
const binary = /^(?:[\w-]{4})*(?:[\w-]{2}[AEIMQUYcgkosw048]=?|[\w-][AQgw](?:==)?)?$/;
const dateTime =
  /^-?(?:0\d{3}|[1-9]\d{3,})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T([^Z+-]*)(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?$/i;
const timeOfDay = /^(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d{1,12})?)?$/;

const number = "[-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?|-?INF|NaN";
const position = `(?:${number})(?: (?:${number})){1,3}`;
const point = `\\(${position}\\)`;
const line = `\\(${position}(?:,${position})*\\)`;
const lines = `\\(${line}(?:,${line})*\\)`;
const shapes = [
  `Point${point}`,
  `LineString${line}`,
  `Polygon${lines}`,
  `MultiPoint\\((?:${point}(?:,${point})*)?\\)`,
  `MultiLineString\\((?:${line}(?:,${line})*)?\\)`,
  `MultiPolygon\\((?:${lines}(?:,${lines})*)?\\)`,
].join("|");
const shape = `(?:${shapes}|GeometryCollection\\((?:${shapes})(?:,(?:${shapes}))*\\))`;
const spatial = new RegExp(`^SRID=\\d{1,5};${shape}$`, "i");

/** The form of `prefix'content'`, and the type where the prefix is an enum's. */
export function readPrefixed(prefix: string, content: string, start: number): { form: LiteralForm; type?: string } {
  const lower = prefix.toLowerCase();
  switch (lower) {
    case "duration":
      if (!duration.test(content)) throw badLiteral("Edm.Duration", content, start);
      return { form: "duration" };
    case "binary":
      if (!binary.test(content)) throw badLiteral("Edm.Binary", content, start);
      return { form: "binary" };
    case "geography":
    case "geometry":
      if (!spatial.test(content))
        throw badLiteral(lower === "geography" ? "Edm.Geography" : "Edm.Geometry", content, start);
      return { form: lower };
    default:
      // An enum type is always qualified; `guid'…'` and `datetime'…'` are of OData 3.
      if (!prefix.includes(".") || !enumContent.test(content)) throw badLiteral(prefix, content, start);
      return { form: "enum", type: prefix };
  }
}

/** Whether a text that looks like a date, or a date with a time, is one. */
export function dateFormOf(text: string): "date" | "dateTimeOffset" | undefined {
  const match = dateTime.exec(text);
  if (match === null) return undefined;
  const time = match[1];
  if (time === undefined) return "date";
  return timeOfDay.test(time) ? "dateTimeOffset" : undefined;
}

export function isTimeOfDay(text: string): boolean {
  return timeOfDay.test(text);
}
