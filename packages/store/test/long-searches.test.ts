import { beforeAll, describe, expect, it } from "vitest";
import { openStore, type SummaryStore, type TenantStore } from "../src/index.js";
import { filterOf, orderOf } from "./query-data.js";
import { build, idOf } from "./summaries.js";

const rows = 20_000;
/** A clock on which every look takes a while: so a piece of a search is a few hundred rows, however fast the machine is. */
const createClock = () => {
  let now = 0;
  return () => {
    now += 0.02;
    return now;
  };
};

async function openFilled(count = rows): Promise<{ store: SummaryStore; tenant: TenantStore }> {
  const store = await openStore(":memory:", { clock: createClock() });
  const tenant = store.forTenant("contoso");
  const template = build("");
  await tenant.insertMany(Array.from({ length: count }, (_, index) => ({ ...template, id: `a${index}` })));
  return { store, tenant };
}

/** How many other requests were answered before a search was. */
async function answeredDuring(tenant: TenantStore, search: Promise<unknown>): Promise<number> {
  let running = true;
  const end = search.finally(() => {
    running = false;
  });
  let answered = 0;
  while (running) {
    await tenant.get("a7", "beta");
    answered += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  await end;
  return answered;
}

const unindexed = filterOf("durationInMilliseconds eq 4711");

describe("a search that no index answers", () => {
  let tenant: TenantStore;

  beforeAll(async () => {
    ({ tenant } = await openFilled());
  }, 120_000);

  it.each([
    ["a list", () => tenant.list({ filter: unindexed, orderby: [], top: 10 }, "beta")],
    ["a count", () => tenant.count(unindexed)],
    ["a list with its count", () => tenant.list({ filter: unindexed, orderby: [], top: 0, count: true }, "beta")],
    ["another order", () => tenant.list({ orderby: orderOf("changeId,jobId desc"), top: 10 }, "beta")],
    [
      "a long skip of what passes",
      () =>
        tenant.list({ filter: filterOf("durationInMilliseconds ne 4711"), orderby: [], top: 1, skip: rows }, "beta"),
    ],
  ])("lets other requests be answered while it runs: %s", async (_, search) => {
    // A piece is 10 ms long, which are 500 rows on this clock.
    expect(await answeredDuring(tenant, search())).toBeGreaterThanOrEqual(30);
  });

  it("lets a search with an index pass it by", async () => {
    const order: string[] = [];
    const slow = tenant.count(unindexed).then(() => order.push("slow"));
    const fast = tenant
      .list({ filter: filterOf("sourceIdentity/id eq 'nobody'"), orderby: [], top: 10 }, "beta")
      .then(() => order.push("fast"));
    await Promise.all([slow, fast]);
    expect(order).toEqual(["fast", "slow"]);
  });
});

it("gives every one of many its answer, also those that wait for others to end", async () => {
  const { store, tenant } = await openFilled(2_000);
  const orderby = orderOf("durationInMilliseconds,id");
  const pages = await Promise.all(Array.from({ length: 30 }, () => tenant.list({ orderby, top: 2 }, "beta")));
  expect(new Set(pages.map(({ summaries }) => summaries.map(idOf).join()))).toEqual(new Set(["a0,a1"]));
  await store.close();
});

it("ends with closed when the store is closed, whether it runs or waits", async () => {
  const { store, tenant } = await openFilled(5_000);
  const searches = Array.from({ length: 20 }, () => tenant.count(unindexed));
  const outcome = Promise.allSettled(searches);
  await new Promise((resolve) => setImmediate(resolve));
  await store.close();
  for (const result of await outcome) {
    expect(result).toMatchObject({ status: "rejected", reason: { name: "StoreError", code: "closed" } });
  }
}, 120_000);

it("takes time by the bytes of documents, not by their number", async () => {
  let now = 0;
  await using store = await openStore(":memory:", { clock: () => (now += 6) });
  const tenant = store.forTenant("contoso");
  await tenant.insertMany(Array.from({ length: 40 }, (_, index) => build(`a${index}`)));
  // Each document takes longer than half a piece, so that a piece has two at most.
  expect(await answeredDuring(tenant, tenant.count(unindexed))).toBeGreaterThanOrEqual(15);
});
