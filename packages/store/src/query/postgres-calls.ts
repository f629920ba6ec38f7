import { sql } from "kysely";
import { datePartOf, whiteSpace } from "./date-parts.js";
import type { Argument, DialectFunction, Sql } from "./sql-dialect.js";

/** A function of the language. */
export function callInPostgres(name: DialectFunction, values: readonly Argument[]): Sql {
  const [first = missing, second = missing, third] = values;
  switch (name) {
    case "contains":
      return sql`(strpos(${first.sql}, ${second.sql}) > 0)`;
    case "indexof":
      return sql`(strpos(${first.sql}, ${second.sql}) - 1)::float8`;
    case "startswith":
      return sql`starts_with(${first.sql}, ${second.sql})`;
    case "endswith":
      return sql`starts_with(reverse(${first.sql}), reverse(${second.sql}))`;
    case "length":
      return sql`char_length(${first.sql})::float8`;
    case "substring":
      return substring(first.sql, second.sql, third?.sql);
    case "tolower":
      return mapCase("lower", first.sql);
    case "toupper":
      return mapCase("upper", first.sql);
    case "trim":
      return sql`btrim(${first.sql}, ${whiteSpace}::text collate "C")`;
    case "concat":
      return sql`(${first.sql} || ${second.sql})`;
    case "round":
      // Halves go away from zero.
      return sql`(select trunc(operand.value + sign(operand.value) * 0.5) from (select ${first.sql} as value offset 0) as operand)`;
    case "floor":
      return sql`floor(${first.sql})`;
    case "ceiling":
      return sql`ceil(${first.sql})`;
    default:
      return sql`${datePartOf(name, first)}::float8`;
  }
}

const missing: Argument = { sql: sql`null`, type: "null", isRepeatable: true };

/** Longer than any text. */
const farthest = sql.raw("1000000000::float8");

function substring(text: Sql, start: Sql, length: Sql | undefined): Sql {
  const from = sql`least(greatest(operands.start, 0), ${farthest})`;
  const count = length === undefined ? farthest : sql`operands.length`;
  const to = sql`least(${from} + least(greatest(${count}, 0), ${farthest}), ${farthest})`;
  // A position with a fraction counts as the whole one before it. GREATEST and LEAST pass over null.
  return sql`(select case when operands.start is not null and ${count} is not null then
    substr(operands.text, trunc(${from})::integer + 1, (trunc(${to}) - trunc(${from}))::integer) end
    from (select ${text} as text, ${start} as start, ${length ?? farthest} as length offset 0) as operands)`;
}

/**
 * Letters of which one code point becomes several when mapped in full: the language leaves them as they are, PostgreSQL
 * maps them to the one that is nearest.
 */
const unmapped = {
  lower: "\u0130",
  upper: codePoints([0x1f80, 0x1faf], [0x1fb3, 0x1fb3], [0x1fc3, 0x1fc3], [0x1ff3, 0x1ff3]),
};

/** As many code points that have no case, from the last private-use plane. */
const standIns = codePoints([0x100000, 0x100000 + 63]);

function codePoints(...ranges: readonly (readonly [number, number])[]): string {
  return ranges
    .map(([first, last]) =>
      String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index)),
    )
    .join("");
}

function mapCase(direction: "lower" | "upper", text: Sql): Sql {
  const letters = unmapped[direction];
  const others = Array.from(standIns).slice(0, Array.from(letters).length).join("");
  const mapped = sql`${sql.raw(direction)}(translate(${text}, ${sql.lit(letters)}, ${sql.lit(others)}) collate "pg_c_utf8")`;
  return sql`translate(${mapped} collate "C", ${sql.lit(others)}, ${sql.lit(letters)})`;
}
