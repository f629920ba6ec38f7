import type { ProvisioningObjectSummary } from "@org/models";
import type { BoundExpression, BoundQuery } from "@org/odata";
import { checkEtag, duplicateId, notFound } from "../refusals.js";
import { type Row, toRow } from "../row.js";
import type {
  ConditionalWriteOptions,
  EtagCondition,
  StoredSummary,
  SummaryPage,
  TenantStore,
  View,
  WriteOptions,
} from "../store.js";
import type { StoreError } from "../store-error.js";
import { copyStatement, toCopyBytes } from "./copy-rows.js";
import type { Database } from "./database.js";
import { sqlStateOf } from "./driver-errors.js";
import type { EtagBlocks } from "./etag-blocks.js";
import { toIndexKey } from "./key.js";
import { toPostgresRow } from "./postgres-row.js";
import { type ReadDocument, readDocument, summaryOf } from "./read-document.js";
import { countSummaries, listSummaries } from "./search.js";
import {
  clearStatement,
  deleteStatement,
  getStatement,
  insertStatement,
  storedIdStatement,
  updateStatement,
} from "./statements.js";
import type { WriteOrder } from "./write-order.js";

/** Most rows one transaction writes. */
const transactionSize = 500;
/** A transaction of large documents ends earlier, so that memory is bounded. In bytes. */
const transactionBytes = 8_388_608;

/** What all tenants of one database share. */
export interface PostgresBackend {
  readonly database: Database;
  readonly etags: EtagBlocks;
  readonly order: WriteOrder;
  readonly skipTokenKey: Uint8Array;
  /** Runs work that `close` waits for. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Runs a change function, which may not call the store. */
  change<T>(change: () => T): T;
  /** Throws when the store is closed or called from within a change function. */
  checkUsable(): void;
  /** As `checkUsable`; throws also when the store was opened for reading. */
  checkWritable(): void;
}

export class PostgresTenantStore implements TenantStore {
  readonly #tenant: string;
  readonly #key: string;
  readonly #backend: PostgresBackend;

  constructor(tenant: string, backend: PostgresBackend) {
    this.#tenant = tenant;
    this.#key = toIndexKey(tenant);
    this.#backend = backend;
  }

  async get(id: string, view: View): Promise<StoredSummary | undefined> {
    this.#backend.checkUsable();
    const document = await this.#backend.during(() => this.#find(id));
    return document && summaryOf(document, view);
  }

  async list(query: BoundQuery, view: View): Promise<SummaryPage> {
    this.#backend.checkUsable();
    return this.#backend.during(() =>
      listSummaries({ tenant: this.#tenant, key: this.#key, query, view }, this.#backend),
    );
  }

  async count(filter?: BoundExpression): Promise<number> {
    this.#backend.checkUsable();
    return this.#backend.during(() => countSummaries(this.#key, filter, this.#backend));
  }

  async insert(summary: ProvisioningObjectSummary, options: WriteOptions = {}): Promise<StoredSummary> {
    this.#backend.checkWritable();
    const content = toRow(summary);
    const { database, etags } = this.#backend;
    return this.#inOrder(summary.id, async () => {
      const row = toPostgresRow(this.#tenant, content, await etags.take());
      const { count } = await database.query(insertStatement(row));
      if (count === 0) throw duplicateId(summary.id);
      return summaryOf({ ...content, key: row.id, etag: String(row.etag) }, options.view ?? "beta");
    });
  }

