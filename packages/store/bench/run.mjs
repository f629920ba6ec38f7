// Calls per second of a store alone, without HTTP: `pnpm bench` or `node bench/run.mjs [rows]`, after a build.
// Medians of several rounds; compare figures of one run only.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { toWire } from "@org/models";
import { buildProvisioningObjectSummary } from "@org/models/fixtures";
import { openStore } from "@org/store";

const rows = Number(process.argv[2] ?? 10_000);
const rounds = 7;
const folder = mkdtempSync(join(tmpdir(), "provlog-bench-"));

const idAt = (index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
const summaryAt = (index) =>
  buildProvisioningObjectSummary({
    id: idAt(index),
    activityDateTime: new Date(Date.UTC(2026, 0, 1) + index * 2_000).toISOString(),
  });

/** Median calls per second, each round about a fifth of a second long. */
async function rate(call, concurrency = 1) {
  const rates = [];
  for (let round = 0; round < rounds; round += 1) {
    let calls = 0;
    const start = performance.now();
    while (performance.now() - start < 200) {
      if (concurrency === 1) await call(calls);
      else await Promise.all(Array.from({ length: concurrency }, (_, index) => call(calls + index)));
      calls += concurrency;
    }
    rates.push((calls * 1_000) / (performance.now() - start));
  }
  return Math.round(rates.sort((a, b) => a - b)[Math.floor(rounds / 2)]);
}

async function measure(name, url, options) {
  const store = await openStore(url, options);
  const tenant = store.forTenant("contoso");
  const summaries = Array.from({ length: rows }, (_, index) => summaryAt(index));
  const start = performance.now();
  await tenant.insertMany(summaries);
  const insertMany = Math.round((rows * 1_000) / (performance.now() - start));

  const somewhere = (call) => (call * 7_919) % rows;
  const query = { orderby: [], top: 100 };
  const { skipToken } = await tenant.list(query, "beta");
  const touch = (current) => ({ ...current, durationInMilliseconds: (current.durationInMilliseconds ?? 0) + 1 });
  let fresh = rows;
  const figures = {
    "insertMany rows": insertMany,
    get: await rate((call) => tenant.get(idAt(somewhere(call)), "beta")),
    "list 100 beta": await rate(() => tenant.list(query, "beta")),
    "list 100 v1": await rate(() => tenant.list(query, "v1")),
    "list 100, page 2": await rate(() => tenant.list({ ...query, skipToken }, "beta")),
    update: await rate((call) => tenant.update(idAt(somewhere(call)), touch)),
    "update × 16": await rate((call) => tenant.update(idAt(somewhere(call)), touch), 16),
    "insert × 16": await rate(() => tenant.insert(summaryAt(fresh++)), 16),
  };
  await store.close();
  console.log(name.padEnd(34), JSON.stringify(figures));
}

console.log(`${rows} rows of ${toWire(summaryAt(0)).bytes.length} bytes, Node ${process.version}`);
await measure("memory", undefined);
await measure("file", join(folder, "normal.db"));
await measure("file, durability full", join(folder, "full.db"), { durability: "full" });
await measure("file, no cache", join(folder, "uncached.db"), { cacheBytes: 0 });
rmSync(folder, { recursive: true });
