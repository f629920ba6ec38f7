import type { BoundOrder } from "@org/odata";
import { type Expression, sql } from "kysely";
import type { SqlDialect } from "./sql-dialect.js";
import { kindOf } from "./value-kind.js";

/** One item of an order. */
export interface SortKey {
  /** Text, number or null; its plain order, nulls lowest, is the order asked for. Reads the table `summary`. */
  readonly expression: Expression<unknown>;
  readonly descending: boolean;
}

/** The values that summaries are ordered by, in the order of the items; the key is not among them unless asked for. */
export function compileSortKeys(orderby: readonly BoundOrder[], dialect: SqlDialect): SortKey[] {
  return orderby.map(({ path, descending }) => ({
    expression:
      path.type === "Edm.DateTimeOffset"
        ? sql`summary.at`
        : dialect.withDocument(dialect.property(dialect.document, path.segments, kindOf(path.type))),
    descending,
  }));
}
