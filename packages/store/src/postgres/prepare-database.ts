import type { PoolClient, QueryConfig } from "pg";
import { StoreError } from "../store-error.js";
import { type Database, run } from "./database.js";
import { isConflict, sqlStateOf } from "./driver-errors.js";
import { metaTable, namesIndex, steps as ownSteps, type Step } from "./schema.js";

export interface PrepareOptions {
  readonly readOnly: boolean;
  readonly randomBytes: (size: number) => Uint8Array;
  /** Told once what the database cannot do, and how to mend it. */
  readonly onNotice: (message: string) => void;
  /** Default: this release's steps. */
  readonly steps?: readonly Step[];
}

/** The first server whose collations order and convert text alike on every machine. */
const oldestServer = 170_000;

/** How long one statement of a step may take, in ms: an index of many rows. */
const longestStep = 86_400_000;

/** How often a process looks again when another one prepares the same database. */
const tries = 30;

/** Two processes made the same table or type: duplicate table, object, key; or a catalogue row that another one changed. */
const races = new Set(["42P07", "42710", "23505", "42P06", "XX000"]);

/**
 * Checks a database, and makes or migrates its tables, in one transaction. Several processes may do so at once: the
 * table `meta` is made by one of them, and its row `version` is locked by one at a time; the others look again.
 * @returns the key that signs skip tokens.
 * @throws StoreError `corrupt` for another program's database, `newerVersion`, `readOnly`, `cannotOpen`, `unavailable`.
 */
