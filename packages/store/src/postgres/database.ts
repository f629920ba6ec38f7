import { finished } from "node:stream/promises";
import { Pool, type PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { StoreError } from "../store-error.js";
import { closedError } from "./closed-error.js";
import { isConflict, translateDriverError } from "./driver-errors.js";
import { Gate } from "./gate.js";

/** What a parameter can be. Bytes are sent as they are, also for a column of text. */
export type PostgresValue = string | number | Uint8Array | null | readonly string[];

/** A statement and its parameters. One with a name is prepared once per connection. */
export interface PostgresStatement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly PostgresValue[];
}

/** Rows as the values of their columns in order; numbers of 64 bits are texts. */
export interface PostgresResult {
  readonly rows: readonly (readonly unknown[])[];
  /** How many rows a write changed. */
  readonly count: number;
}

export interface DatabaseOptions {
  readonly url: string;
  /** After this many ms the server breaks a statement off. */
  readonly statementTimeout: number;
}

/** Most connections of one process. */
const connections = 10;
/** How long a connection may take, in ms, to be made or to become free. */
const connectTimeout = 15_000;
/** A connection is asked whether it lives after so much silence, in ms. */
const keepAliveDelay = 10_000;
/** A server that has gone silent is given up this long after it should have broken the statement off, in ms. */
const silence = 15_000;
/** Searches that may wait for those that run. */
const mostWaiting = 1_000;
/** How often a transaction is tried again that met another one. */
const conflictTries = 10;

/** A pool of connections behind typed errors. It outlives the server: a connection that broke is replaced by a new one. */
export class Database {
  /** What messages call the database: its name and where it is, never who asks. */
  readonly name: string;
  readonly #pool: Pool;
  /** Who waits for a connection waits here: in the pool, the limit for making one would count for waiting too. */
  readonly #places = new Gate(connections);
  readonly #searches = new Gate(connections / 2, mostWaiting);
  readonly #searching = new Set<PoolClient>();
  #givenUp = false;

  constructor(options: DatabaseOptions) {
    const { statementTimeout } = options;
    this.#pool = new Pool({
      connectionString: options.url,
      application_name: "provlog",
      keepAlive: true,
      keepAliveInitialDelayMillis: keepAliveDelay,
      max: connections,
      connectionTimeoutMillis: connectTimeout,
      statement_timeout: statementTimeout,
      query_timeout: statementTimeout + silence,
      idle_in_transaction_session_timeout: statementTimeout,
    });
    // An idle connection that breaks has left the pool already; without a listener it would end the process.
    this.#pool.on("error", ignore);
    this.name = `The PostgreSQL database of ${new URL(options.url).host || "this machine"}`;
  }

  async query(statement: PostgresStatement): Promise<PostgresResult> {
    return this.retrying(() => this.use((client) => run(client, statement)));
  }

  /**
   * As `query`, for what reads documents one by one and may take long: some connections are always left to what does not.
   * @throws StoreError `closed` when it was given up.
   */
  async search(statement: PostgresStatement): Promise<PostgresResult> {
    return this.#searches.run(async () => {
      try {
        return await this.retrying(() => this.use((client) => this.#searchOn(client, statement)));
      } catch (error) {
        throw this.#givenUp ? closedError() : error;
      }
    });
  }

  /** Breaks off all searches, those that wait too. */
  giveUpSearches(): void {
    this.#givenUp = true;
    // With a statement under way this cuts the connection, which ends the statement here.
    for (const client of this.#searching) void client.end();
  }

  /** Feeds `copy … from stdin` with bytes that are ready. All of it is stored, or nothing. */
  async copy(text: string, bytes: Uint8Array): Promise<void> {
    await this.retrying(() =>
      this.use(async (client) => {
        const stream = client.query(copyFrom(text));
        stream.end(bytes);
        await finished(stream);
      }),
    );
  }

  /** Runs again what was undone because it met another transaction. */
  async retrying<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (attempt === conflictTries || !isConflict(error)) throw error;
      }
    }
  }

  /** To be called when no work is under way. */
  async close(): Promise<void> {
    await this.#pool.end();
  }

  /** Lends a connection. When the work fails for want of it, the pool makes another one. */
  async use<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.#places.run(() => this.#lend(work));
  }

  async #lend<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    let broken = false;
    const client = await this.#connect();
    client.on("error", ignore); // told to the work under way, too
    try {
      return await work(client);
    } catch (error) {
      const translated = translateDriverError(error, this.name);
      broken = StoreError.isInstance(translated) && translated.code === "unavailable";
      throw translated;
    } finally {
      client.off("error", ignore);
      client.release(broken);
    }
  }

  async #searchOn(client: PoolClient, statement: PostgresStatement): Promise<PostgresResult> {
    if (this.#givenUp) throw closedError();
    this.#searching.add(client);
    try {
      return await run(client, statement);
    } finally {
      this.#searching.delete(client);
    }
  }

  async #connect(): Promise<PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      const translated = translateDriverError(error, this.name);
      // Nobody who waits would fare better, and a network that swallows everything makes each attempt long.
      this.#places.refuseWaiting(translated);
      throw translated;
    }
  }
}

/** Runs a statement on one connection. */
export async function run(client: PoolClient, statement: PostgresStatement): Promise<PostgresResult> {
  const { name, text, values } = statement;
  const config = { text, values: [...values], rowMode: "array" as const };
  const { rows, rowCount } = await client.query<unknown[]>(name === undefined ? config : { ...config, name });
  return { rows, count: rowCount ?? 0 };
}

function ignore(): void {}
