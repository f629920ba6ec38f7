import { sql } from "kysely";
import { toKey } from "../key.js";
import type { HotColumn } from "../query/columns.js";
import { compiler } from "./compiler.js";
import type { Connection, SqlValue, Statement } from "./connection.js";

/** Where an entry stands in the order of an index. */
export interface Position {
  readonly at: string;
  readonly id: string;
}

/** One end of a stretch of time. */
export interface TimeBound {
  readonly at: string;
  readonly inclusive: boolean;
}

/** A stretch of one index, in the order of time: what a list or count has to look at. */
export interface IndexRange {
  readonly tenant: string;
  /** The column with one value, whose index is walked; without it the index of all. */
  readonly column?: { readonly name: HotColumn; readonly value: string | null } | undefined;
  readonly from?: TimeBound | undefined;
  readonly to?: TimeBound | undefined;
}

/** Which part of a range: what lies behind `after`, in one direction. */
export interface Walk extends IndexRange {
  readonly descending: boolean;
  readonly after: Position | undefined;
}

interface Shape {
  readonly statement: Statement;
  /** Names of the parameters in the order in which the compiled text takes them. */
  readonly parameters: readonly string[];
}

type Purpose = "rows" | "position" | "count";

/**
 * Reads index entries, never a document. The index is named, so that a plan never depends on statistics. Each shape of walk
 * is compiled and prepared once; there are a few hundred.
 */
export class IndexWalks {
  readonly #connection: Connection;
  readonly #shapes = new Map<string, Shape>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The numbers of the first rows of the walk. */
  rows(walk: Walk, limit: number): number[] {
    return JSON.parse(String(this.#first("rows", walk, limit)?.[0])) as number[];
  }

  /** The entry that stands `offset` entries behind the first one; undefined when the walk is shorter. */
  position(walk: Walk, offset: number): Position | undefined {
    const [at, id] = this.#first("position", walk, offset) ?? [];
    return at === undefined ? undefined : { at: String(at), id: String(id) };
  }

  /** How many entries the walk has. */
  count(walk: Walk): number {
    return Number(this.#first("count", walk, 0)?.[0]);
  }

  #first(purpose: Purpose, walk: Walk, limit: number): readonly SqlValue[] | undefined {
    const { statement, parameters } = this.#shapeOf(purpose, walk);
    const values: Readonly<Record<string, SqlValue>> = {
      tenant: toKey(walk.tenant),
      value: walk.column?.value ?? null,
      from: walk.from?.at ?? null,
      to: walk.to?.at ?? null,
      at: walk.after?.at ?? null,
      id: walk.after?.id ?? null,
      limit,
    };
    return statement.first(...parameters.map((name) => values[name] ?? null));
  }

  #shapeOf(purpose: Purpose, walk: Walk): Shape {
    const { column, from, to, after, descending } = walk;
    const value = column === undefined ? "" : `${column.name} ${column.value === null}`;
    const key = `${purpose} ${value} ${from?.inclusive} ${to?.inclusive} ${after === undefined} ${descending}`;
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    const compiled = compileWalk(purpose, walk);
    const shape = { statement: this.#connection.prepare(compiled.sql), parameters: compiled.parameters.map(String) };
    this.#shapes.set(key, shape);
    return shape;
  }
}

/**
 * Row numbers come as one JSON array: a hundred rows through the driver cost 35 µs, one text 14 µs. The aggregate takes
 * them in the order in which the limited subquery yields them. Values in the built query are the names of parameters.
 */
function compileWalk(purpose: Purpose, walk: Walk) {
  const { column, from, to, after, descending } = walk;
  const index = sql.raw(`summary_by_${column?.name ?? "time"}`);
  const conditions = [sql`tenant = ${"tenant"}`];
  if (column !== undefined) {
    conditions.push(
      column.value === null ? sql`${sql.ref(column.name)} is null` : sql`${sql.ref(column.name)} = ${"value"}`,
    );
  }
  if (from !== undefined && (after === undefined || descending)) {
    conditions.push(from.inclusive ? sql`at >= ${"from"}` : sql`at > ${"from"}`);
  }
  if (to !== undefined && (after === undefined || !descending)) {
    conditions.push(to.inclusive ? sql`at <= ${"to"}` : sql`at < ${"to"}`);
  }
  if (after !== undefined) {
    conditions.push(descending ? sql`(at, id) < (${"at"}, ${"id"})` : sql`(at, id) > (${"at"}, ${"id"})`);
  }
  const entries = sql`from summary indexed by ${index} where ${sql.join(conditions, sql` and `)}`;
  const direction = sql.raw(descending ? "desc" : "asc");
  const order = sql`order by at ${direction}, id ${direction}`;
  switch (purpose) {
    case "rows":
      return sql`select json_group_array("row") from (select "row" ${entries} ${order} limit ${"limit"})`.compile(
        compiler,
      );
    case "position":
      return sql`select at, id ${entries} ${order} limit 1 offset ${"limit"}`.compile(compiler);
    case "count":
      return sql`select count(*) ${entries}`.compile(compiler);
  }
}
