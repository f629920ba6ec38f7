// The store on PostgreSQL alone, without HTTP: `node bench/postgres.mjs ROWS [URL]`, after a build. Without URL it starts
// a server of its own, which waits for the disk as a server does. Compare figures of one run only.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { provisioningObjectSummaryDescription } from "@org/models";
import { buildProvisioningObjectSummary } from "@org/models/fixtures";
import { bindFilter, parseFilter } from "@org/odata";
import { openStore, StoreError } from "@org/store";
import pg from "pg";

const rows = Number(process.argv[2] ?? 100_000);
if (!Number.isSafeInteger(rows) || rows < 1_000) {
  console.error("usage: node bench/postgres.mjs ROWS [URL]     at least 1000 rows");
  process.exit(2);
}
const page = { orderby: [], top: 100 };

/** What the store last asked of the driver, to be explained afterwards. */
let lastStatement;
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function (config, ...others) {
  if (typeof config === "object" && config.text !== undefined && config.values !== undefined) lastStatement = config;
  return query.call(this, config, ...others);
};

const settings = ["fsync=on", "full_page_writes=on", "shared_buffers=1GB", "max_wal_size=4GB"];
const server = spawn(
  process.execPath,
  [fileURLToPath(new URL("../test/postgres/server.mjs", import.meta.url)), process.argv[3] ?? "-", ...settings],
  { stdio: ["pipe", "pipe", "inherit"], detached: true },
);
server.stdin.write(`${JSON.stringify({ id: 1, command: "database" })}\n`);
const [line] = await once(createInterface({ input: server.stdout }), "line");
const { url, error } = JSON.parse(line);
try {
  if (error !== undefined) throw new Error(error);
  await measure(url);
} finally {
  server.stdin.end();
}

async function measure(address) {
  const client = new pg.Client(address);
  await client.connect();
  const [{ server_version: version }] = (await client.query("show server_version")).rows;
  print(`PostgreSQL ${version}, ${rows.toLocaleString("en")} rows`, []);

  const store = await openStore(address, { onNotice: (notice) => console.error(notice) });
  const tenant = store.forTenant("contoso");
  let start = performance.now();
  await tenant.insertMany(buildLog(rows));
  const seconds = (performance.now() - start) / 1_000;
  start = performance.now();
  await client.query("vacuum analyze summary");
  const vacuum = (performance.now() - start) / 1_000;
  const sizes = await client.query(
    `select pg_total_relation_size('summary') as total, pg_indexes_size('summary') as indexes,
    (select sum(length(doc)) / count(*) from (select doc from summary limit 10000) as sample) as document`,
  );
  const { total, indexes, document } = sizes.rows[0];
  print("Load", [
    ["rows/s by COPY, all indexes there", Math.round(rows / seconds)],
    ["seconds", seconds.toFixed(1)],
    ["seconds of vacuum analyze", vacuum.toFixed(1)],
    ["bytes per document", Math.round(document)],
    ["bytes per row on disk, indexes included", Math.round(total / rows)],
    ["of which indexes", Math.round(indexes / rows)],
  ]);

  const person = Math.trunc(rows / 80);
  const filters = [
    ["newest", undefined],
    ["status failure", "provisioningStatusInfo/status eq 'failure'"],
    ["action disable", "provisioningAction eq 'disable'"],
    ["application", `servicePrincipal/id eq '${idOf("e", 1)}'`],
    ["job", "jobId eq 'job.1'"],
    ["cycle", `cycleId eq '${idOf("c", 3)}'`],
    ["change", `changeId eq '${idOf("d", Math.trunc(rows / 4))}'`],
    ["source", `sourceIdentity/id eq '${idOf("f", person)}'`],
    ["target", `targetIdentity/id eq '${idOf("b", person)}'`],
    ["name contains", `contains(sourceIdentity/displayName, 'number ${person}')`],
    ["name contains, common", "contains(targetIdentity/displayName, '@example.org')"],
    ["no index: reason", "provisioningStatusInfo/errorInformation/reason eq 'nobody'"],
  ].map(([name, text]) => [name, text && bindFilter(parseFilter(text), provisioningObjectSummaryDescription)]);

  const figures = [];
  const plans = [];
  for (const [name, filter] of filters) {
    const rounds = name.startsWith("no index") ? 3 : 50;
    let first;
    const time = await median(rounds, async () => {
      first = await tenant.list({ ...page, filter }, "beta");
    });
    plans.push([name, await explain(client, lastStatement, time !== Number.POSITIVE_INFINITY)]);
    const skipToken = first?.skipToken;
    const next = skipToken && (await median(rounds, () => tenant.list({ ...page, filter, skipToken }, "beta")));
    const count = await median(time === Number.POSITIVE_INFINITY ? 1 : 3, () => tenant.count(filter));
    figures.push([name, `${show(time)} ${show(next)} ${show(count)}`]);
  }
  print("Pages of 100 documents in µs (median)", [["", "     first       next      count"], ...figures]);

  const ids = Array.from({ length: 200 }, (_, index) => idOf("a", (index * 7_919) % rows));
  const touch = (current) => ({ ...current, durationInMilliseconds: (current.durationInMilliseconds ?? 0) + 1 });
  let turn = 0;
  print("Calls in µs (median)", [
    ["get", show(await median(200, () => tenant.get(ids[turn++ % 200], "beta")))],
    ["update", show(await median(200, () => tenant.update(ids[turn++ % 200], touch)))],
  ]);
  for (const [name, plan] of plans) print(`Plan: ${name}`, [], plan);
  await store.close();
  await client.end();
}

