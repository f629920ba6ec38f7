import { DocumentCache } from "../document-cache.js";
import { fromKey, toKey } from "../key.js";
import { type HotValues, hotColumns } from "../query/columns.js";
import { duplicateId } from "../refusals.js";
import type { Row } from "../row.js";
import { StoreError } from "../store-error.js";
import { createStoredDocument, type StoredDocument } from "../stored-document.js";
import type { Transaction } from "../write-queue.js";
import type { Connection, SqlRow } from "./connection.js";
import { isDriverError } from "./driver-errors.js";
import type { Position } from "./index-walk.js";
import { toNamesText } from "./name-index.js";
import { type ChangeableColumn, prepareStatements, UpdateStatements } from "./statements.js";

/** Most rows one transaction writes. */
export const transactionSize = 500;
/** How many etags are set aside in the file at a time, so that a write need not count there. */
const etagBlock = 100_000;

/** What a write has done to an id and is not yet committed. */
interface Change {
  readonly row: number;
  /** Undefined when deleted. */
  readonly document: StoredDocument | undefined;
}

/** The synchronous heart: statements, the cache before them, and transactions that keep the two in step. */
export class Engine implements Transaction {
  readonly skipTokenKey: Uint8Array;
  readonly #connection: Connection;
  readonly #statements: ReturnType<typeof prepareStatements>;
  readonly #updates: UpdateStatements;
  readonly #cache: DocumentCache;
  #changes = new Map<string, Map<string, Change>>();
  #nextEtag: number;
  #etagCeiling: number;
  #writing = false;

  constructor(connection: Connection, cacheBytes: number) {
    this.#connection = connection;
    this.#statements = prepareStatements(connection);
    this.#updates = new UpdateStatements(connection);
    this.#cache = new DocumentCache(cacheBytes);
    this.skipTokenKey = this.#statements.meta.first("skipTokenKey")?.[0] as Uint8Array;
    this.#etagCeiling = Number(this.#statements.meta.first("etagCeiling")?.[0]);
    // Which etags below the ceiling were used is not kept, so all of them count as used.
    this.#nextEtag = this.#etagCeiling;
  }

  /** Whether a transaction is under way, which only code called by a write can see. */
  get writing(): boolean {
    return this.#writing;
  }

  find(tenant: string, id: string): StoredDocument | undefined {
    // First what this transaction did: the cache and, for other ids, the table hold what is committed.
    const change = this.#changes.get(tenant)?.get(id);
    if (change !== undefined) return change.document;
    const cached = this.#cache.byId(tenant, id);
    if (cached !== undefined) return cached;
    const found = this.#statements.byId.first(toKey(tenant), toKey(id));
    return found === undefined ? undefined : this.#remember(tenant, found);
  }

  /** The documents of rows that were just found, in the same order. */
  documents(tenant: string, rows: readonly number[]): StoredDocument[] {
    const documents = this.#documentsByRow(tenant, rows);
    return rows.map((row) => documents.get(row) ?? this.#indexIsWrong());
  }

  /** The documents of those rows that are still this tenant's. */
  documentsLeft(tenant: string, rows: readonly number[]): ReadonlyMap<number, StoredDocument> {
    return this.#documentsByRow(tenant, rows);
  }

  /** Where a stored row stands in the order of time. */
  position(row: number): Position {
    const [at, id] = this.#statements.position.first(row) ?? this.#indexIsWrong();
    return { at: String(at), id: String(id) };
  }

  insert(tenant: string, content: Row): StoredDocument {
    const etag = this.#takeEtag();
    const { id, at, v1Start, bytes, indexed } = content;
    const columns = hotColumns.map(({ name }) => indexed[name]);
    const { changes, lastRow } = this.#statements.insert.run(
      toKey(tenant),
      toKey(id),
      etag,
      at,
      v1Start,
      bytes,
      ...columns,
    );
    if (changes === 0) throw duplicateId(id);
    this.#writeNames(lastRow, indexed);
    return this.#note(createStoredDocument(lastRow, tenant, etag, content));
  }

