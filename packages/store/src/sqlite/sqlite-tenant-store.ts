import type { ProvisioningObjectSummary } from "@org/models";
import type { BoundExpression, BoundPath, BoundQuery } from "@org/odata";
import { createProject } from "../project.js";
import { toHotValues } from "../query/columns.js";
import { checkEtag, notFound } from "../refusals.js";
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
import type { StoredDocument } from "../stored-document.js";
import type { WriteQueue } from "../write-queue.js";
import { type Engine, transactionSize } from "./engine.js";
import type { SearchTools } from "./search.js";
import { Searches } from "./searches.js";

/** What all tenants of one database share. */
export interface SqliteBackend {
  readonly engine: Engine;
  readonly queue: WriteQueue;
  readonly search: SearchTools;
  /** Throws when the store is closed or called from within a change function. */
  checkUsable(): void;
  /** As `checkUsable`; throws also when the store was opened for reading. */
  checkWritable(): void;
}

export class SqliteTenantStore implements TenantStore {
  readonly #tenant: string;
  readonly #backend: SqliteBackend;
  readonly #searches: Searches;

  constructor(tenant: string, backend: SqliteBackend) {
    this.#tenant = tenant;
    this.#backend = backend;
    this.#searches = new Searches(tenant, backend.search);
  }

  async get(id: string, view: View): Promise<StoredSummary | undefined> {
    this.#backend.checkUsable();
    return this.#backend.engine.find(this.#tenant, id)?.[view];
  }

  async list(query: BoundQuery, view: View): Promise<SummaryPage> {
    this.#backend.checkUsable();
    const { documents, skipToken } = await this.#searches.list(query);
    const { select } = query;
    const summaries =
      select === undefined ? documents.map((document) => document[view]) : await this.#project(documents, view, select);
    if (query.count !== true) return { summaries, skipToken };
    return { summaries, skipToken, count: await this.#searches.count(query.filter) };
  }

  async count(filter?: BoundExpression): Promise<number> {
    this.#backend.checkUsable();
    return this.#searches.count(filter);
  }

  async insert(summary: ProvisioningObjectSummary, options: WriteOptions = {}): Promise<StoredSummary> {
    this.#backend.checkWritable();
    const row = toRow(summary);
    const { engine, queue } = this.#backend;
    const document = await queue.add(() => engine.insert(this.#tenant, row));
    return document[options.view ?? "beta"];
  }

  async insertMany(summaries: Iterable<ProvisioningObjectSummary>): Promise<number> {
    this.#backend.checkWritable();
    let inserted = 0;
    let rows: Row[] = [];
    for (const summary of summaries) {
      rows.push(toRow(summary));
      if (rows.length < transactionSize) continue;
      inserted += this.#insertAll(rows);
      rows = [];
      await turn();
    }
    return inserted + this.#insertAll(rows);
  }

  async update(
    id: string,
    change: (current: ProvisioningObjectSummary) => ProvisioningObjectSummary,
    options: ConditionalWriteOptions = {},
  ): Promise<StoredSummary> {
    this.#backend.checkWritable();
    const { engine, queue } = this.#backend;
    const document = await queue.add(() => {
      const current = this.#target(id, options.ifMatch);
      const summary = JSON.parse(Buffer.from(current.bytes).toString()) as ProvisioningObjectSummary;
      // Read first: nothing stops a change function from changing what it was given.
      const before = toHotValues(summary);
      const changed = change(summary);
      if (changed.id !== id) throw new TypeError(`The change function must keep the id '${id}'.`);
      const row = toRow(changed);
      return Buffer.compare(row.bytes, current.bytes) === 0 ? current : engine.replace(current, row, before);
    });
    return document[options.view ?? "beta"];
  }

  async delete(id: string, options: ConditionalWriteOptions = {}): Promise<void> {
    this.#backend.checkWritable();
    const { engine, queue } = this.#backend;
    await queue.add(() => engine.delete(this.#target(id, options.ifMatch)));
  }

  async clear(): Promise<number> {
    this.#backend.checkWritable();
    const { engine, queue } = this.#backend;
    queue.flush();
    const lastRow = engine.lastRow();
    for (let cleared = 0; ; ) {
      const deleted = engine.transact(() => engine.deleteSome(this.#tenant, lastRow));
      cleared += deleted;
      if (deleted < transactionSize) return cleared;
      await turn();
      this.#backend.checkWritable();
    }
  }

  async #project(
    documents: readonly StoredDocument[],
    view: View,
    select: readonly BoundPath[],
  ): Promise<readonly StoredSummary[]> {
    const { turns } = this.#backend.search;
    const project = createProject(select);
    const summaries: StoredSummary[] = [];
    // Documents can be large, and these are parsed: as many at a time as a piece has time for.
    while (summaries.length < documents.length) {
      await turns.piece(() => {
        do {
          const document = documents[summaries.length];
          if (document !== undefined) summaries.push(project(document[view]));
        } while (summaries.length < documents.length && turns.left > 0);
      });
    }
    return summaries;
  }

  #insertAll(rows: readonly Row[]): number {
    const { engine, queue } = this.#backend;
    if (rows.length === 0) return 0;
    this.#backend.checkWritable();
    // What was asked before goes first.
    queue.flush();
    engine.transact(() => {
      for (const row of rows) engine.insert(this.#tenant, row);
    });
    return rows.length;
  }

  #target(id: string, ifMatch: EtagCondition | undefined): StoredDocument {
    const current = this.#backend.engine.find(this.#tenant, id);
    if (current === undefined) throw notFound(id);
    checkEtag(id, current.beta.etag, ifMatch);
    return current;
  }
}

/** Lets everything that is waiting for the event loop have its turn. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
