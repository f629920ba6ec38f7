#!/usr/bin/env node
// Fills a store with simulated events and prints how fast that went and how large it became:
//   node bench/fill-store.mjs URL ROWS [SEED]
// URL is a path of a database file, or postgres://… in PROVLOG_DATA with `-` for URL, since a process list shows arguments.
import { parseArgs } from "node:util";
import { fillStore } from "./fill.mjs";

const { positionals } = parseArgs({ allowPositionals: true });
const [address, rowsText, seedText = "1"] = positionals;
const url = address === "-" ? process.env.PROVLOG_DATA : address;
const rows = Number(rowsText);
const seed = Number(seedText);
if (!url || !Number.isSafeInteger(rows) || rows < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write("usage: node bench/fill-store.mjs URL ROWS [SEED]\n");
  process.exit(2);
}

const onProgress = (made) => process.stderr.write(`\r${made} of ${rows} `);
const result = await fillStore(url, { rows, seed, onProgress });
process.stderr.write("\n");
const { seconds, simulatedSeconds, cpuSeconds, bytes } = result;
const rate = (time) => Math.round(result.rows / time);
process.stdout.write(
  `${[
    `${result.rows} rows in ${seconds.toFixed(1)} s, of which the simulator took ${simulatedSeconds.toFixed(1)} s`,
    `${rate(seconds)} rows/s, ${rate(seconds - simulatedSeconds)} rows/s of the store alone`,
    `${cpuSeconds.toFixed(1)} s of CPU time in this process, ${rate(cpuSeconds)} rows per second of it`,
    bytes === undefined ? "" : `${bytes} bytes, ${Math.round(bytes / result.rows)} bytes per row`,
  ]
    .filter(Boolean)
    .join("\n")}\n`,
);
