import type { StoredDocument } from "./stored-document.js";

/** Measured: what an entry costs beside its bytes (views, maps, strings), rounded up. */
const overhead = 1_000;

interface Entry {
  readonly document: StoredDocument;
  used: boolean;
}

/**
 * Documents in memory up to a budget of bytes. Entries that were read since the last sweep get a second chance, so a hit
 * costs one write of a flag instead of a reordering.
 *
 * The cache is right only as long as one connection owns the database and every committed write is told to it.
 */
export class DocumentCache {
  readonly #budget: number;
  readonly #byRow = new Map<number, Entry>();
  readonly #byTenant = new Map<string, Map<string, Entry>>();
  #size = 0;

  constructor(budgetBytes: number) {
    this.#budget = budgetBytes;
  }

  /** Bytes in use, overhead included. */
  get size(): number {
    return this.#size;
  }

  byRow(row: number): StoredDocument | undefined {
    return read(this.#byRow.get(row));
  }

  byId(tenant: string, id: string): StoredDocument | undefined {
    return read(this.#byTenant.get(tenant)?.get(id));
  }

  set(document: StoredDocument): void {
    this.delete(document.row);
    const cost = costOf(document);
    if (cost > this.#budget) return;
    const entry: Entry = { document, used: false };
    this.#byRow.set(document.row, entry);
    const ids = this.#byTenant.get(document.tenant);
    if (ids === undefined) this.#byTenant.set(document.tenant, new Map([[document.id, entry]]));
    else ids.set(document.id, entry);
    this.#size += cost;
    if (this.#size > this.#budget) this.#evict();
  }

  delete(row: number): void {
    const entry = this.#byRow.get(row);
    if (entry === undefined) return;
    const { document } = entry;
    this.#byRow.delete(row);
    const ids = this.#byTenant.get(document.tenant);
    ids?.delete(document.id);
    if (ids?.size === 0) this.#byTenant.delete(document.tenant);
    this.#size -= costOf(document);
  }

  #evict(): void {
    for (const [row, entry] of this.#byRow) {
      if (this.#size <= this.#budget) return;
      if (entry.used) {
        entry.used = false;
        this.#byRow.delete(row);
        this.#byRow.set(row, entry);
      } else this.delete(row);
    }
  }
}

function read(entry: Entry | undefined): StoredDocument | undefined {
  if (entry === undefined) return undefined;
  entry.used = true;
  return entry.document;
}

function costOf(document: StoredDocument): number {
  return document.bytes.byteLength + 2 * document.id.length + overhead;
}
