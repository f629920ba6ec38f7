// Prints what `simulate` makes of a fixed seed: a digest of the wire bytes, the speed (start of the process included) and the peak memory. Run it on the
// build, on as many versions of Node as should agree: `node scripts/digest.mjs [count]`.
import { createHash } from "node:crypto";
import { toWire } from "@org/models";
import { simulate } from "../dist/index.js";

const count = Number(process.argv[2] ?? 100_000);
const options = { scenario: "steady", seed: 42, now: new Date("2026-03-02T08:14:05.600Z"), count };

for (const _ of simulate(options));
// CPU time, since other work on the machine stretches the clock's.
const { user, system } = process.cpuUsage();

const hash = createHash("sha256");
let bytes = 0;
for (const event of simulate(options)) {
  const wire = toWire(event);
  hash.update(wire.bytes);
  bytes += wire.bytes.length;
}

console.log(
  JSON.stringify({
    node: process.version,
    count,
    sha256: hash.digest("hex"),
    wireMegabytes: Math.round(bytes / 1e6),
    eventsPerCpuSecond: Math.round((count / (user + system)) * 1e6),
    // maxRSS is in kilobytes on every platform.
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1_000),
  }),
);
