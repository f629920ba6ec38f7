import type { BoundExpression } from "@org/odata";
import { type Expression, type SqlBool, sql } from "kysely";
import type { HotColumn } from "../query/columns.js";
import { compileCondition } from "../query/compile-condition.js";
import { guardWork } from "../query/guard-work.js";
import { hotCondition } from "../query/hot-condition.js";
import { sqliteDialect } from "../query/sqlite-dialect.js";
import type { IndexRange } from "./index-walk.js";

/** How a filter is answered: where its rows can be, and what has to be asked of each. */
export interface SearchPlan {
  /** The stretch of one index in which all rows are that pass. */
  readonly range: IndexRange;
  /** Asked of every row of the range; undefined when all of them pass. */
  readonly residual: Expression<SqlBool> | undefined;
  /** Whether the range holds exactly what passes. */
  readonly indexed: boolean;
  /** The whole filter, for rows that were found in another way than by the range. */
  readonly whole: () => Expression<SqlBool>;
  /** The only id that can pass. */
  readonly id: string | undefined;
  /** A text that some name of every row that passes holds, where looking for it is better than walking the range. */
  readonly name: string | undefined;
}

/** Columns of which one value is so rare that no other index finds fewer rows. */
const precise: ReadonlySet<HotColumn> = new Set(["change", "source", "target", "cycle"]);

const everything = (): Expression<SqlBool> => sql`true`;

/** @throws StoreError `unsupportedQuery` for what cannot be answered. */
export function planSearch(tenant: string, filter: BoundExpression | undefined): SearchPlan {
  if (filter === undefined) {
    const range = { tenant, column: undefined, from: undefined, to: undefined };
    return { range, residual: undefined, indexed: true, whole: everything, id: undefined, name: undefined };
  }
  guardWork(filter);
  const { equality, from, to, id, name, residual } = hotCondition(filter);
  const column = equality && { name: equality.column, value: equality.value };
  return {
    range: { tenant, column, from, to },
    indexed: residual === undefined,
    residual: residual && compileCondition(residual, sqliteDialect),
    whole: () => compileCondition(filter, sqliteDialect),
    id,
    name: column !== undefined && precise.has(column.name) ? undefined : name,
  };
}
