import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { SqliteStore } from "./sqlite/sqlite-store.js";
import type { SummaryStore } from "./store.js";
import { StoreError } from "./store-error.js";

/** How a database is opened: what survives what, and how much memory and disk it may take. */
export interface OpenStoreOptions {
  /**
   * `normal`: an acknowledged write survives the death of the process, also by kill -9, but the last ones may be missing
   * after a power cut or a crash of the operating system. `full`: it survives those too, as far as the disk keeps its
   * promises; each transaction then waits for the disk. Of no effect in memory, nor with PostgreSQL, whose server has a
   * setting of its own (`synchronous_commit`). Default `normal`.
   */
  readonly durability?: "normal" | "full";
  /** Writes reject with `readOnly`; several readers may share a file. Default false. */
  readonly readOnly?: boolean;
  /**
   * Bytes of documents kept in memory beside the database. Default 256 MiB for a database in memory, 64 MiB for a file.
   * Of no effect with PostgreSQL: others may write there, so nothing is kept.
   */
  readonly cacheBytes?: number;
  /**
   * The database does not grow beyond this; writes that would need more reject with `full`. Of no effect with PostgreSQL.
   * Default: no limit.
   */
  readonly maxBytes?: number;
  /** Source of the key that signs skip tokens of a new database. Default: the operating system's. */
  readonly randomBytes?: (size: number) => Uint8Array;
  /** Told what the database server cannot do and how to mend it, in words for people. Default: not told. */
  readonly onNotice?: (message: string) => void;
  /**
   * Milliseconds of a clock that never goes back, by which long searches are cut into pieces. Of no effect with PostgreSQL.
   * Default: the process's.
   */
  readonly clock?: () => number;
}

const mebibyte = 1_048_576;
/** How long a statement on a database server may take, in ms. */
const statementTimeout = 60_000;

/**
 * Opens the store at a URL: nothing or `:memory:` for a database in memory, a `postgres:` or `postgresql:` URL for a
 * database on a server, else a path or `file:` URL of a database file, which is made when it is missing. A file has one
 * owner at a time; a database on a server may be opened by many processes at once, also for the first time.
 * @throws StoreError `unsupportedUrl`, `locked`, `corrupt`, `newerVersion`, `readOnly`, `cannotOpen`, `full`, `ioError`,
 * `unavailable`.
 */
export async function openStore(url?: string, options: OpenStoreOptions = {}): Promise<SummaryStore> {
  if (url !== undefined && isPostgresUrl(url)) {
    // Loaded only when it is used: the driver takes as long to load as all the rest.
    const { openPostgresStore } = await import("./postgres/postgres-store.js");
    return openPostgresStore({
      url,
      readOnly: options.readOnly ?? false,
      randomBytes: options.randomBytes ?? randomBytes,
      onNotice: options.onNotice ?? (() => undefined),
      statementTimeout,
    });
  }
  const path = pathOf(url);
  return new SqliteStore({
    path,
    durability: options.durability ?? "normal",
    readOnly: options.readOnly ?? false,
    cacheBytes: options.cacheBytes ?? (path === undefined ? 256 : 64) * mebibyte,
    maxBytes: options.maxBytes,
    randomBytes: options.randomBytes ?? randomBytes,
    clock: options.clock ?? (() => performance.now()),
  });
}

/** @throws StoreError `unsupportedUrl` for one that cannot be read; it is not shown, as it may hold a password. */
function isPostgresUrl(url: string): boolean {
  if (!/^postgres(ql)?:\/\//i.test(url)) return false;
  if (URL.canParse(url)) return true;
  throw new StoreError(
    "unsupportedUrl",
    "The address of the PostgreSQL database cannot be read. Give postgres://USER:PASSWORD@HOST:PORT/DATABASE, with " +
      "every other character of the password percent-encoded.",
  );
}

function pathOf(url: string | undefined): string | undefined {
  if (url === undefined || url === ":memory:") return undefined;
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(url)?.[1]?.toLowerCase();
  // Only the scheme is shown: a URL may hold a password.
  if (scheme === "file") return fileURLToPath(url);
  if (scheme !== undefined || url === "") {
    const what = scheme === undefined ? "an empty address" : `addresses that begin with ${scheme}://`;
    throw new StoreError(
      "unsupportedUrl",
      `This store does not know ${what}. Give ':memory:', the path of a database file, or a postgres:// URL.`,
    );
  }
  // Absolute, so that SQLite takes no path for one of its own file: URIs.
  return resolve(url);
}
