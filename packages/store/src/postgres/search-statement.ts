import type { BoundExpression, BoundOrder } from "@org/odata";
import { type Expression, type RawBuilder, sql } from "kysely";
import { breaksTiesDescending, toTimeOrder } from "../list-order.js";
import { compileCondition } from "../query/compile-condition.js";
import { compileSortKeys } from "../query/compile-sort-keys.js";
import { guardWork } from "../query/guard-work.js";
import { hotCondition, type TimeEdge } from "../query/hot-condition.js";
import { postgresDialect } from "../query/postgres-dialect.js";
import type { Cursor, OrderValue } from "../skip-token.js";
import { compile } from "./compiler.js";
import type { PostgresStatement } from "./database.js";
import { toIndexKey } from "./key.js";
import { readColumns } from "./statements.js";

/** What is searched for. */
export interface Search {
  /** The tenant as the table keeps it. */
  readonly tenant: string;
  readonly filter: BoundExpression | undefined;
  readonly orderby: readonly BoundOrder[];
}

/** Which part of what is found. */
export interface Slice {
  /** The last row of the page before. */
  readonly after: Cursor | undefined;
  readonly skip: number;
  readonly limit: number;
}

/** How many values of its order a row of {@link pageStatement} ends with, behind `readColumns`. */
export function orderLength(orderby: readonly BoundOrder[]): number {
  return toTimeOrder(orderby) === undefined ? orderby.length : 0;
}

/** The rows of a page in order. */
export function pageStatement(search: Search, slice: Slice): PostgresStatement {
  const { after, skip, limit } = slice;
  const tieDirection = directionOf(breaksTiesDescending(search.orderby));
  const end = sql`limit ${limit} offset ${skip}`;
  const time = toTimeOrder(search.orderby);
  if (time !== undefined) {
    const behind = after && sql`(at, id) ${sql.raw(time.descending ? "<" : ">")} (${after.values[0]}, ${after.id})`;
    const rows = sql`select ${sql.raw(readColumns)} from summary where ${conditionOf(search, behind)}`;
    return compile(sql`${rows} order by at ${tieDirection}, id ${tieDirection} ${end}`);
  }
  const keys = sortKeysOf(search.orderby);
  // The offset keeps the keys from being computed once for each mention.
  const candidates = sql`select ${sql.raw(readColumns)}, ${selectKeys(keys)} from summary where ${conditionOf(search)} offset 0`;
  const behind = after === undefined ? sql`true` : behindCursor(keys, after, breaksTiesDescending(search.orderby));
  const order = keys.map(({ name, descending }) =>
    descending ? sql`${sql.ref(name)} desc nulls last` : sql`${sql.ref(name)} asc nulls first`,
  );
  return compile(
    sql`select * from (${candidates}) as candidate where ${behind} order by ${sql.join(order)}, id ${tieDirection} ${end}`,
  );
}

/** Whether documents have to be read to find out which are meant, however many that takes. */
export function readsDocuments({ filter, orderby }: Search): boolean {
  return toTimeOrder(orderby) === undefined || (filter !== undefined && hotCondition(filter).residual !== undefined);
}

/** The order values of one row, for a cursor that does not carry them. */
export function orderValuesStatement(search: Search, id: string): PostgresStatement {
  return compile(
    sql`select ${selectKeys(sortKeysOf(search.orderby))} from summary where tenant = ${search.tenant} and id = ${id}`,
  );
}

export function countStatement(search: Search): PostgresStatement {
  return compile(sql`select count(*) from summary where ${conditionOf(search)}`);
}

function conditionOf({ tenant, filter }: Search, more?: RawBuilder<unknown>): RawBuilder<unknown> {
  const conditions = [sql`summary.tenant = ${tenant}`];
  if (filter !== undefined) conditions.push(...filterConditions(filter));
  if (more !== undefined) conditions.push(more);
  return sql.join(conditions, sql` and `);
}

/** What indexes answer first, said as they take it; then the rest, which is asked of each row. */
function filterConditions(filter: BoundExpression): RawBuilder<unknown>[] {
  guardWork(filter);
  const { equality, from, to, id, name, residual } = hotCondition(filter);
  const conditions: RawBuilder<unknown>[] = [];
  if (equality !== undefined) conditions.push(sql`${sql.ref(`summary.${equality.column}`)} = ${equality.value}`);
  if (from !== undefined) conditions.push(timeCondition(from, ">"));
  if (to !== undefined) conditions.push(timeCondition(to, "<"));
  if (id !== undefined) conditions.push(sql`summary.id = ${toIndexKey(id)}`);
  if (name !== undefined) conditions.push(sql`summary.names like ${`%${name.replace(/[\\%_]/g, "\\$&")}%`}`);
  if (residual !== undefined) conditions.push(compileCondition(residual, postgresDialect));
  return conditions;
}

function timeCondition({ at, inclusive }: TimeEdge, operator: "<" | ">"): RawBuilder<unknown> {
  return sql`summary.at ${sql.raw(inclusive ? `${operator}=` : operator)} ${at}`;
}

interface NamedKey {
  readonly name: string;
  readonly expression: Expression<unknown>;
  readonly descending: boolean;
}

function sortKeysOf(orderby: readonly BoundOrder[]): NamedKey[] {
  return compileSortKeys(orderby, postgresDialect).map((key, index) => ({ ...key, name: `key${index}` }));
}

function selectKeys(keys: readonly NamedKey[]): RawBuilder<unknown> {
  return sql.join(keys.map(({ name, expression }) => sql`${expression} as ${sql.ref(name)}`));
}

/** Rows behind the cursor: equal in the first keys, and behind in the next one. Nulls are lowest. */
function behindCursor(keys: readonly NamedKey[], { values, id }: Cursor, tiesDescending: boolean): RawBuilder<unknown> {
  const equal: RawBuilder<unknown>[] = [];
  const ways: RawBuilder<unknown>[] = [];
  for (const [index, { name, descending }] of keys.entries()) {
    const value = values[index] ?? null;
    const column = sql.ref(name);
    ways.push(sql.join([...equal, behindValue(column, value, descending)], sql` and `));
    equal.push(value === null ? sql`${column} is null` : sql`${column} = ${parameterOf(value)}`);
  }
  ways.push(sql.join([...equal, sql`id ${sql.raw(tiesDescending ? "<" : ">")} ${id}`], sql` and `));
  return sql`(${sql.join(ways, sql` or `)})`;
}

function behindValue(column: RawBuilder<unknown>, value: OrderValue, descending: boolean): RawBuilder<unknown> {
  if (value === null) return descending ? sql`false` : sql`${column} is not null`;
  if (descending) return sql`(${column} < ${parameterOf(value)} or ${column} is null)`;
  return sql`${column} > ${parameterOf(value)}`;
}

function parameterOf(value: string | number): RawBuilder<unknown> {
  return typeof value === "number" ? sql`${String(value)}::float8` : sql`${value}::text`;
}

function directionOf(descending: boolean): RawBuilder<unknown> {
  return sql.raw(descending ? "desc" : "asc");
}
