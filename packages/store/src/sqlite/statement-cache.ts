import type { Connection, Statement } from "./connection.js";

/** Statements kept at most. One is a few kilobytes. */
const capacity = 200;

/**
 * Prepared statements by their text, the least recently used dropped first. A dropped one is finalized by the driver when
 * it is collected, so that strangers' filters, each of another shape, pile up nothing.
 */
export class StatementCache {
  readonly #connection: Connection;
  readonly #statements = new Map<string, Statement>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    const statement = known ?? this.#connection.prepare(sql);
    if (known !== undefined) this.#statements.delete(sql);
    this.#statements.set(sql, statement);
    if (this.#statements.size > capacity) {
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    return statement;
  }
}
