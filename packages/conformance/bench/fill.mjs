import { stat } from "node:fs/promises";
import { defaultTenantId, simulate } from "@org/simulator";
import { openStore } from "@org/store";

/** Every fill ends here, so that the same rows and seed are the same bytes on every day. */
const end = new Date("2026-03-02T08:14:05Z");
/** Of a short story, one in so many of the events that did not fail is kept: a page of 100 failures then has its 100. */
const shortStory = { rows: 10_000, keepOneIn: 5 };

/**
 * Fills a store with simulated events of the tenant that a mock server takes for its own.
 *
 * @param url What `openStore` takes.
 * @param onProgress Called with the number of events handed over, every 10,000 of them.
 * @returns Rows; seconds from the first event to the closed store, and how many of them the simulator took; seconds of
 *   CPU time of this process; bytes of a store that is one file.
 */
export async function fillStore(url, { rows, seed = 1, onProgress = () => {} }) {
  const store = await openStore(url);
  const events = story(rows, seed);
  let simulated = 0;
  let started;
  let cpu;
  function* handOver() {
    for (let made = 0; made < rows; made += 1) {
      const before = performance.now();
      const { value, done } = events.next();
      // The simulator walks through its whole story before the first event: that belongs to no row.
      if (started === undefined) {
        started = performance.now();
        cpu = process.cpuUsage();
      } else simulated += performance.now() - before;
      if (done) return;
      yield value;
      if ((made + 1) % 10_000 === 0) onProgress(made + 1);
    }
  }
  const inserted = await store.forTenant(defaultTenantId).insertMany(handOver());
  await store.close();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    rows: inserted,
    seconds,
    simulatedSeconds: simulated / 1000,
    cpuSeconds: (user + system) / 1_000_000,
    bytes: await bytesOf(url),
  };
}

/** The events of a fill: at least `rows` of them, oldest first. */
export function* story(rows, seed = 1) {
  const options = { scenario: "steady", seed, now: end };
  if (rows > shortStory.rows) return yield* simulate({ ...options, count: rows });
  let others = 0;
  for (const event of simulate({ ...options, count: rows * shortStory.keepOneIn })) {
    if (event.provisioningStatusInfo?.status === "failure") yield event;
    else if (others++ % shortStory.keepOneIn === 0) yield event;
  }
}

async function bytesOf(url) {
  if (/^[a-z][a-z0-9+.-]+:/i.test(url)) return undefined;
  let bytes = 0;
  for (const name of [url, `${url}-wal`]) {
    bytes += await stat(name).then(
      ({ size }) => size,
      () => 0,
    );
  }
  return bytes === 0 ? undefined : bytes;
}
