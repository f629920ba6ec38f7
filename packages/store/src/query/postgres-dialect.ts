import { type RawBuilder, sql } from "kysely";
import { toIndexKey } from "../postgres/key.js";
import { condition } from "./condition.js";
import { arithmeticInPostgres } from "./postgres-arithmetic.js";
import { callInPostgres } from "./postgres-calls.js";
import { addSecondsInPostgres, secondsBetweenInPostgres } from "./postgres-moments.js";
import type { JsonSource, PropertyKind, Sql, SqlDialect } from "./sql-dialect.js";
import { toPostgresText } from "./strange-text.js";

/** PostgreSQL 17 or newer. Every number is a float8; every text has the collation of code points. */
export const postgresDialect: SqlDialect = {
  document: { value: sql`document.value` },
  // The offset keeps the planner from taking the subquery apart, so that the document is read once.
  withDocument: <Value>(expression: RawBuilder<Value>) =>
    sql<Value>`(select ${expression} from (select coalesce(summary.search_doc, summary.doc)::jsonb as value offset 0) as document)`,
  idValue: toIndexKey,
  nothing: (kind) => sql.raw({ text: "null::text", number: "null::float8", boolean: "null::boolean" }[kind]),
  text: (value) => sql`${toPostgresText(value)}::text collate "C"`,
  number: (value) => sql`${String(value)}::float8`,
  boolean: (value) => sql.raw(String(value)),
  same: (left, right) => condition`(${left} is not distinct from ${right})`,
  different: (left, right) => condition`(${left} is distinct from ${right})`,
  ordered(operator, left, right, kind) {
    const [a, b] = kind === "text" ? [sortable(left), sortable(right)] : [left, right];
    return condition`(${a} ${sql.raw(signs[operator])} ${b})`;
  },
  property,
  count(source, segments) {
    const found = at(source, segments);
    return sql`case jsonb_typeof(${found}) when 'array' then jsonb_array_length(${found})::float8 else 0::float8 end`;
  },
  elements(source, segments, alias) {
    const found = at(source, segments);
    const name = sql.ref(alias);
    return {
      from: sql`jsonb_array_elements(case jsonb_typeof(${found}) when 'array' then ${found} end) as ${name}(value)`,
      element: elementOf(alias),
      columns: [sql`${name}.value as value`],
    };
  },
  elementOf,
  subquery(columns, from, alias) {
    const rows = from === undefined ? sql`` : sql`from ${from}`;
    return sql`(select ${sql.join(columns)} ${rows} offset 0) as ${sql.ref(alias)}`;
  },
  // The Kelvin sign is the only other letter that becomes an ASCII one.
  lowerMember: (text, isPlain) =>
    isPlain
      ? sql`lower(replace(${text}, '\u212a', 'k') collate "C")`
      : sql`(lower(${text} collate "pg_c_utf8") collate "C")`,
  sortable,
  call: callInPostgres,
  arithmetic: arithmeticInPostgres,
  secondsBetween: secondsBetweenInPostgres,
  addSeconds: addSecondsInPostgres,
};

function elementOf(alias: string): JsonSource {
  return { value: sql`${sql.ref(alias)}.value` };
}

const signs = { gt: ">", ge: ">=", lt: "<", le: "<=" } as const;

function at({ value }: JsonSource, segments: readonly string[]): Sql {
  if (segments.length === 0) return value;
  return sql`(${value} #> array[${sql.join(segments.map((name) => sql.lit(name)))}])`;
}

function property(source: JsonSource, segments: readonly string[], kind: PropertyKind): Sql {
  const found = at(source, segments);
  const text = sql`(${found} #>> '{}')`;
  switch (kind) {
    case "text":
      return sql`case jsonb_typeof(${found}) when 'string' then ${text} collate "C" end`;
    case "number":
      return sql`case jsonb_typeof(${found}) when 'number' then ${text}::float8 end`;
    case "boolean":
      return sql`case jsonb_typeof(${found}) when 'boolean' then ${text}::boolean end`;
    case "presence":
      return sql`case when jsonb_typeof(${found}) in ('string', 'object', 'array') then true end`;
  }
}

/**
 * The bytes of the text as hexadecimal digits, with those of NUL and of unpaired surrogates where others stand for them. In
 * other positions than at the beginning of a code point the digits that are replaced do not occur.
 */
function sortable(text: Sql): Sql {
  const digits = sql`encode(convert_to(${text}, 'UTF8'), 'hex')`;
  return sql`(regexp_replace(replace(${digits}, 'f48f9fbf', '00'), 'f48f([ab])', 'ed\\1', 'g') collate "C")`;
}
