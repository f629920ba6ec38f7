import { type Expression, type SqlBool, sql } from "kysely";
import { toKey } from "../key.js";
import type { SortKey } from "../query/compile-sort-keys.js";
import type { Cursor, OrderValue } from "../skip-token.js";
import { compiler } from "./compiler.js";
import type { Connection, SqlRow, SqlValue } from "./connection.js";
import { StatementCache } from "./statement-cache.js";

/** Rows to be looked at, and how many of them are wanted. */
export interface Piece {
  readonly tenant: string;
  readonly rows: readonly number[];
  readonly limit: number;
}

/** What a piece gave: the answer, and how many of its rows were looked at before time was up or enough were found. */
export interface PieceResult<T> {
  readonly answer: T;
  readonly examined: number;
}

/** A statement over the rows of one piece, compiled once for a whole search. */
export type PieceStatement = (piece: Piece) => PieceResult<readonly SqlRow[]>;

/** A parameter that each piece fills in. */
class Slot {
  readonly name: "rows" | "tenant" | "limit";

  constructor(name: Slot["name"]) {
    this.name = name;
  }
}

/**
 * Asks the documents of given rows. A document can be large, so no number of rows tells how long it takes: a function in the
 * statement looks at the clock and passes over the rest when time is up.
 */
export class RowConditions {
  readonly #statements: StatementCache;
  readonly #clock: () => number;
  #deadline = 0;
  #examined = 0;
  #stopped = false;

  constructor(connection: Connection, clock: () => number) {
    this.#statements = new StatementCache(connection);
    this.#clock = clock;
    connection.define("provlog_in_time", (index) => (this.#inTime(Number(index)) ? 1 : 0));
  }

  /** Until when the next pieces may take. */
  allow(milliseconds: number): void {
    this.#deadline = this.#clock() + milliseconds;
  }

  /** Gives one JSON array of the rows that pass, in their order, at most `limit`. */
  selecting(condition: Expression<SqlBool> | undefined): PieceStatement {
    return this.#prepare(
      sql`select json_group_array(piece_row) from (select piece_row ${from(condition)} limit ${new Slot("limit")})`,
    );
  }

  /** Gives how many rows pass. */
  counting(condition: Expression<SqlBool> | undefined): PieceStatement {
    return this.#prepare(sql`select count(*) ${from(condition)}`);
  }

  /** Gives the best rows behind `after`, at most `limit`, as `toSortedRow` reads them. */
  sorting(
    condition: Expression<SqlBool> | undefined,
    keys: readonly SortKey[],
    after: Cursor | undefined,
  ): PieceStatement {
    const names = keys.map((_, index) => sql.ref(`key_${index}`));
    const values = keys.map(({ expression }, index) => sql`${expression} as ${sql.ref(`key_${index}`)}`);
    const read = names.map(
      (name) => sql`typeof(${name}), iif(typeof(${name}) = 'text', cast(${name} as blob), ${name})`,
    );
    const own = [sql`piece_row`, sql`summary.etag as piece_etag`, sql`summary.id as piece_id`];
    // With an offset the subquery is run as it stands, so that every key is computed once.
    const rows = sql`(select ${sql.join([...own, ...values])} ${from(condition)} limit -1 offset 0)`;
    const descending = keys.map((key) => key.descending);
    const order = [...names, sql.ref("piece_id")].map((name, index) =>
      (descending[index] ?? descending.at(-1) ?? true) ? sql`${name} desc` : sql`${name} asc`,
    );
    const behind = after === undefined ? sql`` : sql`where ${isBehind(descending, after)}`;
    return this.#prepare(sql`select piece_row, piece_etag, cast(piece_id as blob), ${sql.join(read)} from ${rows}
      ${behind} order by ${sql.join(order)} limit ${new Slot("limit")}`);
  }

  #prepare(query: Expression<unknown>): PieceStatement {
    const compiled = sql`${query}`.compile(compiler);
    const statement = this.#statements.prepare(compiled.sql);
    return ({ tenant, rows, limit }) => {
      const slots: Readonly<Record<Slot["name"], SqlValue>> = {
        rows: JSON.stringify(rows),
        tenant: toKey(tenant),
        limit,
      };
      const parameters = compiled.parameters.map((value) =>
        value instanceof Slot ? slots[value.name] : (value as SqlValue),
      );
      this.#examined = 0;
      this.#stopped = false;
      const answer = statement.all(...parameters);
      // A condition that is false of every row is not asked of any.
      return { answer, examined: this.#examined || rows.length };
    };
  }

  #inTime(index: number): boolean {
    if (this.#stopped) return false;
    // The first one always, so that every piece gets on.
    this.#stopped = index > 0 && this.#clock() >= this.#deadline;
    if (!this.#stopped) this.#examined = index + 1;
    return !this.#stopped;
  }
}

/**
 * The rows in the order given. They may have changed hands since they were found, so the tenant is asked again. The names of
 * the piece are unlike those of `json_each`, which a condition on documents could mean by its own.
 */
function from(condition: Expression<SqlBool> | undefined) {
  const piece = sql`(select "key" as piece_key, value as piece_row from json_each(${new Slot("rows")}))`;
  const own = sql`provlog_in_time(piece_key) and summary.tenant = ${new Slot("tenant")}`;
  const all = condition === undefined ? own : sql`${own} and (${condition})`;
  return sql`from ${piece} cross join summary on summary."row" = piece_row where ${all}`;
}

/** Whether a row comes behind the cursor: nulls are lowest, ties go by id in the direction of the last key. */
function isBehind(descending: readonly boolean[], { values, id }: Cursor): Expression<SqlBool> {
  const lastDown = descending.at(-1) ?? true;
  const last = lastDown ? sql<SqlBool>`piece_id < ${id}` : sql<SqlBool>`piece_id > ${id}`;
  return descending.reduceRight<Expression<SqlBool>>((rest, down, index) => {
    const name = sql.ref(`key_${index}`);
    const value = values[index] ?? null;
    const same = sql`${name} is ${toSql(value)}`;
    if (value === null) return down ? sql`(${same} and ${rest})` : sql`(${name} is not null or (${same} and ${rest}))`;
    const beyond = down ? sql`(${name} < ${toSql(value)} or ${name} is null)` : sql`${name} > ${toSql(value)}`;
    return sql`(${beyond} or (${same} and ${rest}))`;
  }, last);
}

/** Texts have one character per byte; as bytes they lose nothing on the way, but empty ones would become null. */
function toSql(value: OrderValue) {
  if (typeof value !== "string") return sql`${value}`;
  return value === "" ? sql`''` : sql`cast(${Buffer.from(value, "latin1")} as text)`;
}