export async function prepareDatabase(database: Database, options: PrepareOptions): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.use((client) => prepare(client, database.name, options));
    } catch (error) {
      if (attempt === tries || !(isConflict(error) || races.has(sqlStateOf(error) ?? ""))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}

async function prepare(client: PoolClient, name: string, options: PrepareOptions): Promise<Uint8Array> {
  const steps = options.steps ?? ownSteps;
  const latest = steps.at(-1)?.version ?? 0;
  const version = await versionOf(client, name);
  if (version !== undefined && version > latest) throw newerVersion(name, version, latest);
  if (version !== latest) {
    if (options.readOnly) throw unprepared(name, version);
    await transact(client, () => migrate(client, steps, version, options));
  }
  const { rows } = await run(client, { text: "select value from meta where name = 'skipTokenKey'", values: [] });
  return Buffer.from(String(rows[0]?.[0]), "hex");
}

/** Undefined when the schema is empty. */
async function versionOf(client: PoolClient, name: string): Promise<number | undefined> {
  const { rows } = await run(client, {
    text: `select current_schema(), current_setting('server_encoding'), current_setting('server_version_num')::int, array(
      select relname::text from pg_class
      where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      and not exists (select from pg_depend where objid = pg_class.oid and classid = 'pg_class'::regclass and deptype = 'e'))`,
    values: [],
  });
  const [schema, encoding, serverVersion, relations] = rows[0] ?? [];
  if (Number(serverVersion) < oldestServer) {
    throw new StoreError(
      "cannotOpen",
      `${name} runs PostgreSQL ${Math.trunc(Number(serverVersion) / 10_000)}; the store needs 17 or newer. Nothing was ` +
        "changed. Update the server, or choose another one.",
    );
  }
  if (schema === null) {
    throw new StoreError(
      "cannotOpen",
      `${name} has no schema to use: the search path names none that exists. Nothing was changed. Create the schema, or ` +
        "correct the search path.",
    );
  }
  if (encoding !== "UTF8") {
    throw new StoreError(
      "cannotOpen",
      `${name} has the encoding ${encoding}, which cannot keep every text. Nothing was changed. Create a database with ` +
        "the encoding UTF8.",
    );
  }
  const tables = Array.isArray(relations) ? relations : [];
  if (tables.length === 0) return undefined;
  const version = tables.includes("meta") && tables.includes("summary") ? await ownVersion(client) : undefined;
  if (version !== undefined) return version;
  throw new StoreError(
    "corrupt",
    `${name} holds tables of another program in the schema '${schema}'. Nothing was changed. Choose an empty database, or ` +
      "a schema of its own: create it and add ?options=-csearch_path%3DNAME to the address.",
  );
}

async function ownVersion(client: PoolClient): Promise<number | undefined> {
  const columns = await run(client, {
    text: `select count(*) from pg_attribute where attrelid = to_regclass(quote_ident(current_schema()) || '.meta')
      and attname in ('name', 'value') and atttypid = 'text'::regtype and not attisdropped`,
    values: [],
  });
  if (Number(columns.rows[0]?.[0]) !== 2) return undefined;
  const { rows } = await run(client, {
    text: `select value from meta where name = 'version'
      and exists (select from meta where name = 'application' and value = 'provlog')`,
    values: [],
  });
  return rows[0] === undefined ? undefined : Number(rows[0][0]);
}

async function migrate(
  client: PoolClient,
  steps: readonly Step[],
  found: number | undefined,
  options: PrepareOptions,
): Promise<void> {
  await client.query("set local statement_timeout = 0; set local lock_timeout = 0");
  let version = 0;
  if (found === undefined) {
    await client.query(metaTable);
    const key = Buffer.from(options.randomBytes(32)).toString("hex");
    await run(client, {
      text: `insert into meta values ('application', 'provlog'), ('version', '0'), ('etagCeiling', '1'), ('skipTokenKey', $1)`,
      values: [key],
    });
  } else {
    // Whoever waited here finds what the one before has done.
    const { rows } = await run(client, {
      text: "select value from meta where name = 'version' for update",
      values: [],
    });
    version = Number(rows[0]?.[0]);
  }
  for (const step of steps) {
    if (step.version <= version) continue;
    for (const text of step.statements) await client.query(patient(text));
    await run(client, { text: "update meta set value = $1 where name = 'version'", values: [String(step.version)] });
  }
  if (found === undefined) await createNamesIndex(client, options.onNotice);
}

/** A statement that the driver waits for as long as the server works. */
function patient(text: string): QueryConfig & { readonly query_timeout: number } {
  return { text, query_timeout: longestStep };
}

/** Not part of a step: whether the extensions can be had is the server's affair, and everything works without. */
async function createNamesIndex(client: PoolClient, onNotice: (message: string) => void): Promise<void> {
  const [trigrams, tenants] = [
    await attempt(client, `create extension if not exists ${namesIndex.extensions[0]}`),
    await attempt(client, `create extension if not exists ${namesIndex.extensions[1]}`),
  ];
  if (trigrams && (await attempt(client, tenants ? namesIndex.withTenant : namesIndex.withoutTenant))) return;
  onNotice(
    `The extension pg_trgm could not be created, so searches in names read every summary of a tenant. To mend it, have ` +
      `an administrator run: create extension pg_trgm; create extension btree_gin; ${namesIndex.withTenant};`,
  );
}

async function attempt(client: PoolClient, text: string): Promise<boolean> {
  await client.query("savepoint attempt");
  try {
    await client.query(text);
    await client.query("release savepoint attempt");
    return true;
  } catch (error) {
    // Another process creates the same extension in another schema: look again from the start.
    const state = sqlStateOf(error);
    if (state === undefined || races.has(state) || isConflict(error)) throw error;
    await client.query("rollback to savepoint attempt");
    return false;
  }
}

async function transact<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query("begin isolation level read committed");
  try {
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    // A connection that is gone cannot and need not roll back.
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

function newerVersion(name: string, version: number, latest: number): StoreError {
  return new StoreError(
    "newerVersion",
    `${name} was written by a newer release (format ${version}; this one reads up to ${latest}). Nothing was changed. ` +
      "Update this program, or choose another database.",
  );
}

function unprepared(name: string, version: number | undefined): StoreError {
  return new StoreError(
    "readOnly",
    `${name} is ${version === undefined ? "empty" : `of the older version ${version}`} and cannot be prepared when opened ` +
      "for reading. Nothing was changed. Open it once for writing.",
  );
}
