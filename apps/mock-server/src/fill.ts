import type { SummaryStore } from "@org/store";
import type { Dependencies, Filling, TenantRegistry } from "./dependencies.js";
import type { Settings } from "./options.js";

type Fill = Pick<Dependencies, "fill" | "reset" | "rememberFilling"> & { readonly tenants: TenantRegistry };

/** Fills tenants with simulated events, and brings a changed server back to where it began. */
export function createFill(store: SummaryStore, settings: Settings): Fill {
  const written = new Set([settings.defaultTenantId]);
  const tenants: TenantRegistry = { noteWrite: (tenantId) => written.add(tenantId) };
  let remembered: { readonly filling: Filling; readonly now: Date } | undefined;

  async function fillAt(filling: Filling, now: Date): Promise<number> {
    const { scenarios, simulate } = await import("@org/simulator");
    const { scenario: asked, seed, count, tenantId = settings.defaultTenantId, onProgress } = filling;
    const scenario = scenarios.find((name) => name === asked);
    if (scenario === undefined)
      throw new RangeError(`There is no scenario "${asked}"; there is: ${scenarios.join(", ")}`);
    tenants.noteWrite(tenantId);
    return store
      .forTenant(tenantId)
      .insertMany(counted(simulate({ scenario, seed, now, count, tenantId }), onProgress));
  }

  return {
    tenants,
    fill: (filling) => fillAt(filling, settings.now()),
    async rememberFilling(filling) {
      remembered = { filling, now: settings.now() };
      const tenant = store.forTenant(filling.tenantId ?? settings.defaultTenantId);
      return (await tenant.count()) > 0 ? 0 : fillAt(filling, remembered.now);
    },
    async reset() {
      for (const tenantId of written) await store.forTenant(tenantId).clear();
      if (remembered !== undefined) await fillAt(remembered.filling, remembered.now);
    },
  };
}

function counted<T>(items: Iterable<T>, onProgress: Filling["onProgress"]): Iterable<T> {
  if (onProgress === undefined) return items;
  return (function* () {
    let made = 0;
    for (const item of items) {
      onProgress(made);
      made += 1;
      yield item;
    }
  })();
}
