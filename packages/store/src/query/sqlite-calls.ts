import { sql } from "kysely";
import { encodeText } from "../sqlite/strange-text.js";
import { datePartOf, whiteSpace } from "./date-parts.js";
import type { Argument, DialectFunction, Sql } from "./sql-dialect.js";

/** UTF-8 bytes of a text up to which SQLite's own search is fast however it is chosen. */
const shortText = 256;

/** A function of the language. Most of SQLite's own stop at NUL or know ASCII only: those are JavaScript's. */
export function callInSqlite(name: DialectFunction, values: readonly Argument[]): Sql {
  const [first = missing, second = missing, third] = values;
  switch (name) {
    case "contains":
      return isShort(second) ? sql`(instr(${first.sql}, ${second.sql}) > 0)` : sql`(${search(first, second)} >= 0)`;
    case "indexof":
      return isShort(second) ? sql`cast(instr(${first.sql}, ${second.sql}) - 1 as real)` : search(first, second);
    case "startswith":
      return isShort(second)
        ? sql`(instr(${first.sql}, ${second.sql}) = 1)`
        : sql`provlog_starts_with(${bytes(first)}, ${bytes(second)})`;
    case "endswith":
      return sql`provlog_ends_with(${bytes(first)}, ${bytes(second)})`;
    case "length":
      return quickly(first, (text) => sql`cast(length(${text}) as real)`, sql`provlog_length(${bytes(first)})`);
    case "substring":
      return textOf(sql`provlog_substring(${bytes(first)}, ${second.sql}, ${third?.sql ?? sql`9e999`})`);
    case "tolower":
      return quickly(first, (text) => sql`lower(${text})`, textOf(sql`provlog_lower(${bytes(first)})`));
    case "toupper":
      return quickly(first, (text) => sql`upper(${text})`, textOf(sql`provlog_upper(${bytes(first)})`));
    case "trim":
      return sql`trim(${first.sql}, ${whiteSpace})`;
    case "concat":
      return sql`(${first.sql} || ${second.sql})`;
    case "round":
    case "floor":
    case "ceiling":
      return sql`${sql.raw(`provlog_${name}`)}(${first.sql})`;
    default:
      return sql`cast(${datePartOf(name, first)} as real)`;
  }
}

const missing: Argument = { sql: sql`null`, type: "null", isRepeatable: true };

function isShort({ literal }: Argument): boolean {
  return typeof literal === "string" && (literal.length * 3 <= shortText || encodeText(literal).length <= shortText);
}

function bytes({ sql: text }: Argument): Sql {
  return sql`cast(${text} as blob)`;
}

/** SQLite's own function where the text is ASCII: a call of JavaScript's takes longer than all else. */
function quickly({ sql: text, isRepeatable }: Argument, own: (text: Sql) => Sql, otherwise: Sql): Sql {
  if (!isRepeatable) return otherwise;
  return sql`case when length(${text}) = octet_length(${text}) then ${own(text)} else ${otherwise} end`;
}

/** A function gives bytes where the driver would change the text. */
function textOf(call: Sql): Sql {
  return sql`cast(${call} as text)`;
}

/** The position by code points, in time linear in both lengths. */
function search(text: Argument, part: Argument): Sql {
  return sql`provlog_index_of(${bytes(text)}, ${bytes(part)})`;
}
