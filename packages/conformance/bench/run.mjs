#!/usr/bin/env node
// CPU time per request inside the built server, as a multiple of a bare Fastify route that answers the same bytes with
// the same headers from ready Buffers. Bare and ours take turns in every round; the table gives medians and quartiles.
//   --only S         routes or queries alone
//   --million        queries of a file of a million events too
//   --data-dir D     keep the filled files of the queries in D, and take those it has
//   --quick          three short rounds
//   --rounds N       another number of rounds
//   --json           every figure as JSON instead of the table
//   --cpu-prof-dir D write a CPU profile of each of our servers to D
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startLoad } from "./processes.mjs";
import { createQueries } from "./queries.mjs";
import { toGrowth, toTable } from "./report.mjs";
import { playRounds } from "./rounds.mjs";
import { routes } from "./routes.mjs";
import { summarize } from "./statistics.mjs";

const { values: flags } = parseArgs({
  options: {
    only: { type: "string" },
    million: { type: "boolean", default: false },
    "data-dir": { type: "string" },
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    rounds: { type: "string" },
    "cpu-prof-dir": { type: "string" },
  },
});
const suites = { routes, queries: createQueries(flags) };
if (flags.only !== undefined && !(flags.only in suites)) {
  process.stderr.write(`--only knows ${Object.keys(suites).join(" and ")}, not "${flags.only}"\n`);
  process.exit(2);
}
const rounds = Number(flags.rounds ?? (flags.quick ? 3 : 9));
const milliseconds = flags.quick ? 250 : 800;
// The compiler is done with a PATCH after some ten thousand of them.
const warmUp = flags.quick ? { requests: 3_000, seconds: 2 } : { requests: 15_000, seconds: 6 };
const connections = 16;

const folder = await mkdtemp(join(tmpdir(), "bench-"));
const started = [];
const keep = (one) => {
  started.push(one);
  return one;
};

try {
  const dataFolder = flags["data-dir"] ?? folder;
  await mkdir(dataFolder, { recursive: true });
  const directory = flags["cpu-prof-dir"];
  const nodeFlags = directory === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${directory}`];
  const load = keep(startLoad());
  const results = [];
  for (const [name, suite] of Object.entries(suites)) {
    if (flags.only !== undefined && name !== flags.only) continue;
    const { cases } = suite;
    const { servers, requests } = await suite.start({ folder, dataFolder, nodeFlags, keep });
    const limits = { rounds, milliseconds, warmUp, connections };
    const samples = await playRounds({ cases, servers, requests, load, ...limits });
    results.push(...cases.map((one) => toResult(one, samples.get(one))));
    for (const server of servers.values()) await server.stop();
  }
  const growth = toGrowth(results);
  const about = { node: process.version, cpus: cpus().length, rounds, milliseconds, connections };
  process.stdout.write(
    flags.json ? `${JSON.stringify({ about, results, growth }, null, 2)}\n` : toTable(about, results, growth),
  );
} finally {
  for (const one of started.reverse()) await one.stop();
  await rm(folder, { recursive: true });
}

function toResult(one, pairs) {
  return {
    ...one,
    bareMicroseconds: summarize(pairs.map(({ bare }) => bare.cpu)),
    oursMicroseconds: summarize(pairs.map(({ ours }) => ours.cpu)),
    ratio: summarize(pairs.map(({ bare, ours }) => ours.cpu / bare.cpu)),
    bareRate: summarize(pairs.map(({ bare }) => bare.answered / bare.seconds)).median,
    oursRate: summarize(pairs.map(({ ours }) => ours.answered / ours.seconds)).median,
  };
}
