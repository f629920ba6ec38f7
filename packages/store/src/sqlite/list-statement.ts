import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from "kysely";
import type { ListOrder } from "../list-order.js";
import { toKey } from "../row.js";
import type { Cursor } from "../skip-token.js";
import type { Connection, SqlValue, Statement } from "./connection.js";

interface Tables {
  readonly summary: { readonly row: number; readonly tenant: string; readonly id: string; readonly at: string };
}

/** Builds and compiles only; statements run on the driver directly, which is twice as fast as through Kysely. */
const compiler = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** What to list: the rows behind the cursor, at most `limit`. */
export interface ListRequest {
  readonly tenant: string;
  readonly order: ListOrder;
  readonly cursor: Cursor | undefined;
  readonly limit: number;
}

interface Shape {
  readonly statement: Statement;
  /** Names of the parameters in the order in which the compiled text takes them. */
  readonly parameters: readonly string[];
}

/** Walks the index and yields row numbers only. Each shape of query is compiled and prepared once. */
export class ListStatements {
  readonly #connection: Connection;
  readonly #shapes = new Map<string, Shape>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  rows(request: ListRequest): number[] {
    const { tenant, order, cursor, limit } = request;
    const { statement, parameters } = this.#shapeOf(order, cursor !== undefined);
    const values: Readonly<Record<string, SqlValue>> = {
      tenant: toKey(tenant),
      at: cursor?.at ?? null,
      id: cursor === undefined ? null : toKey(cursor.id),
      limit,
    };
    const found = statement.first(...parameters.map((name) => values[name] ?? null));
    return JSON.parse(String(found?.[0])) as number[];
  }

  #shapeOf(order: ListOrder, continued: boolean): Shape {
    const key = `${order.descending} ${continued}`;
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    const compiled = compileList(order, continued);
    const shape = { statement: this.#connection.prepare(compiled.sql), parameters: compiled.parameters.map(String) };
    this.#shapes.set(key, shape);
    return shape;
  }
}

/**
 * Row numbers come as one JSON array: a hundred rows through the driver cost 35 µs, one text 14 µs. The aggregate takes
 * them in the order in which the limited subquery yields them. Values in the built query are the names of parameters.
 */
function compileList(order: ListOrder, continued: boolean): { sql: string; parameters: readonly unknown[] } {
  const direction = order.descending ? "desc" : "asc";
  let query = compiler.selectFrom("summary").select("row").where("tenant", "=", "tenant");
  if (continued) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("at", "id"), order.descending ? "<" : ">", tuple("at", "id")),
    );
  }
  const page = query.orderBy("at", direction).orderBy("id", direction).limit(sql<number>`${"limit"}`);
  return compiler.selectFrom(page.as("page")).select(sql`json_group_array("row")`.as("rows")).compile();
}
