import { type RawBuilder, type SqlBool, sql } from "kysely";
import { toKey } from "../key.js";
import { encodeText, isStrange } from "../sqlite/strange-text.js";
import type { JsonSource, Sql, SqlDialect, SqlKind } from "./sql-dialect.js";

export const sqliteDialect: SqlDialect = {
  document: { value: sql`summary.doc` },
  withDocument: (expression) => expression,
  idValue: toKey,
  text,
  number: (value) => sql`${value}`,
  boolean: (value) => sql.raw(value ? "true" : "false"),
  same: (left, right) => condition`(${left} is ${right})`,
  different: (left, right) => condition`(${left} is not ${right})`,
  property,
  count: (source, segments) =>
    onObject(source, segments, (path) => sql`ifnull(json_array_length(${source.value}, ${path}), 0)`),
  elements(source, segments, alias) {
    const path = pathOf(segments);
    const name = sql.ref(alias);
    // Of anything but a collection json_each gives rows too; of a null path it gives none.
    const guarded = onObject(
      source,
      segments,
      () => sql`case json_type(${source.value}, ${path}) when 'array' then ${path} end`,
    );
    return {
      from: sql`json_each(${source.value}, ${guarded}) as ${name}`,
      element: { value: sql`${name}.value`, type: sql`${name}.type` },
    };
  },
  contains: (text, part) => condition`(instr(${text}, ${part}) > 0)`,
};

function condition(strings: TemplateStringsArray, ...values: unknown[]): RawBuilder<SqlBool> {
  return sql<SqlBool>(strings, ...values);
}

/** The driver cuts text at NUL and replaces unpaired surrogates: such text goes as bytes. */
function text(value: string): Sql {
  if (!isStrange(value)) return sql`${value}`;
  return sql`cast(${encodeText(value)} as text)`;
}

/** Names in paths are identifiers; a quotation mark in one would end the label. */
function pathOf(segments: readonly string[]): Sql {
  return sql.lit(`$${segments.map((name) => `."${name}"`).join("")}`);
}

const jsonTypes: Readonly<Record<SqlKind, string>> = {
  text: "'text'",
  number: "'integer', 'real'",
  boolean: "'true', 'false'",
  presence: "'object', 'array'",
};

function property(source: JsonSource, segments: readonly string[], kind: SqlKind): Sql {
  const types = sql.raw(jsonTypes[kind]);
  if (source.type !== undefined && segments.length === 0) {
    const value =
      kind === "presence" ? sql`true` : kind === "number" ? sql`cast(${source.value} as real)` : source.value;
    return sql`case when ${source.type} in (${types}) then ${value} end`;
  }
  const path = pathOf(segments);
  return onObject(source, segments, () => {
    const extracted = sql`json_extract(${source.value}, ${path})`;
    const value = kind === "presence" ? sql`true` : kind === "number" ? sql`cast(${extracted} as real)` : extracted;
    return sql`case when json_type(${source.value}, ${path}) in (${types}) then ${value} end`;
  });
}

/** An element may be a text, which the JSON functions would try to read as JSON. */
function onObject({ type }: JsonSource, segments: readonly string[], read: (path: Sql) => Sql): Sql {
  const found = read(pathOf(segments));
  return type === undefined ? found : sql`case ${type} when 'object' then ${found} end`;
}
