// A process that writes summaries until it is killed, and prints a line for each write that was acknowledged:
// `node writer.mjs FILE PREFIX honest|early`. In the mode `early` it prints the line before it asks for the write,
// a bug planted for the test that watches the checker.
import { writeSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { buildProvisioningObjectSummary } from "@org/models/fixtures";
import { openStore } from "@org/store";

const [file, prefix, mode] = process.argv.slice(2);
const store = await openStore(file);
const tenant = store.forTenant("contoso");
const print = (line) => writeSync(1, `${line}\n`);

async function acknowledge(line, write) {
  if (mode === "early") {
    print(line);
    await delay(5);
    await write();
  } else {
    await write();
    print(line);
  }
}

// Eight writers at once, so that commits hold several writes. Each inserts, updates, and deletes every fifth.
async function run(writer) {
  for (let round = 0; ; round += 1) {
    const id = `${prefix}-${writer}-${round}`;
    await acknowledge(`insert ${id}`, () =>
      tenant.insert(buildProvisioningObjectSummary({ id, changeId: "inserted" })),
    );
    await acknowledge(`update ${id}`, () => tenant.update(id, (current) => ({ ...current, changeId: "updated" })));
    if (round % 5 === 4) await acknowledge(`delete ${id}`, () => tenant.delete(id));
  }
}

await Promise.all(Array.from({ length: 8 }, (_, writer) => run(writer)));
