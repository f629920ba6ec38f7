import { StoreError, type StoreErrorCode } from "../store-error.js";

/** The failures of PostgreSQL that mean something to callers: what happened, why, what to do. No address has a password. */
const texts = {
  unavailable: (name: string) =>
    `${name} cannot be reached at the moment: the server does not run, is starting or stopping, takes no more ` +
    "connections, or the network is cut. What was acknowledged is stored; whether this call took effect is not known. " +
    "Check the server and its address, then try again.",
  timeout: (name: string) =>
    `${name} was asked for something that takes longer than the store allows, so it was broken off. Nothing was ` +
    "changed. Ask for less: a shorter time range, or a comparison by eq of a property that has an index.",
  full: (name: string) =>
    `${name} is full: its disk has no room. What was acknowledged is stored; this call changed nothing. Make room, then ` +
    "try again.",
  ioError: (name: string) =>
    `${name} could not read or write its disk. What was acknowledged is stored; this call changed nothing. Check the ` +
    "server's disk and log, then try again.",
  corrupt: (name: string) => `${name} reports that its data are damaged. Nothing was changed. Restore it from a copy.`,
  readOnly: (name: string) =>
    `${name} does not take this write: the server is a standby, or the user may not change the tables. Nothing was ` +
    "changed. Connect to the primary, grant the rights, or open the store with readOnly.",
  cannotOpen: (name: string) =>
    `${name} cannot be opened: the database does not exist, or the server refused the user or the password. Nothing was ` +
    "changed. Correct the address, or create the database.",
} as const satisfies Partial<Record<StoreErrorCode, (name: string) => string>>;

type TranslatedCode = keyof typeof texts;

/** By SQLSTATE, or by its class of two characters; see the appendix on error codes of PostgreSQL's manual. */
const bySqlState: ReadonlyMap<string, TranslatedCode> = new Map<string, TranslatedCode>([
  ["08", "unavailable"],
  ["53", "unavailable"],
  ["53100", "full"],
  ["57014", "timeout"],
  ["57P01", "unavailable"],
  ["57P02", "unavailable"],
  ["57P03", "unavailable"],
  ["57P05", "unavailable"],
  ["25P03", "unavailable"],
  ["55P03", "timeout"],
  ["58", "ioError"],
  ["XX001", "corrupt"],
  ["XX002", "corrupt"],
  ["25006", "readOnly"],
  ["42501", "readOnly"],
  ["28", "cannotOpen"],
  ["3D000", "cannotOpen"],
  ["57P04", "cannotOpen"],
]);

/** The typed error for what the driver threw about the database called `name`; other errors come back as they are. */
export function translateDriverError(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || StoreError.isInstance(error)) return error;
  const state = sqlStateOf(error);
  const code =
    state === undefined ? codeOfConnection(error) : (bySqlState.get(state) ?? bySqlState.get(state.slice(0, 2)));
  if (code === undefined) return error;
  // What the server says may name its users; what the system says names only what the address does.
  const reason = state === undefined && error.message !== "" ? ` (${error.message})` : "";
  return new StoreError(code, `${texts[code](name)}${reason}`, { cause: error });
}

/** The SQLSTATE the server gave; undefined for what did not come from the server. */
export function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("severity" in error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/**
 * Two transactions met and one was undone, which running it again mends. Clusters that speak PostgreSQL's protocol give
 * 40001 where a single server never does.
 */
export function isConflict(error: unknown): boolean {
  const state = sqlStateOf(StoreError.isInstance(error) ? error.cause : error);
  return state === "40001" || state === "40P01";
}

/**
 * What did not come from the server: the system's errors say which call failed; the driver's are plain errors, told apart
 * by nothing but their text.
 */
function codeOfConnection(error: Error): TranslatedCode | undefined {
  if ("syscall" in error || error instanceof AggregateError) return "unavailable";
  if (error.constructor !== Error) return undefined;
  return /^SASL|password|SSL|certificate/.test(error.message) ? "cannotOpen" : "unavailable";
}
