import type { DatabaseSyncInstance, StatementSyncInstance } from "@photostructure/sqlite";
import { translateDriverError } from "./driver-errors.js";
import { queryFunctions } from "./functions.js";

/** What SQLite can keep. */
export type SqlValue = string | number | bigint | Uint8Array | null;

/** A row as the values of its columns in order. */
export type SqlRow = readonly SqlValue[];

/** A prepared statement that throws `StoreError` where the driver's error has a meaning to callers. */
export interface Statement {
  all(...parameters: readonly SqlValue[]): readonly SqlRow[];
  first(...parameters: readonly SqlValue[]): SqlRow | undefined;
  /** Resolves to the number of changed rows and the row number of the last insert. */
  run(...parameters: readonly SqlValue[]): { readonly changes: number; readonly lastRow: number };
}

/** The driver behind typed errors. `name` is what messages call the database. */
export class Connection {
  readonly name: string;
  readonly #driver: DatabaseSyncInstance;
  #taken: SqlValue | undefined;

  constructor(driver: DatabaseSyncInstance, name: string) {
    this.name = name;
    this.#driver = driver;
    for (const [called, run] of Object.entries(queryFunctions)) {
      driver.function(called, { deterministic: true, varargs: true }, run);
    }
    this.define("provlog_take", (value) => {
      this.#taken = value;
      return null;
    });
  }

  /** Makes a function of one argument that statements of this connection can call. */
  define(name: string, run: (value: SqlValue) => SqlValue): void {
    this.#driver.function(name, run);
  }

  get inTransaction(): boolean {
    return this.#driver.isTransaction;
  }

  exec(sql: string): void {
    this.#translating(() => this.#driver.exec(sql));
  }

  /**
   * One value, read without preparing a statement: the driver cannot finalize one, and a connection with statements
   * keeps its lock after `close` until they are collected.
   */
  scalar(expression: string, from = ""): SqlValue | undefined {
    this.#taken = undefined;
    this.exec(`select provlog_take(${expression}) ${from}`);
    return this.#taken;
  }

  prepare(sql: string): Statement {
    const statement = this.#translating(() => this.#driver.prepare(sql));
    statement.setReturnArrays(true);
    return {
      all: (...parameters) => this.#translating(() => rowsOf(statement, parameters)),
      first: (...parameters) => this.#translating(() => firstOf(statement, parameters)),
      run: (...parameters) => {
        const { changes, lastInsertRowid } = this.#translating(() => statement.run(...parameters));
        return { changes, lastRow: Number(lastInsertRowid) };
      },
    };
  }

  close(): void {
    this.#driver.close();
  }

  #translating<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      throw translateDriverError(error, this.name);
    }
  }
}

function rowsOf(statement: StatementSyncInstance, parameters: readonly SqlValue[]): readonly SqlRow[] {
  return statement.all(...parameters);
}

function firstOf(statement: StatementSyncInstance, parameters: readonly SqlValue[]): SqlRow | undefined {
  return statement.get(...parameters);
}
