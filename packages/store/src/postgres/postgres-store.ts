import type { SummaryStore, TenantStore } from "../store.js";
import { StoreError } from "../store-error.js";
import { closedError } from "./closed-error.js";
import { Database } from "./database.js";
import { EtagBlocks } from "./etag-blocks.js";
import { type PostgresBackend, PostgresTenantStore } from "./postgres-tenant-store.js";
import { prepareDatabase } from "./prepare-database.js";
import type { Step } from "./schema.js";
import { WriteOrder } from "./write-order.js";

export interface PostgresStoreOptions {
  readonly url: string;
  readonly readOnly: boolean;
  readonly randomBytes: (size: number) => Uint8Array;
  readonly onNotice: (message: string) => void;
  /** In ms. */
  readonly statementTimeout: number;
  /** Default: this release's steps. */
  readonly steps?: readonly Step[];
}

/** How long `close` waits for searches under way, in ms; for writes it waits to their end. */
const searchPatience = 2_000;

/**
 * Opens, checks and prepares a database.
 * @throws StoreError `unavailable`, `cannotOpen`, `corrupt`, `newerVersion`, `readOnly`.
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<SummaryStore> {
  const database = new Database(options);
  try {
    const skipTokenKey = await prepareDatabase(database, options);
    return new PostgresStore(database, skipTokenKey, options.readOnly);
  } catch (error) {
    await database.close();
    throw error;
  }
}

class PostgresStore implements SummaryStore, PostgresBackend {
  readonly shared = true;
  readonly database: Database;
  readonly etags: EtagBlocks;
  readonly order = new WriteOrder();
  readonly skipTokenKey: Uint8Array;
  readonly #readOnly: boolean;
  readonly #active = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;
  #changing = false;

  constructor(database: Database, skipTokenKey: Uint8Array, readOnly: boolean) {
    this.database = database;
    this.etags = new EtagBlocks(database);
    this.skipTokenKey = skipTokenKey;
    this.#readOnly = readOnly;
  }

  forTenant(tenantId: string): TenantStore {
    return new PostgresTenantStore(tenantId, this);
  }

  async close(): Promise<void> {
    this.#checkPure();
    this.#closing ??= this.#close();
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    const patience = setTimeout(() => this.database.giveUpSearches(), searchPatience);
    while (this.#active.size > 0) await Promise.all(this.#active);
    clearTimeout(patience);
    await this.database.close();
  }

  during<T>(work: () => Promise<T>): Promise<T> {
    const result = work();
    const end = result
      .catch(() => undefined)
      .then(() => {
        this.#active.delete(end);
      });
    this.#active.add(end);
    return result;
  }

  change<T>(change: () => T): T {
    this.#changing = true;
    try {
      return change();
    } finally {
      this.#changing = false;
    }
  }

  checkUsable(): void {
    this.#checkPure();
    if (this.#closing !== undefined) throw closedError();
  }

  checkWritable(): void {
    this.checkUsable();
    if (this.#readOnly) {
      throw new StoreError(
        "readOnly",
        `${this.database.name} was opened for reading only. Open it without readOnly to write.`,
      );
    }
  }

  #checkPure(): void {
    if (this.#changing) throw new TypeError("The change function of update must be pure: it may not call the store.");
  }
}
