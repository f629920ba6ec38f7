import type { Database } from "./database.js";

/** How many etags a process sets aside at a time. */
const blockSize = 10_000;

/**
 * Etags of one process. Each block is taken from the database before any of it is used, so that no process, and none
 * after a restart, ever gives one twice. A sequence would do it on one server; this does it on a cluster as well.
 */
export class EtagBlocks {
  readonly #database: Database;
  #next = 0;
  #ceiling = 0;
  #reserving: Promise<void> | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The first of `count` etags in a row. */
  async take(count = 1): Promise<number> {
    while (this.#next + count > this.#ceiling) {
      this.#reserving ??= this.#reserve().finally(() => {
        this.#reserving = undefined;
      });
      await this.#reserving;
    }
    const first = this.#next;
    this.#next += count;
    return first;
  }

  async #reserve(): Promise<void> {
    const { rows } = await this.#database.query({
      text: "update meta set value = (value::bigint + $1)::text where name = 'etagCeiling' returning value",
      values: [blockSize],
    });
    this.#ceiling = Number(rows[0]?.[0]);
    this.#next = this.#ceiling - blockSize;
  }
}
