import type { BoundArithmetic } from "@org/odata";
import { sql } from "kysely";
import { toKey } from "../key.js";
import { encodeText, isStrange } from "../sqlite/strange-text.js";
import { condition } from "./condition.js";
import type { JsonSource, PropertyKind, Sql, SqlDialect } from "./sql-dialect.js";
import { callInSqlite } from "./sqlite-calls.js";

/** SQLite with the functions of `queryFunctions` on the connection. Every number is a REAL, texts are ordered by byte. */
export const sqliteDialect: SqlDialect = {
  document: { value: sql`summary.doc` },
  withDocument: (expression) => expression,
  idValue: toKey,
  nothing: () => sql`null`,
  // The driver cuts text at NUL and replaces unpaired surrogates: such text goes as bytes.
  text: (value) => (isStrange(value) ? sql`cast(${encodeText(value)} as text)` : sql`${value}`),
  // The driver binds numbers close to a whole one as that; so they go as text, which SQLite reads exactly.
  number: (value) =>
    Number.isFinite(value) ? sql`cast(${String(value)} as real)` : sql.raw(value > 0 ? "9e999" : "-9e999"),
  boolean: (value) => sql.raw(String(value)),
  same: (left, right) => condition`(${left} is ${right})`,
  different: (left, right) => condition`(${left} is not ${right})`,
  ordered: (operator, left, right) => condition`(${left} ${sql.raw(signs[operator])} ${right})`,
  property,
  count: (source, segments) =>
    onObject(
      source,
      segments,
      (path) => sql`cast(ifnull(json_array_length(${source.value}, ${path}), 0) as real)`,
      sql`0.0`,
    ),
  elements(source, segments, alias) {
    // Of anything but a collection there would be rows too; of null there are none. What is extracted first is not parsed
    // again.
    const guard = (path: Sql) =>
      sql`jsonb_extract(${source.value}, case json_type(${source.value}, ${path}) when 'array' then ${path} end)`;
    const name = sql.ref(alias);
    return {
      from: sql`jsonb_each(${onObject(source, segments, guard)}) as ${name}`,
      element: elementOf(alias),
      columns: [sql`${name}.value as value`, sql`${name}.type as type`],
    };
  },
  elementOf,
  subquery(columns, from, alias) {
    const rows = from === undefined ? sql`` : sql`from ${from}`;
    // A limit keeps a subquery from being put in wherever its columns are used.
    return sql`(select ${sql.join(columns)} ${rows} limit -1) as ${sql.ref(alias)}`;
  },
  // The Kelvin sign is the only other letter that becomes an ASCII one.
  lowerMember: (text, isPlain) =>
    isPlain
      ? sql`lower(replace(${text}, '\u212a', 'k'))`
      : sql`cast(provlog_lower_text(cast(${text} as blob)) as text)`,
  sortable: (text) => text,
  call: callInSqlite,
  arithmetic,
  secondsBetween: (from, to) => sql`provlog_seconds_between(${from}, ${to})`,
  addSeconds: (time, seconds) => sql`provlog_add_seconds(${time}, ${seconds})`,
};

function elementOf(alias: string): JsonSource {
  return { value: sql`${sql.ref(alias)}.value`, type: sql`${sql.ref(alias)}.type` };
}

const signs = { gt: ">", ge: ">=", lt: "<", le: "<=" } as const;

/** Names in paths are identifiers; a quotation mark in one would end the label. */
function pathOf(segments: readonly string[]): Sql {
  return sql.lit(`$${segments.map((name) => `."${name}"`).join("")}`);
}

const jsonTypes: Readonly<Record<PropertyKind, string>> = {
  text: "'text'",
  number: "'integer', 'real'",
  boolean: "'true', 'false'",
  presence: "'text', 'object', 'array'",
};

function property(source: JsonSource, segments: readonly string[], kind: PropertyKind): Sql {
  const types = sql.raw(jsonTypes[kind]);
  const { value, type } = source;
  if (type !== undefined && segments.length === 0) {
    return sql`case when ${type} in (${types}) then ${ofKind(value, kind)} end`;
  }
  return onObject(source, segments, (path) => {
    const read = ofKind(sql`json_extract(${value}, ${path})`, kind);
    return sql`case when json_type(${value}, ${path}) in (${types}) then ${read} end`;
  });
}

function ofKind(read: Sql, kind: PropertyKind): Sql {
  if (kind === "presence") return sql.raw("true");
  // JSON's 1e400 is infinite.
  return kind === "number" ? finite(sql`cast(${read} as real)`) : read;
}

/** An element may be a text, which the JSON functions would try to read as JSON. */
function onObject(
  { type }: JsonSource,
  segments: readonly string[],
  read: (path: Sql) => Sql,
  otherwise = sql`null`,
): Sql {
  const found = read(pathOf(segments));
  return type === undefined ? found : sql`case ${type} when 'object' then ${found} else ${otherwise} end`;
}

function finite(number: Sql): Sql {
  return sql`nullif(nullif(${number}, 9e999), -9e999)`;
}

function arithmetic(operator: BoundArithmetic["operator"], left: Sql, right: Sql, isWhole: boolean): Sql {
  switch (operator) {
    case "add":
      return finite(sql`(${left} + ${right})`);
    case "sub":
      return finite(sql`(${left} - ${right})`);
    case "mul":
      return finite(sql`(${left} * ${right})`);
    case "div":
      return isWhole ? sql`provlog_divide_whole(${left}, ${right})` : finite(sql`(${left} / ${right})`);
    case "divby":
      return finite(sql`(${left} / ${right})`);
    case "mod":
      return sql`provlog_modulo(${left}, ${right})`;
  }
}
