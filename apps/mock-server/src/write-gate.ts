import type { SummaryStore, TenantStore } from "@org/store";

/** A store whose writes wait while something has the database to itself. */
export interface GatedStore {
  readonly store: SummaryStore;
  /**
   * Runs a task when the writes under way have ended, and lets new ones wait until the task has. The task has to write
   * to the store behind the gate, or it would wait for itself.
   */
  alone<T>(task: () => Promise<T>): Promise<T>;
}

/** Puts a gate in front of every write of a store. Reads pass. */
export function gateWrites(inner: SummaryStore): GatedStore {
  const running = new Set<Promise<unknown>>();
  let opened: Promise<void> | undefined;
  const pass = async <T>(write: () => Promise<T>): Promise<T> => {
    while (opened !== undefined) await opened;
    const promise = write();
    running.add(promise);
    try {
      return await promise;
    } finally {
      running.delete(promise);
    }
  };
  const wrap = (tenant: TenantStore): TenantStore => ({
    get: (id, view) => tenant.get(id, view),
    list: (query, view) => tenant.list(query, view),
    count: (filter) => tenant.count(filter),
    insert: (summary, options) => pass(() => tenant.insert(summary, options)),
    insertMany: (summaries) => pass(() => tenant.insertMany(summaries)),
    update: (id, change, options) => pass(() => tenant.update(id, change, options)),
    delete: (id, options) => pass(() => tenant.delete(id, options)),
    clear: () => pass(() => tenant.clear()),
  });
  const store: SummaryStore = {
    shared: inner.shared,
    forTenant: (tenantId) => wrap(inner.forTenant(tenantId)),
    close: () => inner.close(),
    [Symbol.asyncDispose]: () => inner.close(),
  };
  return {
    store,
    async alone(task) {
      while (opened !== undefined) await opened;
      let open = (): void => {};
      opened = new Promise((resolve) => {
        open = resolve;
      });
      try {
        await Promise.allSettled(running);
        return await task();
      } finally {
        opened = undefined;
        open();
      }
    },
  };
}
