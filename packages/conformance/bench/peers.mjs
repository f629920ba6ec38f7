#!/usr/bin/env node
// Our mock server beside @sap-ux/fe-mockserver-core on the same events and the same question (the newest hundred
// failures), as CPU time per request; and our parse + bind beside the parse of @odata/parser, as filters per second of CPU time.
// Both are installed by npm into a temporary folder while this runs: they are in no manifest of ours.
//   --quick      one short round, a thousand events
//   --rounds N   another number of rounds
//   --json       every figure as JSON instead of the tables
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { provisioningObjectSummaryDescription } from "@org/models";
import { exchange, toBytes } from "./exchange.mjs";
import { story } from "./fill.mjs";
import { toEdmx } from "./peer-edmx.mjs";
import { compareParsers } from "./peer-parsers.mjs";
import { startLoad, startMock, startPeer } from "./processes.mjs";
import { fillFile, makeQueries } from "./queries.mjs";
import { align } from "./report.mjs";
import { summarize } from "./statistics.mjs";

const packages = ["@sap-ux/fe-mockserver-core@1.7.16", "@odata/parser@0.2.14"];
const set = "directoryProvisioning";
/** How long the peer may take to start and to answer for the first time, in ms. */
const peerLimit = 600_000;

const { values: flags } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    rounds: { type: "string" },
  },
});
const rounds = Number(flags.rounds ?? (flags.quick ? 1 : 5));
const milliseconds = flags.quick ? 500 : 2_000;
const sizes = flags.quick ? [1_000] : [1_000, 100_000];

const folder = await mkdtemp(join(tmpdir(), "peers-"));
const started = [];
const keep = (one) => {
  started.push(one);
  return one;
};

try {
  const modules = await install(join(folder, "modules"));
  const parsers = compareParsers(createRequire(join(modules, "from.js"))("@odata/parser"), flags.quick ? 1 : 5);
  const load = keep(startLoad());
  const servers = [];
  for (const rows of sizes) servers.push(await compareServers(rows, modules, load));
  const about = { node: process.version, cpus: cpus().length, rounds, milliseconds, packages };
  process.stdout.write(
    flags.json ? `${JSON.stringify({ about, servers, parsers }, null, 2)}\n` : toTables(about, servers, parsers),
  );
} finally {
  for (const one of started.reverse()) await one.stop();
  await rm(folder, { recursive: true });
}

async function install(target) {
  process.stderr.write("installing the peers\n");
  await mkdir(target);
  await writeFile(join(target, "package.json"), '{"private":true}');
  const options = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  await promisify(execFile)("npm", ["install", ...options, ...packages], { cwd: target });
  return target;
}

async function compareServers(rows, modules, load) {
  process.stderr.write(`${rows} events\n`);
  const ours = keep(await startMock(["--data", await fillFile(folder, rows), "--log", "off"]));
  const queries = makeQueries();
  const [question] = queries["asked again"];
  const { peer, failure } = await findPeer(
    await writePeerData(join(folder, String(rows)), rows),
    modules,
    ours,
    question,
  );
  const samples = { peer: [], "asked again": [], "first time": [], "new text": [] };
  if (peer === undefined) delete samples.peer;
  // Round -1 warms up.
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, taken] of Object.entries(samples)) {
      const server = name === "peer" ? peer : ours;
      const cpu = await measure(server, load, queries[name] ?? queries["asked again"]);
      if (round >= 0) taken.push(cpu);
    }
  }
  await ours.stop();
  await peer?.stop();
  const microseconds = Object.entries(samples).map(([name, taken]) => [name, summarize(taken)]);
  return { rows, microseconds: Object.fromEntries(microseconds), failure };
}

/** The peer, once it has answered as ours does; else why it cannot, with so many events. */
async function findPeer(data, modules, ours, question) {
  const limit = AbortSignal.timeout(peerLimit);
  const tooLong = new Promise((_, reject) => {
    limit.addEventListener("abort", () => reject(new Error(`no answer within ${peerLimit / 60_000} minutes`)));
  });
  try {
    const peer = await Promise.race([startPeer(modules, data, keep), tooLong]);
    await Promise.race([expectSameEvents(ours, peer, question), tooLong]);
    return { peer };
  } catch (error) {
    return { failure: String(error.message).split("\n")[0] };
  }
}

/** The folder that the peer reads: no null members, since it refuses to start a set that has a null complex value. */
async function writePeerData(target, rows) {
  await mkdir(join(target, "data"), { recursive: true });
  await writeFile(join(target, "metadata.xml"), toEdmx(provisioningObjectSummaryDescription, set));
  const file = await open(join(target, "data", `${set}.json`), "w");
  let written = 0;
  let chunk = "[";
  for (const event of story(rows)) {
    if (written === rows) break;
    chunk += `${written === 0 ? "" : ","}${JSON.stringify(event, (_, value) => (value === null ? undefined : value))}`;
    written += 1;
    if (chunk.length < 1_000_000) continue;
    await file.write(chunk);
    chunk = "";
  }
  await file.write(`${chunk}]`);
  await file.close();
  return target;
}

/** Throws unless both find the same events, in the same order where times differ. */
async function expectSameEvents(ours, peer, query) {
  const found = [];
  for (const { url } of [ours, peer]) {
    const { status, body } = await exchange(url, query);
    if (status !== 200) throw new Error(`answered ${status}: ${body.subarray(0, 400)}`);
    const events = JSON.parse(body).value;
    found.push(events.map(({ activityDateTime }) => activityDateTime).join());
  }
  if (found[0] !== found[1]) throw new Error(`the two find other events\n${found.join("\n")}`);
}

async function measure(server, load, requests) {
  const { port } = new URL(server.url);
  const before = await server.cpu();
  const job = { port, requests: requests.map(toBytes), status: 200, connections: 1, milliseconds };
  const { answered } = await load.run(job);
  const after = await server.cpu();
  return (after.user + after.system - before.user - before.system) / answered;
}

function toTables({ node, cpus, rounds, milliseconds, packages }, servers, parsers) {
  const about = `Node ${node}, ${cpus} CPUs, ${rounds} rounds of ${milliseconds} ms, 1 connection; ${packages.join(", ")}`;
  const ways = ["asked again", "first time", "new text"];
  const served = servers.flatMap(({ rows, microseconds: { peer, ...ours }, failure }) =>
    ways.map((way) => [
      `${rows} events, ${way}`,
      peer?.median.toFixed(0) ?? failure,
      ours[way].median.toFixed(0),
      peer === undefined ? "" : (peer.median / ours[way].median).toFixed(1),
    ]),
  );
  const parsed = parsers.map(({ filter, ours, peer }) => [
    Math.round(ours).toString(),
    peer === undefined ? "refused" : Math.round(peer).toString(),
    peer === undefined ? "" : (ours / peer).toFixed(1),
    filter,
  ]);
  return `${[
    about,
    align([["server CPU per request", "fe-mockserver-core µs", "ours µs", "peer ÷ ours"], ...served]),
    align([["parse + bind/s, ours", "parse/s, @odata/parser", "ours ÷ peer", "filter"], ...parsed]),
  ].join("\n\n")}\n`;
}
