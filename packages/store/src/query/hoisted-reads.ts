import { sql } from "kysely";
import { readablePathOf } from "./readable-path.js";
import { propertyKey, type Reads } from "./repeated-reads.js";
import type { DialectFunction, JsonSource, Sql, SqlDialect } from "./sql-dialect.js";

/** Where something is read: the document, or each element of a collection. */
export interface ReadRows {
  readonly source: JsonSource;
  readonly from?: Sql;
  /** What the rows shall have beside what is read. */
  readonly columns?: readonly Sql[];
}

/** Rows that hold what is read of them. */
export interface HoistedReads {
  readonly from: Sql;
  readonly alias: string;
  /** The columns, by the keys of the reads. */
  readonly known: ReadonlyMap<string, Sql>;
}

/** Computes what is read once for each row: first the properties, then the functions of them that occur again. */
export function hoistReads(
  { properties, calls }: Reads,
  { source, from, columns = [] }: ReadRows,
  dialect: SqlDialect,
  createAlias: (purpose: string) => string,
): HoistedReads {
  const inner = createAlias("reads");
  const read = [...properties].map(([, { property, kind }], index) => {
    return sql`${dialect.property(source, readablePathOf(property), kind)} as ${sql.ref(`p${index}`)}`;
  });
  const rows = dialect.subquery([...columns, ...read], from, inner);
  const columnsOf = (alias: string) =>
    new Map([...properties.keys()].map((key, index) => [key, column(alias, `p${index}`)]));
  if (calls.size === 0) return { from: rows, alias: inner, known: columnsOf(inner) };

  const outer = createAlias("calls");
  const texts = columnsOf(inner);
  const called = [...calls.values()].map(({ name, arguments: [text] }, index) => {
    const key = text?.kind === "property" ? propertyKey({ property: text, kind: "text" }) : "";
    const argument = { sql: texts.get(key) ?? sql`null`, type: "Edm.String", isRepeatable: true };
    return sql`${dialect.call(name as DialectFunction, [argument])} as ${sql.ref(`c${index}`)}`;
  });
  const known = columnsOf(outer);
  for (const [index, key] of [...calls.keys()].entries()) known.set(key, column(outer, `c${index}`));
  return { from: dialect.subquery([sql`${sql.ref(inner)}.*`, ...called], rows, outer), alias: outer, known };
}

function column(alias: string, name: string): Sql {
  return sql.ref(`${alias}.${name}`);
}