  /** `before` is what was kept of the current document. */
  replace(current: StoredDocument, content: Row, before: HotValues): StoredDocument {
    const etag = this.#takeEtag();
    const { indexed } = content;
    const columns = hotColumns.map(({ name }) => name).filter((name) => indexed[name] !== before[name]);
    const changed: readonly ChangeableColumn[] = content.at === current.at ? columns : ["at", ...columns];
    const values = changed.map((name) => (name === "at" ? content.at : indexed[name]));
    this.#updates.changing(changed).run(etag, content.v1Start, content.bytes, ...values, current.row);
    if (indexed.names !== before.names) {
      this.#statements.deleteNames.run(`[${current.row}]`);
      this.#writeNames(current.row, indexed);
    }
    return this.#note(createStoredDocument(current.row, current.tenant, etag, content));
  }

  delete(current: StoredDocument): void {
    this.#statements.delete.run(current.row);
    this.#statements.deleteNames.run(`[${current.row}]`);
    this.#noteChange(current.tenant, current.id, { row: current.row, document: undefined });
  }

  /** Deletes some rows up to `lastRow`; returns how many. */
  deleteSome(tenant: string, lastRow: number): number {
    const deleted = this.#statements.deleteSome.all(toKey(tenant), lastRow, transactionSize);
    this.#statements.deleteNames.run(JSON.stringify(deleted.map(([row]) => row)));
    for (const [row, id] of deleted) {
      this.#noteChange(tenant, fromKey(String(id)), { row: Number(row), document: undefined });
    }
    return deleted.length;
  }

  /** Of all tenants: to find that of one, its whole index would be read. */
  lastRow(): number {
    return Number(this.#statements.lastRow.first()?.[0] ?? 0);
  }

  begin(): void {
    if (this.#nextEtag + transactionSize > this.#etagCeiling) this.#reserveEtags();
    this.#statements.begin.run();
    this.#writing = true;
  }

  commit(): void {
    this.#statements.commit.run();
    this.#writing = false;
    for (const ids of this.#changes.values()) {
      for (const { row, document } of ids.values()) {
        if (document === undefined) this.#cache.delete(row);
        else this.#cache.set(document);
      }
    }
    this.#changes = new Map();
  }

  rollback(): void {
    this.#writing = false;
    this.#changes = new Map();
    if (this.#connection.inTransaction) this.#statements.rollback.run();
  }

  breaksTransaction(error: unknown): boolean {
    return isDriverError(error) || !this.#connection.inTransaction;
  }

  /** Runs a whole transaction at once. */
  transact<T>(run: () => T): T {
    try {
      this.begin();
      const result = run();
      this.commit();
      return result;
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  #documentsByRow(tenant: string, rows: readonly number[]): ReadonlyMap<number, StoredDocument> {
    const documents = new Map<number, StoredDocument>();
    const missing: number[] = [];
    for (const row of rows) {
      const cached = this.#cache.byRow(row);
      if (cached === undefined) missing.push(row);
      else if (cached.tenant === tenant) documents.set(row, cached);
    }
    if (missing.length > 0) {
      for (const found of this.#statements.byRows.all(JSON.stringify(missing), toKey(tenant))) {
        const document = this.#remember(tenant, found);
        documents.set(document.row, document);
      }
    }
    return documents;
  }

  #remember(tenant: string, found: SqlRow): StoredDocument {
    const [row, id, etag, at, v1Start, bytes] = found;
    const content = { id: fromKey(String(id)), at: String(at), v1Start: Number(v1Start), bytes: bytes as Uint8Array };
    const document = createStoredDocument(Number(row), tenant, Number(etag), content);
    this.#cache.set(document);
    return document;
  }

  #note(document: StoredDocument): StoredDocument {
    this.#noteChange(document.tenant, document.id, { row: document.row, document });
    return document;
  }

  #noteChange(tenant: string, id: string, change: Change): void {
    const ids = this.#changes.get(tenant);
    if (ids === undefined) this.#changes.set(tenant, new Map([[id, change]]));
    else ids.set(id, change);
  }

  #writeNames(row: number, { names }: HotValues): void {
    const text = toNamesText(names);
    if (text !== null) this.#statements.insertNames.run(row, text);
  }

  #takeEtag(): number {
    const etag = this.#nextEtag;
    this.#nextEtag += 1;
    return etag;
  }

  #reserveEtags(): void {
    const ceiling = this.#nextEtag + etagBlock;
    this.#statements.setMeta.run(ceiling, "etagCeiling");
    this.#etagCeiling = ceiling;
  }

  #indexIsWrong(): never {
    throw new StoreError(
      "corrupt",
      `${this.#connection.name} is damaged: its index names a row that is missing. Nothing was changed. Restore it from a copy.`,
    );
  }
}
