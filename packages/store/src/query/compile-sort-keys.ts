import type { BoundOrder } from "@org/odata";
import { sql } from "kysely";
import type { Sql, SqlDialect } from "./sql-dialect.js";
import { kindOf } from "./value-kind.js";

/** One item of an order. */
export interface SortKey {
  /** Text, number or null; its plain order, nulls lowest, is the order asked for. Reads the table `summary`. */
  readonly expression: Sql;
  readonly descending: boolean;
}

/** The values that summaries are ordered by, in the order of the items; the key is not among them unless asked for. */
export function compileSortKeys(orderby: readonly BoundOrder[], dialect: SqlDialect): SortKey[] {
  return orderby.map(({ path, descending }) => ({
    expression: path.type === "Edm.DateTimeOffset" ? sql`summary.at` : dialect.withDocument(sortKeyOf(path, dialect)),
    descending,
  }));
}

function sortKeyOf({ segments, type }: BoundOrder["path"], dialect: SqlDialect): Sql {
  const kind = kindOf(type);
  const value = dialect.property(dialect.document, segments, kind);
  return kind === "text" ? dialect.sortable(value) : value;
}
