import { openStore, type SummaryStore, type TenantStore } from "@org/store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countWrites } from "../src/count-writes.js";
import { createFill } from "../src/fill.js";
import { resolveOptions } from "../src/options.js";
import { gateWrites } from "../src/write-gate.js";
import { fixedOptions } from "./call.js";

const filling = { scenario: "steady", seed: 1, count: 1_200 };
let opened: SummaryStore;
beforeEach(async () => {
  opened = await openStore();
});
afterEach(() => opened.close());

/** What one of several servers makes of the same database: its own gate, its own clock. */
function createServer(change: (tenant: TenantStore) => TenantStore = (tenant) => tenant, shared = true) {
  const { store: behind } = countWrites(opened);
  const store = { ...behind, shared, forTenant: (id: string) => change(behind.forTenant(id)) };
  const now = new Date(Date.UTC(2026, 2, 2, 8, 14, createServer.count));
  createServer.count += 1;
  return createFill(store, gateWrites(store).alone, resolveOptions({ ...fixedOptions(), now: () => now }));
}
createServer.count = 0;

const countAll = () => opened.forTenant(resolveOptions({}).defaultTenantId).count();

describe("servers that share a database", () => {
  it("fill it once when they start at the same time, and each has all of it when it is ready", async () => {
    const counts: number[] = [];
    const start = async () => {
      const added = await createServer().rememberFilling(filling);
      counts.push(await countAll());
      return added;
    };
    const added = await Promise.all([start(), start(), start()]);
    expect(added.reduce((sum, one) => sum + one, 0)).toBe(1_200);
    expect(counts).toEqual([1_200, 1_200, 1_200]);
  });

  it("finish what one began that died", async () => {
    let isDead = false;
    const dying = createServer((tenant) => ({
      ...tenant,
      insertMany: async (summaries) => {
        if (isDead) throw new Error("killed");
        isDead = true;
        return tenant.insertMany(summaries);
      },
    }));
    const [first, second] = await Promise.allSettled([
      dying.rememberFilling(filling),
      createServer().rememberFilling(filling),
    ]);
    expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
    expect(await countAll()).toBe(1_200);
  });

  it("have the whole story after resets at the same time, also where one deletes part of what the other added", async () => {
    const first = createServer();
    await first.rememberFilling(filling);
    const kept: string[] = [];
    const second = createServer((tenant) => ({
      ...tenant,
      insertMany: async (summaries) => {
        const chunk = [...summaries];
        const added = await tenant.insertMany(chunk);
        // As the other's clear does that has passed half of these ids.
        if (kept.length === 0) {
          kept.push(...chunk.slice(0, 3).map(({ id }) => id));
          for (const id of kept) await tenant.delete(id);
        }
        return added;
      },
    }));
    await second.rememberFilling(filling);
    expect(await Promise.all([first.reset(), second.reset()])).toEqual([1_200, 1_200]);
    expect(await countAll()).toBe(1_200);
    expect(kept).toHaveLength(3);
  });
});

it("a server that has the database to itself does not take events that are there already for its own", async () => {
  const server = createServer(undefined, false);
  await server.rememberFilling(filling);
  await expect(server.fill(filling)).rejects.toMatchObject({ code: "duplicateId" });
});