  async insertMany(summaries: Iterable<ProvisioningObjectSummary>): Promise<number> {
    this.#backend.checkWritable();
    // What was asked before goes first.
    await this.#backend.order.settled();
    let inserted = 0;
    let rows: Row[] = [];
    let bytes = 0;
    for (const summary of summaries) {
      const row = toRow(summary);
      rows.push(row);
      bytes += row.bytes.byteLength;
      if (rows.length < transactionSize && bytes < transactionBytes) continue;
      inserted += await this.#insertAll(rows);
      rows = [];
      bytes = 0;
    }
    return inserted + (await this.#insertAll(rows));
  }

  async update(
    id: string,
    change: (current: ProvisioningObjectSummary) => ProvisioningObjectSummary,
    options: ConditionalWriteOptions = {},
  ): Promise<StoredSummary> {
    this.#backend.checkWritable();
    const { database, etags } = this.#backend;
    return this.#inOrder(id, async () => {
      // Written only if nobody wrote in between; else once more. Each further try means that another write succeeded.
      for (;;) {
        const current = await this.#target(id, options.ifMatch);
        const content = this.#changed(id, current, change);
        if (Buffer.compare(content.bytes, current.bytes) === 0) return summaryOf(current, options.view ?? "beta");
        const row = toPostgresRow(this.#tenant, content, await etags.take());
        const { count } = await database.query(updateStatement(row, current.etag));
        if (count > 0) return summaryOf({ ...content, key: row.id, etag: String(row.etag) }, options.view ?? "beta");
      }
    });
  }

  async delete(id: string, options: ConditionalWriteOptions = {}): Promise<void> {
    this.#backend.checkWritable();
    await this.#inOrder(id, async () => {
      for (;;) {
        const current = await this.#target(id, options.ifMatch);
        const { count } = await this.#backend.database.query(deleteStatement(this.#key, current.key, current.etag));
        if (count > 0) return;
      }
    });
  }

  async clear(): Promise<number> {
    this.#backend.checkWritable();
    const { database, order } = this.#backend;
    await order.settled();
    let after = "";
    for (let cleared = 0; ; ) {
      const { rows } = await this.#backend.during(() =>
        database.query(clearStatement(this.#key, after, transactionSize)),
      );
      const [gone, last] = rows[0] ?? [];
      cleared += Number(gone);
      if (typeof last !== "string") return cleared;
      after = last;
      this.#backend.checkWritable();
    }
  }

  #inOrder<T>(id: string, write: () => Promise<T>): Promise<T> {
    const { order } = this.#backend;
    return this.#backend.during(() => order.run(JSON.stringify([this.#tenant, id]), write));
  }

  async #find(id: string): Promise<ReadDocument | undefined> {
    const { rows } = await this.#backend.database.query(getStatement(this.#key, toIndexKey(id)));
    return rows[0] && readDocument(rows[0]);
  }

  async #target(id: string, ifMatch: EtagCondition | undefined): Promise<ReadDocument> {
    const current = await this.#find(id);
    if (current === undefined) throw notFound(id);
    checkEtag(id, current.etag, ifMatch);
    return current;
  }

  #changed(
    id: string,
    current: ReadDocument,
    change: (current: ProvisioningObjectSummary) => ProvisioningObjectSummary,
  ): Row {
    const summary = JSON.parse(Buffer.from(current.bytes).toString()) as ProvisioningObjectSummary;
    const changed = this.#backend.change(() => change(summary));
    if (changed.id !== id) throw new TypeError(`The change function must keep the id '${id}'.`);
    return toRow(changed);
  }

  async #insertAll(contents: readonly Row[]): Promise<number> {
    this.#backend.checkWritable();
    if (contents.length > 0) await this.#backend.during(() => this.#copy(contents));
    return contents.length;
  }

  async #copy(contents: readonly Row[]): Promise<void> {
    const { database, etags } = this.#backend;
    const first = await etags.take(contents.length);
    const rows = contents.map((content, index) => toPostgresRow(this.#tenant, content, first + index));
    try {
      await database.copy(copyStatement, toCopyBytes(rows));
    } catch (error) {
      throw sqlStateOf(error) === "23505" ? await this.#duplicateOf(contents) : error;
    }
  }

  /** Which of these ids was the reason, for the message. */
  async #duplicateOf(contents: readonly Row[]): Promise<StoreError> {
    const byKey = new Map<string, string>();
    for (const { id } of contents) {
      const key = toIndexKey(id);
      if (byKey.has(key)) return duplicateId(id);
      byKey.set(key, id);
    }
    const { rows } = await this.#backend.database.query(storedIdStatement(this.#key, [...byKey.keys()]));
    // Gone again by now: any of them serves.
    return duplicateId(byKey.get(String(rows[0]?.[0])) ?? contents[0]?.id ?? "");
  }
}
