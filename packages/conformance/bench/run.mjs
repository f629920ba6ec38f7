#!/usr/bin/env node
// CPU time per request inside the built server, as a multiple of a bare Fastify route that answers the same bytes with
// the same headers from ready Buffers. Bare and ours take turns in every round; the table gives medians and quartiles.
//   --quick          three short rounds
//   --rounds N       another number of rounds
//   --json           every figure as JSON instead of the table
//   --cpu-prof-dir D write a CPU profile of each of our servers to D
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { exchange, expectSame, makeRequests, toAnswer, toBytes } from "./exchange.mjs";
import { startBare, startLoad, startMock } from "./processes.mjs";
import { toTable } from "./report.mjs";
import { summarize } from "./statistics.mjs";

const { values: flags } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    rounds: { type: "string" },
    "cpu-prof-dir": { type: "string" },
  },
});
const rounds = Number(flags.rounds ?? (flags.quick ? 3 : 9));
const milliseconds = flags.quick ? 250 : 800;
// The compiler is done with a PATCH after some ten thousand of them.
const warmUp = flags.quick ? { requests: 3_000, seconds: 2 } : { requests: 15_000, seconds: 6 };
const connections = 16;

const cases = [
  { name: "GET by id", kind: "get", store: "memory", aim: 1.4 },
  { name: "page of 100, asked again", kind: "page", store: "memory", aim: 1.5 },
  { name: "page of 100, first time", kind: "fresh", store: "memory", aim: 1.5 },
  { name: "PATCH in memory", kind: "patch", store: "memory" },
  { name: "PATCH on a file", kind: "patch", store: "file", aim: 5 },
  { name: "PATCH, full durability", kind: "patch", store: "full" },
].flatMap((one) => [
  { ...one, log: "off" },
  { ...one, log: "json", aim: undefined },
]);
const serverOf = ({ store, log }) => `${store}, log ${log}`;

const folder = await mkdtemp(join(tmpdir(), "bench-"));
const started = [];

try {
  const load = startLoad();
  started.push(load);
  const servers = await startServers();
  const requests = await agreeOnAnswers(servers);
  const samples = await playRounds({ servers, requests, load });

  const results = cases.map((one) => {
    const pairs = samples.get(one);
    return {
      ...one,
      bareMicroseconds: summarize(pairs.map(({ bare }) => bare.cpu)),
      oursMicroseconds: summarize(pairs.map(({ ours }) => ours.cpu)),
      ratio: summarize(pairs.map(({ bare, ours }) => ours.cpu / bare.cpu)),
      bareRate: summarize(pairs.map(({ bare }) => bare.answered / bare.seconds)).median,
      oursRate: summarize(pairs.map(({ ours }) => ours.answered / ours.seconds)).median,
    };
  });
  const about = { node: process.version, cpus: cpus().length, rounds, milliseconds, connections };
  process.stdout.write(flags.json ? `${JSON.stringify({ about, results }, null, 2)}\n` : toTable(about, results));
} finally {
  for (const one of started.reverse()) await one.stop();
  await rm(folder, { recursive: true });
}

/** The bare server under "bare", and one of ours for each combination of store and log. */
async function startServers() {
  const directory = flags["cpu-prof-dir"];
  const profile = directory === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${directory}`];
  const servers = new Map([["bare", await startBare()]]);
  started.push(servers.get("bare"));
  for (const one of cases) {
    if (servers.has(serverOf(one))) continue;
    const data = one.store === "memory" ? ":memory:" : join(folder, `${one.store}-${one.log}.db`);
    const durability = one.store === "full" ? "full" : "normal";
    const settings = { data, durability, log: one.log, scenario: "steady", seed: "1", count: "1000" };
    const server = await startMock(
      Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
      profile,
    );
    started.push(server);
    servers.set(serverOf(one), server);
  }
  return servers;
}

/**
 * Brings every server to one state, teaches the bare one the answers, and throws unless all answer alike. Gives the
 * requests of each server: skip tokens are signed by the store that made them, everything else is the same.
 */
async function agreeOnAnswers(servers) {
  const { bare, ...ours } = Object.fromEntries(servers);
  const requests = new Map();
  for (const [name, server] of Object.entries(ours)) {
    requests.set(name, await makeRequests(server));
    for (const one of requests.get(name).patch) await exchange(server.url, one);
  }
  const first = "memory, log off";
  requests.set("bare", requests.get(first));
  const known = new Set();
  for (const one of Object.values(requests.get(first)).flat()) {
    if (known.has(one.key)) continue;
    known.add(one.key);
    const answer = await exchange(ours[first].url, one);
    await bare.tell({ answers: [toAnswer(one, answer)] });
    expectSame(answer, await exchange(bare.url, one), `${one.method} ${one.path}`);
  }
  const [patch] = requests.get(first).patch;
  const expected = await exchange(bare.url, patch);
  for (const [name, server] of Object.entries(ours)) {
    expectSame(await exchange(server.url, patch), expected, `PATCH, ${name}`);
  }
  return requests;
}

/** Warms every server up, then lets them take turns. Gives, for each case, what bare and ours took in each round. */
async function playRounds({ servers, requests, load }) {
  const measure = async (name, kind) => {
    const server = servers.get(name);
    const { port } = new URL(server.url);
    const before = await server.cpu();
    const ready = requests.get(name)[kind].map(toBytes);
    const job = { port, requests: ready, status: 200, connections, milliseconds };
    const { answered, seconds } = await load.run(job);
    const after = await server.cpu();
    return { cpu: (after.user + after.system - before.user - before.system) / answered, answered, seconds };
  };
  const warm = async (name, kind) => {
    for (let requests = 0, elapsed = 0; requests < warmUp.requests && elapsed < warmUp.seconds; ) {
      const { answered, seconds } = await measure(name, kind);
      requests += answered;
      elapsed += seconds;
    }
  };

  const samples = new Map(cases.map((one) => [one, []]));
  for (let round = -1; round < rounds; round += 1) {
    process.stderr.write(round < 0 ? "warming up" : `\rround ${round + 1} of ${rounds} `);
    for (const kind of ["get", "page", "fresh", "patch"]) {
      const ofKind = cases.filter((one) => one.kind === kind);
      const names = ["bare", ...ofKind.map(serverOf)];
      const taken = new Map();
      // The order turns with the round, so that nobody always follows the same neighbour.
      for (const index of names.keys()) {
        const name = names[(index + round + 1) % names.length];
        if (round < 0) await warm(name, kind);
        else taken.set(name, await measure(name, kind));
      }
      if (round < 0) continue;
      for (const one of ofKind) samples.get(one).push({ bare: taken.get("bare"), ours: taken.get(serverOf(one)) });
    }
  }
  process.stderr.write("\n");
  return samples;
}
