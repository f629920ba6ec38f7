// The plan and the time of every hot path on a database that is there: `node bench/hot-paths.mjs URL [tenant]`, after a build.
// Only reads. Without a tenant the one that has most summaries is asked.
import { register } from "node:module";
import { performance } from "node:perf_hooks";
import { provisioningObjectSummaryDescription as description } from "@org/models";
import { bindFilter, parseFilter } from "@org/odata";
import { DatabaseSync } from "@photostructure/sqlite";

const [url, chosen] = process.argv.slice(2);
if (url === undefined || /^postgres/i.test(url)) {
  console.error("Give the path of a database file: node bench/hot-paths.mjs FILE [tenant]");
  process.exit(2);
}

/** The statements that the store runs: what is explained is what is run. Told by the store's driver, see below. */
const run = new Set();
globalThis.noteStatement = (sql) => run.add(sql);
const original = import.meta.resolve("@photostructure/sqlite");
const noting = `
  import { DatabaseSync as Original } from ${JSON.stringify(original)};
  export class DatabaseSync extends Original {
    prepare(sql) {
      const statement = super.prepare(sql);
      for (const name of ["get", "all"]) {
        const call = statement[name].bind(statement);
        Object.defineProperty(statement, name, { value: (...values) => (globalThis.noteStatement(sql), call(...values)) });
      }
      return statement;
    }
  }`;
const hooks = `
  export async function resolve(specifier, context, next) {
    const isDriver = specifier === "@photostructure/sqlite" && !context.parentURL?.startsWith("data:");
    return isDriver ? { url: ${JSON.stringify(`data:text/javascript,${encodeURIComponent(noting)}`)}, shortCircuit: true } : next(specifier, context);
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
const { openStore } = await import("@org/store");

const tenantId = chosen ?? largestTenant(url);
const store = await openStore(url, { readOnly: true });
const tenant = store.forTenant(tenantId);
const driver = new DatabaseSync(url, { readOnly: true });
driver.function("provlog_in_time", (index) => index);
const newest = await read({ orderby: [], top: 1 });
const sample = newest[0] ?? {};
console.log(`${await tenant.count()} summaries of ${tenantId}`);

const text = (value) => `'${String(value ?? "").replaceAll("'", "''")}'`;
const name = sample.sourceIdentity?.displayName ?? sample.servicePrincipal?.displayName ?? "nobody";
const paths = [
  ["newest page", undefined],
  ["status", "provisioningStatusInfo/status eq 'failure'"],
  ["application", `servicePrincipal/id eq ${text(sample.servicePrincipal?.id)}`],
  ["job", `jobId eq ${text(sample.jobId)}`],
  ["cycle", `cycleId eq ${text(sample.cycleId)}`],
  ["change", `changeId eq ${text(sample.changeId)}`],
  ["source id", `sourceIdentity/id eq ${text(sample.sourceIdentity?.id)}`],
  ["target id", `targetIdentity/id eq ${text(sample.targetIdentity?.id)}`],
  ["action", "provisioningAction eq 'create'"],
  ["contains on a name", `contains(sourceIdentity/displayName,${text(name)})`],
];
for (const [label, filterText] of paths) {
  const filter = filterText && bindFilter(parseFilter(filterText), description);
  run.clear();
  const { summaries } = await tenant.list({ filter, orderby: [], top: 100 }, "beta");
  const statements = [...run];
  const time = await median(() => tenant.list({ filter, orderby: [], top: 100 }, "beta"));
  console.log(
    `\n${label}: ${filterText ?? "no filter"}\n  ${summaries.length} summaries, median ${time.toFixed(0)} µs`,
  );
  for (const sql of statements) for (const { detail } of explain(sql)) console.log(`  ${detail}`);
}
driver.close();
await store.close();

function explain(sql) {
  return driver.prepare(`explain query plan ${sql}`).all();
}

function largestTenant(path) {
  const database = new DatabaseSync(path, { readOnly: true });
  const [row] = database.prepare("select tenant from summary group by tenant order by count(*) desc limit 1").all();
  database.close();
  return row?.tenant ?? "";
}

async function read(query) {
  const { summaries } = await tenant.list(query, "beta");
  return summaries.map(({ members }) => JSON.parse(`{${Buffer.from(members)}`));
}

/** In µs, over as many calls as a second has time for. */
async function median(call) {
  const times = [];
  for (const end = performance.now() + 1_000; performance.now() < end; ) {
    const start = performance.now();
    await call();
    times.push((performance.now() - start) * 1_000);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
