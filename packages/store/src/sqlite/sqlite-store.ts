import type { SummaryStore, TenantStore } from "../store.js";
import { StoreError } from "../store-error.js";
import { WriteQueue } from "../write-queue.js";
import type { Connection } from "./connection.js";
import { Engine } from "./engine.js";
import { IndexWalks } from "./index-walk.js";
import { NameIndex } from "./name-index.js";
import { type ConnectionOptions, closeConnection, openConnection } from "./open-connection.js";
import { RowConditions } from "./row-conditions.js";
import type { SearchTools } from "./search.js";
import { type SqliteBackend, SqliteTenantStore } from "./sqlite-tenant-store.js";
import { Turns } from "./turns.js";

export interface SqliteStoreOptions extends ConnectionOptions {
  readonly cacheBytes: number;
  /** Milliseconds that never go back. */
  readonly clock: () => number;
}

export class SqliteStore implements SummaryStore, SqliteBackend {
  /** A file has one owner. */
  readonly shared = false;
  readonly engine: Engine;
  readonly queue: WriteQueue;
  readonly search: SearchTools;
  readonly #connection: Connection;
  readonly #options: SqliteStoreOptions;
  #closed = false;

  /** @throws StoreError as `openConnection` does. */
  constructor(options: SqliteStoreOptions) {
    this.#options = options;
    this.#connection = openConnection(options);
    try {
      this.engine = new Engine(this.#connection, options.cacheBytes);
      this.search = {
        engine: this.engine,
        walks: new IndexWalks(this.#connection),
        names: new NameIndex(this.#connection),
        conditions: new RowConditions(this.#connection, options.clock),
        turns: new Turns(options.clock),
        checkUsable: () => this.checkUsable(),
      };
    } catch (error) {
      closeConnection(this.#connection, options);
      throw error;
    }
    this.queue = new WriteQueue(this.engine);
  }

  forTenant(tenantId: string): TenantStore {
    return new SqliteTenantStore(tenantId, this);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.checkUsable();
    this.queue.flush();
    this.#closed = true;
    this.search.turns.end(closedError());
    closeConnection(this.#connection, this.#options);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  checkUsable(): void {
    if (this.#closed) {
      throw closedError();
    }
    if (this.engine.writing) {
      throw new TypeError("The change function of update must be pure: it may not call the store.");
    }
  }

  checkWritable(): void {
    this.checkUsable();
    if (this.#options.readOnly) {
      throw new StoreError(
        "readOnly",
        `${this.#connection.name} was opened for reading only. Open it without readOnly to write.`,
      );
    }
  }
}

function closedError(): StoreError {
  return new StoreError(
    "closed",
    "The store is closed. What was acknowledged is stored; open the store again to go on.",
  );
}
