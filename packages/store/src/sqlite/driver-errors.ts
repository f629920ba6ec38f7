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

/** By primary result code; see sqlite.org/rescode.html. */
const codes: ReadonlyMap<number, keyof typeof texts> = new Map<number, keyof typeof texts>([
  [5, "locked"],
  [6, "locked"],
  [8, "readOnly"],
  [10, "ioError"],
  [11, "corrupt"],
  [13, "full"],
  [14, "cannotOpen"],
  [26, "corrupt"],
]);

/** The typed error for what the driver threw about the database called `name`; other errors come back as they are. */
export function translateDriverError(error: unknown, name: string): unknown {
  const resultCode = resultCodeOf(error);
  const code = resultCode === undefined ? undefined : codes.get(resultCode & 0xff);
  return code === undefined ? error : new StoreError(code, texts[code](name), { cause: error });
}

/** Whether the error is SQLite's own, translated or not. */
export function isDriverError(error: unknown): boolean {
  return resultCodeOf(error) !== undefined || (StoreError.isInstance(error) && resultCodeOf(error.cause) !== undefined);
}

function resultCodeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  return typeof error.errcode === "number" ? error.errcode : undefined;
}
