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
const warmUp = flags.quick ? 500 : 2_000;
const connections = 16;

const cases = [
  { name: "GET by id", kind: "get", store: "memory", aim: 1.4 },
  { name: "page of 100", kind: "page", store: "memory", aim: 1.5 },
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
  const { token } = servers.get("memory, log off");
  const requests = await makeRequests(servers.get("memory, log off"));
  await expectSameAnswers(servers, requests, token);
  const samples = await playRounds({ servers, requests, token, load });

  const results = cases.map((one) => {
    const pairs = samples.get(one);
    return {
      ...one,
      bareMicroseconds: summarize(pairs.map(({ bare }) => bare.cpu)),
      oursMicroseconds: summarize(pairs.map(({ ours }) => ours.cpu)),
      ratio: summarize(pairs.map(({ bare, ours }) => ours.cpu / bare.cpu)),
      bareRate: summarize(pairs.map(({ bare }) => bare.rate)).median,
      oursRate: summarize(pairs.map(({ ours }) => ours.rate)).median,
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

/** Brings every server to one state, teaches the bare one the answers, and throws unless all answer alike. */
async function expectSameAnswers(servers, requests, token) {
  const { bare, ...ours } = Object.fromEntries(servers);
  const first = ours["memory, log off"];
  for (const server of Object.values(ours)) for (const one of requests.patch) await exchange(server.url, one, token);
  const known = new Set();
  for (const one of Object.values(requests).flat()) {
    if (known.has(one.key)) continue;
    known.add(one.key);
    const answer = await exchange(first.url, one, token);
    await bare.tell({ answers: [toAnswer(one, answer)] });
    expectSame(answer, await exchange(bare.url, one, token), `${one.method} ${one.path}`);
  }
  const [patch] = requests.patch;
  const expected = await exchange(bare.url, patch, token);
  for (const [name, server] of Object.entries(ours)) {
    expectSame(await exchange(server.url, patch, token), expected, `PATCH, ${name}`);
  }
}

/** Warms every server up, then lets them take turns. Gives, for each case, what bare and ours took in each round. */
async function playRounds({ servers, requests, token, load }) {
  const ready = Object.entries(requests).map(([kind, all]) => [kind, all.map((one) => toBytes(one, token))]);
  const measure = async (name, kind, duration) => {
    const server = servers.get(name);
    const { port } = new URL(server.url);
    const before = await server.cpu();
    const job = { port, requests: Object.fromEntries(ready)[kind], status: 200, connections, milliseconds: duration };
    const { answered, seconds } = await load.run(job);
    const after = await server.cpu();
    return { cpu: (after.user + after.system - before.user - before.system) / answered, rate: answered / seconds };
  };

  const samples = new Map(cases.map((one) => [one, []]));
  for (let round = -1; round < rounds; round += 1) {
    process.stderr.write(round < 0 ? "warming up" : `\rround ${round + 1} of ${rounds} `);
    for (const kind of Object.keys(requests)) {
      const ofKind = cases.filter((one) => one.kind === kind);
      const names = ["bare", ...ofKind.map(serverOf)];
      const taken = new Map();
      // The order turns with the round, so that nobody always follows the same neighbour.
      for (const index of names.keys()) {
        const name = names[(index + round + 1) % names.length];
        taken.set(name, await measure(name, kind, round < 0 ? warmUp : milliseconds));
      }
      if (round < 0) continue;
      for (const one of ofKind) samples.get(one).push({ bare: taken.get("bare"), ours: taken.get(serverOf(one)) });
    }
  }
  process.stderr.write("\n");
  return samples;
}
