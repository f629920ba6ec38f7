import { type RawBuilder, type SqlBool, sql } from "kysely";
import { toIndexKey } from "../postgres/key.js";
import type { JsonSource, Sql, SqlDialect, SqlKind } from "./sql-dialect.js";
import { toPostgresText } from "./strange-text.js";

export const postgresDialect: SqlDialect = {
  document: { value: sql`document.value` },
  // The offset keeps the planner from taking the subquery apart, so that the document is read once.
  withDocument: <Value>(expression: RawBuilder<Value>) =>
    sql<Value>`(select ${expression} from (select coalesce(summary.search_doc, summary.doc)::jsonb as value offset 0) as document)`,
  idValue: toIndexKey,
  text: (value) => sql`${toPostgresText(value)}::text collate "C"`,
  number: (value) => sql`${String(value)}::float8`,
  boolean: (value) => sql.raw(value ? "true" : "false"),
  same: (left, right) => condition`(${left} is not distinct from ${right})`,
  different: (left, right) => condition`(${left} is distinct from ${right})`,
  property,
  count: (source, segments) => {
    const found = at(source, segments);
    return sql`case jsonb_typeof(${found}) when 'array' then jsonb_array_length(${found}) else 0 end::float8`;
  },
  elements(source, segments, alias) {
    const found = at(source, segments);
    const name = sql.ref(alias);
    return {
      from: sql`jsonb_array_elements(case jsonb_typeof(${found}) when 'array' then ${found} end) as ${name}(value)`,
      element: { value: sql`${name}.value` },
    };
  },
  contains: (text, part) => condition`(strpos(${text}, ${part}) > 0)`,
};

function condition(strings: TemplateStringsArray, ...values: unknown[]): RawBuilder<SqlBool> {
  return sql<SqlBool>(strings, ...values);
}

function at({ value }: JsonSource, segments: readonly string[]): Sql {
  if (segments.length === 0) return value;
  return sql`(${value} #> array[${sql.join(segments.map((name) => sql.lit(name)))}])`;
}

function property(source: JsonSource, segments: readonly string[], kind: SqlKind): Sql {
  const found = at(source, segments);
  switch (kind) {
    case "text":
      return sql`case jsonb_typeof(${found}) when 'string' then (${found} #>> '{}') collate "C" end`;
    case "number":
      return sql`case jsonb_typeof(${found}) when 'number' then (${found} #>> '{}')::float8 end`;
    case "boolean":
      return sql`case jsonb_typeof(${found}) when 'boolean' then (${found} #>> '{}')::boolean end`;
    case "presence":
      return sql`case when jsonb_typeof(${found}) in ('object', 'array') then true end`;
  }
}
