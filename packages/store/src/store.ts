import type { ProvisioningObjectSummary } from "@org/models";
import type { BoundExpression, BoundQuery } from "@org/odata";

/** Which service root's shape a document is read in: `beta` has `action` and `statusInfo`, `v1` has not. */
export type View = "beta" | "v1";

/** A stored summary as it goes over the wire. */
export interface StoredSummary {
  /**
   * Opaque, without quotes. Every write that changes a byte gives a new one, and an update that changes none keeps it;
   * none is ever used again for another state in this database.
   */
  readonly etag: string;
  /**
   * UTF-8 JSON of the view **without its opening brace**, so that a caller can put `{` and its annotations in front
   * without parsing or copying twice. Never empty, never to be written to: it may be shared with a cache.
   */
  readonly members: Uint8Array;
}

/** One page of a keyset listing. */
export interface SummaryPage {
  readonly summaries: readonly StoredSummary[];
  /** Absent on the last page. Bound to the tenant, the query (but not its `top`) and this database. */
  readonly skipToken: string | undefined;
  /** How many pass the filter, whatever the page holds; given when the query asked for the count. */
  readonly count?: number;
}

/** A condition on the stored etag: any (`"*"`), or one of these (without quotes). */
export type EtagCondition = "*" | readonly string[];

/** What a write answers with. */
export interface WriteOptions {
  /** The view of the answer; default `beta`. */
  readonly view?: View;
}

/** A write that may depend on the stored etag. */
export interface ConditionalWriteOptions extends WriteOptions {
  /** The write happens only if the stored etag fits; else `StoreError` with code `etagMismatch`. */
  readonly ifMatch?: EtagCondition | undefined;
}

/** One tenant's summaries. Ids are unique within the tenant and compared exactly; tenants never see each other. */
export interface TenantStore {
  /** Resolves to undefined when the id is not stored. */
  get(id: string, view: View): Promise<StoredSummary | undefined>;
  /** Newest `activityDateTime` first unless the query orders otherwise; ties by id, in the direction of the last item. */
  list(query: BoundQuery, view: View): Promise<SummaryPage>;
  /** Number of stored summaries, or of those that pass the filter. Rejects as `list` does. */
  count(filter?: BoundExpression): Promise<number>;
  /** Resolves once the summary will survive the death of the process. Rejects with `duplicateId`. */
  insert(summary: ProvisioningObjectSummary, options?: WriteOptions): Promise<StoredSummary>;
  /** Inserts in transactions of many rows; one refused row undoes its own transaction only. Resolves to the number inserted. */
  insertMany(summaries: Iterable<ProvisioningObjectSummary>): Promise<number>;
  /**
   * Replaces a summary by what `change` makes of it. `change` is synchronous and pure: it may be called more than once.
   * What it throws rejects the promise and changes nothing. When the result reads as what is stored, byte for byte,
   * nothing is written and the etag stays. Rejects with `notFound` or `etagMismatch`.
   */
  update(
    id: string,
    change: (current: ProvisioningObjectSummary) => ProvisioningObjectSummary,
    options?: ConditionalWriteOptions,
  ): Promise<StoredSummary>;
  /** Rejects with `notFound` or `etagMismatch`. */
  delete(id: string, options?: ConditionalWriteOptions): Promise<void>;
  /** Removes every summary of this tenant; resolves to how many there were. */
  clear(): Promise<number>;
}

/** A database of summaries. */
export interface SummaryStore {
  /** Whether other processes may write to this database while it is open, so that nothing read from it stays true. */
  readonly shared: boolean;
  /** Cheap; nothing is read. */
  forTenant(tenantId: string): TenantStore;
  /** Resolves when everything acknowledged is stored and the database is released. Later calls reject with `closed`. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
