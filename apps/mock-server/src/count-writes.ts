import type { SummaryStore, TenantStore } from "@org/store";

/** A store that tells how many writes went through it. */
export interface CountedStore {
  readonly store: SummaryStore;
  /** Grows before a write is acknowledged. While it stays the same, so does everything that was acknowledged. */
  writes(): number;
}

/** Puts a counter in front of every write of a store, failed ones included: part of them may have happened. */
export function countWrites(inner: SummaryStore): CountedStore {
  let count = 0;
  const counted = async <T>(write: Promise<T>): Promise<T> => {
    try {
      return await write;
    } finally {
      count += 1;
    }
  };
  const wrap = (tenant: TenantStore): TenantStore => ({
    get: (id, view) => tenant.get(id, view),
    list: (query, view) => tenant.list(query, view),
    count: (filter) => tenant.count(filter),
    insert: (summary, options) => counted(tenant.insert(summary, options)),
    insertMany: (summaries) => counted(tenant.insertMany(summaries)),
    update: (id, change, options) => counted(tenant.update(id, change, options)),
    delete: (id, options) => counted(tenant.delete(id, options)),
    clear: () => counted(tenant.clear()),
  });
  const store: SummaryStore = {
    shared: inner.shared,
    forTenant: (tenantId) => wrap(inner.forTenant(tenantId)),
    close: () => inner.close(),
    [Symbol.asyncDispose]: () => inner.close(),
  };
  return { store, writes: () => count };
}
