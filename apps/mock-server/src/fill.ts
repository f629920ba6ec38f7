import type { ProvisioningObjectSummary } from "@org/models";
import { StoreError, type SummaryStore, type TenantStore } from "@org/store";
import type { AddOptions, Dependencies, Filling, TenantRegistry } from "./dependencies.js";
import type { Settings } from "./options.js";
import type { GatedStore } from "./write-gate.js";

type Fill = Pick<Dependencies, "fill" | "add" | "reset" | "rememberFilling"> & { readonly tenants: TenantRegistry };

/** How many events are added in one go: no more than the store puts into one transaction, so that all of them or none are. */
const chunkSize = 500;

/** What may be met while adding: nothing, whole chunks of another server's, or single events of what it left over. */
type Company = "alone" | "chunks" | "events";

/**
 * Fills tenants with simulated events, and brings a changed server back to where it began: one such task at a time.
 * @param store The store behind the gate that clients' writes pass.
 */
export function createFill(store: SummaryStore, alone: GatedStore["alone"], settings: Settings): Fill {
  const written = new Set([settings.defaultTenantId]);
  const tenants: TenantRegistry = { noteWrite: (tenantId) => written.add(tenantId) };
  let remembered: { readonly filling: Filling; readonly now: Date } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  }

  async function addTo(
    tenantId: string,
    summaries: Iterable<ProvisioningObjectSummary>,
    { onAdded }: AddOptions = {},
    company: Company = "alone",
  ): Promise<number> {
    tenants.noteWrite(tenantId);
    const tenant = store.forTenant(tenantId);
    let added = 0;
    for (const chunk of chunked(summaries, company === "events" ? 1 : chunkSize)) {
      added += await (company === "alone" ? tenant.insertMany(chunk) : insertUnlessStored(tenant, chunk));
      onAdded?.(added);
    }
    return added;
  }

  async function fillAt(filling: Filling, now: Date, company: Company = "alone"): Promise<number> {
    const { scenarios, simulate } = await import("@org/simulator");
    const { scenario: asked, seed, count, tenantId = settings.defaultTenantId, onProgress } = filling;
    const scenario = scenarios.find((name) => name === asked);
    if (scenario === undefined)
      throw new RangeError(`There is no scenario "${asked}"; there is: ${scenarios.join(", ")}`);
    return addTo(tenantId, counted(simulate({ scenario, seed, now, count, tenantId }), onProgress), filling, company);
  }

  /** Another server may be clearing and filling at the same time: what it deletes of a chunk is added one by one. */
  async function refill(filling: Filling, now: Date): Promise<void> {
    await fillAt(filling, now, store.shared ? "chunks" : "alone");
    const tenant = store.forTenant(filling.tenantId ?? settings.defaultTenantId);
    if (store.shared && (await tenant.count()) < filling.count) await fillAt(filling, now, "events");
  }

  return {
    tenants,
    fill: (filling) => inTurn(() => fillAt(filling, settings.now())),
    add: (tenantId, summaries, options) => inTurn(() => addTo(tenantId, summaries, options)),
    rememberFilling: (filling) =>
      inTurn(async () => {
        remembered = { filling, now: settings.now() };
        const tenant = store.forTenant(filling.tenantId ?? settings.defaultTenantId);
        return (await tenant.count()) > 0 ? 0 : fillAt(filling, remembered.now, store.shared ? "chunks" : "alone");
      }),
    reset: () =>
      inTurn(() =>
        alone(async () => {
          for (const tenantId of written) await store.forTenant(tenantId).clear();
          if (remembered !== undefined) await refill(remembered.filling, remembered.now);
          return store.forTenant(settings.defaultTenantId).count();
        }),
      ),
  };
}

/**
 * Adds events that another server of the same database may be adding just now: one seed gives the same ids everywhere, so
 * a chunk that is there already is the other's. Going on with the next one, rather than leaving the rest to the other,
 * has all of them stored at the end of each filling, whichever server dies meanwhile.
 */
async function insertUnlessStored(tenant: TenantStore, chunk: readonly ProvisioningObjectSummary[]): Promise<number> {
  try {
    return await tenant.insertMany(chunk);
  } catch (error) {
    if (StoreError.isInstance(error) && error.code === "duplicateId") return 0;
    throw error;
  }
}

function* chunked<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
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
