import type { BoundLiteral } from "./bound-expression.js";
import { toSortableDateTime } from "./date-time.js";
import type { EntityDescription } from "./description.js";
import { nullType } from "./edm-types.js";
import { durationToSeconds, normaliseTimeOfDay, parseDate } from "./edm-values.js";
import type { LiteralExpression } from "./expression.js";
import { ODataError } from "./odata-error.js";

const maxInt32 = 2_147_483_647n;
const maxInt64 = 9_223_372_036_854_775_807n;

/** The value of a literal, and the type it has by itself. */
export function bindLiteral(node: LiteralExpression, description: EntityDescription): BoundLiteral {
  const { form, text, position } = node;
  switch (form) {
    case "null":
      return literal(nullType, null);
    case "boolean":
      return literal("Edm.Boolean", text === "true");
    case "integer":
      return literal(integerType(text), Number(text));
    case "decimal":
      return literal("Edm.Decimal", Number(text));
    case "double":
      return literal("Edm.Double", Number(text.replace("INF", "Infinity")));
    case "string":
      return literal("Edm.String", text);
    case "guid":
      return literal("Edm.Guid", text.toLowerCase());
    case "date":
      return literal(
        "Edm.Date",
        at(position, () => parseDate(text)),
      );
    case "dateTimeOffset":
      return literal(
        "Edm.DateTimeOffset",
        at(position, () => toSortableDateTime(text)),
      );
    case "timeOfDay":
      return literal("Edm.TimeOfDay", normaliseTimeOfDay(text));
    case "duration":
      return literal("Edm.Duration", durationToSeconds(text));
    case "binary":
      return literal("Edm.Binary", text.replace(/=+$/, ""));
    case "enum":
      return bindEnumLiteral(node, description);
    case "geography":
    case "geometry": {
      const construct = `${form} literals`;
      throw new ODataError("notSupported", `There are no ${construct} here.`, { construct }, position);
    }
  }
}

/** The member that a text names in any case. */
export function bindEnumMember(
  text: string,
  type: string,
  description: EntityDescription,
  position: number | undefined,
): BoundLiteral {
  const lower = text.toLowerCase();
  const member = description.enumTypes[type]?.find((name) => name.toLowerCase() === lower);
  if (member === undefined) throw badEnumMember(text, type, position);
  return literal(type, member);
}

/** A date as the point in time at which it begins in UTC. */
export function startOfDay(date: BoundLiteral): BoundLiteral {
  return literal("Edm.DateTimeOffset", `${date.value}T00:00:00`);
}

export function literal(type: string, value: BoundLiteral["value"]): BoundLiteral {
  return { kind: "literal", type, value };
}

function bindEnumLiteral(
  { text, type = "", position }: LiteralExpression,
  description: EntityDescription,
): BoundLiteral {
  const lower = type.toLowerCase();
  const known = Object.keys(description.enumTypes).find((name) => name.toLowerCase() === lower);
  if (known === undefined) throw badEnumMember(text, type, position);
  return bindEnumMember(text, known, description, position);
}

function badEnumMember(text: string, type: string, position: number | undefined): ODataError {
  const value = text.length > 100 ? `${text.slice(0, 100)}…` : text;
  return new ODataError("badEnumMember", `'${value}' is no member of ${type}.`, { value, type }, position);
}

function integerType(text: string): string {
  const value = BigInt(text.replace("+", ""));
  const magnitude = value < 0n ? -value - 1n : value;
  return magnitude <= maxInt32 ? "Edm.Int32" : magnitude <= maxInt64 ? "Edm.Int64" : "Edm.Decimal";
}

/** Adds the literal's position to an error of a function that knows none. */
function at<Value>(position: number | undefined, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!ODataError.isInstance(error)) throw error;
    throw new ODataError(error.code, error.message, error.parameters, position);
  }
}
