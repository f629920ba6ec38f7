import { existsSync } from "node:fs";
import { DatabaseSync } from "@photostructure/sqlite";
import { StoreError } from "../store-error.js";
import { Connection } from "./connection.js";
import { translateDriverError } from "./driver-errors.js";
import { type Migration, migrations as ownMigrations } from "./migrations.js";

/** How the database is kept; see `OpenStoreOptions`. */
export interface ConnectionOptions {
  /** Absolute path; undefined for a database in memory. */
  readonly path: string | undefined;
  readonly durability: "normal" | "full";
  readonly readOnly: boolean;
  readonly maxBytes: number | undefined;
  readonly randomBytes: (size: number) => Uint8Array;
  /** Default: this release's steps. */
  readonly migrations?: readonly Migration[];
}

/** "PVLG" as SQLite's application id: marks the file as ours. */
const applicationId = 0x50564c47;
const pageSize = 8_192;
/** How long to wait for a lock that another process is just giving back, in ms. The wait blocks, so it is short. */
const lockWait = 100;

/**
 * Opens, checks and migrates a database, and leaves it locked to this connection. Whatever fails leaves the file as it was.
 * @throws StoreError `locked`, `corrupt`, `newerVersion`, `readOnly`, `cannotOpen`, `full`, `ioError`.
 */
export function openConnection(options: ConnectionOptions): Connection {
  const name = options.path === undefined ? "The database in memory" : `The database file ${options.path}`;
  const connection = connect(options, name);
  try {
    // One owner: caches stay right without asking the file, and nothing is shared through a -shm file.
    connection.exec(`pragma trusted_schema = off; pragma locking_mode = exclusive; pragma page_size = ${pageSize}`);
    if (opensForReading(options)) checkForReading(connection, options);
    else prepareForWriting(connection, options);
    connection.exec("pragma cache_size = -16384; pragma temp_store = memory");
    return connection;
  } catch (error) {
    if (connection.inTransaction) connection.exec("rollback");
    connection.close();
    throw error;
  }
}

/**
 * Gives the file back: one file without companions, free for the next owner. Prepared statements outlive `close` until
 * they are collected and would keep the lock with them; so the lock is given up first. On a full disk neither can be
 * done; the file then keeps its journal, which the next owner takes in, and the lock goes with the process.
 */
export function closeConnection(connection: Connection, options: ConnectionOptions): void {
  if (options.path !== undefined) {
    if (!options.readOnly) attempt(connection, "pragma journal_mode = delete");
    attempt(connection, "pragma locking_mode = normal; select 1 from sqlite_schema limit 1");
  }
  connection.close();
}

/** For what tidies up: everything acknowledged is stored, whether it succeeds or not. */
function attempt(connection: Connection, sql: string): void {
  try {
    connection.exec(sql);
  } catch (error) {
    if (!StoreError.isInstance(error)) throw error;
  }
}

function connect(options: ConnectionOptions, name: string): Connection {
  const readOnly = opensForReading(options);
  try {
    const driver = new DatabaseSync(options.path ?? ":memory:", { readOnly, timeout: lockWait, defensive: true });
    return new Connection(driver, name);
  } catch (error) {
    throw translateDriverError(error, name);
  }
}

/** A database in memory has to be made before it can be read. */
function opensForReading(options: ConnectionOptions): boolean {
  return options.readOnly && options.path !== undefined;
}

function prepareForWriting(connection: Connection, options: ConnectionOptions): void {
  const steps = options.migrations ?? ownMigrations;
  connection.exec("begin exclusive");
  const version = versionOf(connection, steps);
  if (version === undefined) connection.exec(`pragma application_id = ${applicationId}`);
  for (const step of steps) {
    if (step.version <= (version ?? 0)) continue;
    step.define?.(connection);
    connection.exec(`${step.sql}; pragma user_version = ${step.version}`);
  }
  if (version === undefined) {
    const key = Buffer.from(options.randomBytes(32)).toString("hex");
    connection.exec(`insert into meta values ('skipTokenKey', x'${key}'), ('etagCeiling', 1)`);
  }
  connection.exec("commit");
  if (options.path !== undefined) {
    connection.exec(`pragma journal_mode = wal; pragma synchronous = ${options.durability};
      pragma journal_size_limit = 67108864`);
  }
  if (options.maxBytes !== undefined) {
    connection.exec(`pragma max_page_count = ${Math.max(1, Math.floor(options.maxBytes / pageSize))}`);
  }
}

function checkForReading(connection: Connection, options: ConnectionOptions): void {
  const steps = options.migrations ?? ownMigrations;
  const version = readUnlessUnclean(() => versionOf(connection, steps), connection, options);
  if (version !== undefined && version >= latestOf(steps)) return;
  throw new StoreError(
    "readOnly",
    `${connection.name} is ${version === undefined ? "empty" : `of the older version ${version}`} and cannot be prepared ` +
      "when opened for reading. Nothing was changed. Open it once for writing.",
  );
}

/** A journal that was left behind has to be taken in, for which SQLite wants a lock that only a writer gets. */
function readUnlessUnclean<T>(read: () => T, connection: Connection, options: ConnectionOptions): T {
  try {
    return read();
  } catch (error) {
    if (!StoreError.isInstance(error) || error.code !== "ioError" || !existsSync(`${options.path}-wal`)) throw error;
    throw new StoreError(
      "readOnly",
      `${connection.name} was not closed properly, and its last writes wait in a file beside it, which only a writer can ` +
        "take in. Nothing was changed or lost. Open it once for writing.",
      { cause: error },
    );
  }
}

/** The version of the schema; undefined when the database is new and empty. */
function versionOf(connection: Connection, steps: readonly Migration[]): number | undefined {
  const version = Number(connection.scalar("user_version", "from pragma_user_version"));
  const tables = Number(connection.scalar("count(*)", "from sqlite_schema"));
  const owner = Number(connection.scalar("application_id", "from pragma_application_id"));
  if (owner === 0 && version === 0 && tables === 0) return undefined;
  if (owner !== applicationId) {
    throw new StoreError(
      "corrupt",
      `${connection.name} is a SQLite database of another program, not one of provisioning summaries. ` +
        "Nothing was changed. Choose another file.",
    );
  }
  if (version > latestOf(steps)) {
    throw new StoreError(
      "newerVersion",
      `${connection.name} was written by a newer release (format ${version}; this one reads up to ${latestOf(steps)}). ` +
        "Nothing was changed. Update this program, or choose another file.",
    );
  }
  return version;
}

function latestOf(steps: readonly Migration[]): number {
  return steps.at(-1)?.version ?? 0;
}
