import { StoreError } from "../store-error.js";

/** The failures of SQLite that mean something to callers: what happened, why, what to do. */
const texts = {
  locked: (name: string) =>
    `${name} is in use by another process or store: a database file has one owner at a time. ` +
    "Stop the other one or wait until it has closed, or choose another file.",
  readOnly: (name: string) =>
    `${name} cannot be written: the file, its folder or its file system is read-only. Nothing was changed. ` +
    "Give write permission, or open it with readOnly.",
  ioError: (name: string) =>
    `The disk refused to read or write ${name}. What was acknowledged is stored; this call changed nothing. ` +
    "Check the disk, then try again.",
  corrupt: (name: string) =>
    `${name} is damaged or is no database. Nothing was changed. ` +
    "Restore it from a copy, or save what is readable with .recover of the sqlite3 shell.",
  full: (name: string) =>
    `${name} is full: the disk has no room, or the database has reached its size limit. ` +
    "What was acknowledged is stored; this call changed nothing. Make room or raise the limit, then try again.",
  cannotOpen: (name: string) =>
    `${name} cannot be opened: its folder does not exist, the path is no file, or permissions forbid it. ` +
    "Nothing was changed. Create the folder, or choose another path.",
} as const;

type TranslatedCode = keyof typeof texts;

/** By primary result code; see sqlite.org/rescode.html. */
const byResultCode: ReadonlyMap<number, TranslatedCode> = new Map<number, TranslatedCode>([
  [5, "locked"],
  [6, "locked"],
  [8, "readOnly"],
  [10, "ioError"],
  [11, "corrupt"],
  [13, "full"],
  [14, "cannotOpen"],
  [26, "corrupt"],
]);

/** By SQLite's message, which is all that the driver's `all()` tells (1.2.1). */
const byMessage: ReadonlyMap<string, TranslatedCode> = new Map<string, TranslatedCode>([
  ["database is locked", "locked"],
  ["disk I/O error", "ioError"],
  ["database disk image is malformed", "corrupt"],
  ["file is not a database", "corrupt"],
]);

/** The typed error for what the driver threw about the database called `name`; other errors come back as they are. */
export function translateDriverError(error: unknown, name: string): unknown {
  if (!isSqliteError(error)) return error;
  const { errcode, message } = error;
  const code = errcode === undefined ? byMessage.get(message) : byResultCode.get(errcode & 0xff);
  return code === undefined ? error : new StoreError(code, texts[code](name), { cause: error });
}

/** Whether the error is SQLite's own, translated or not. */
export function isDriverError(error: unknown): boolean {
  return isSqliteError(error) || (StoreError.isInstance(error) && isSqliteError(error.cause));
}

function isSqliteError(error: unknown): error is Error & { readonly errcode?: number } {
  return error instanceof Error && "code" in error && error.code === "ERR_SQLITE_ERROR";
}