/** The plan, as it was carried out unless that would take too long. */
async function explain(client, { text, values }, carriedOut) {
  const options = carriedOut ? "analyze, buffers, costs off, timing off" : "costs off";
  const { rows: lines } = await client.query(`explain (${options}) ${text}`, values);
  return lines.map((line) => `  ${line["QUERY PLAN"].slice(0, 160)}`).join("\n");
}

/** In µs; Infinity when the store's time-out breaks a call off, which then is not repeated. */
async function median(rounds, call) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    try {
      await call();
    } catch (error) {
      if (!StoreError.isInstance(error) || error.code !== "timeout") throw error;
      return Number.POSITIVE_INFINITY;
    }
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.trunc(rounds / 2)] * 1_000;
}

/** In time order: three applications with a job each, a cycle per hundred events, a person per forty. */
function* buildLog(count) {
  const actions = ["create", "update", "update", "update", "delete", "stagedDelete", "disable", "other"];
  for (let index = 0; index < count; index += 1) {
    const person = (index * 7_919) % Math.max(1, Math.trunc(count / 40));
    yield buildProvisioningObjectSummary({
      id: idOf("a", index),
      activityDateTime: new Date(Date.UTC(2025, 11, 1) + index * 1_000).toISOString(),
      jobId: `job.${index % 3}`,
      cycleId: idOf("c", index / 100),
      changeId: idOf("d", index / 2),
      provisioningAction: actions[index % actions.length],
      provisioningStatusInfo: { status: index % 17 === 0 ? "failure" : index % 5 === 0 ? "skipped" : "success" },
      servicePrincipal: { id: idOf("e", index % 3), displayName: `Application ${index % 3}` },
      sourceIdentity: { id: idOf("f", person), displayName: `Person number ${person}` },
      targetIdentity: { id: idOf("b", person), displayName: `person.${person}@example.org` },
    });
  }
}

function idOf(letter, number) {
  return `${letter.repeat(8)}-0000-4000-8000-${String(Math.trunc(number)).padStart(12, "0")}`;
}

function show(value) {
  if (value === Number.POSITIVE_INFINITY) return " timed out";
  return (value === undefined ? "–" : Math.round(value).toLocaleString("en")).padStart(10);
}

function print(title, lines, text = "") {
  console.log(`\n${title}`);
  for (const [name, value] of lines) {
    console.log(`  ${name.padEnd(42)} ${typeof value === "number" ? value.toLocaleString("en").padStart(10) : value}`);
  }
  if (text !== "") console.log(text);
}
