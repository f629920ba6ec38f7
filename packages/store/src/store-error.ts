const brand: unique symbol = Symbol.for("org.provlog.StoreError") as never;

/**
 * What a caller may treat differently.
 *
 * - `notFound`, `duplicateId`, `etagMismatch`, `badSkipToken`, `unsupportedQuery`: this call was refused; others go on.
 * - `timeout`: a search took longer than the database allows and was broken off; nothing was changed.
 * - `unavailable`: the database server cannot be reached at the moment; the same call may succeed later.
 * - `full`, `ioError`: the database could not be written; what was acknowledged is still stored.
 * - `readOnly`: opened for reading only, or the file may not be written.
 * - `locked`, `corrupt`, `newerVersion`, `cannotOpen`, `unsupportedUrl`: the database cannot be opened (or, `corrupt`,
 *   read); the file is left as it was.
 * - `closed`: the store was closed before this call.
 */
export type StoreErrorCode =
  | "notFound"
  | "duplicateId"
  | "etagMismatch"
  | "badSkipToken"
  | "unsupportedQuery"
  | "timeout"
  | "unavailable"
  | "full"
  | "ioError"
  | "readOnly"
  | "locked"
  | "corrupt"
  | "newerVersion"
  | "cannotOpen"
  | "unsupportedUrl"
  | "closed";

/** Every failure a store foresees. The message says what happened, why, and what to do; `cause` is the driver's error. */
export class StoreError extends Error {
  readonly [brand] = true;
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = "StoreError";
    this.code = code;
  }

  /** Holds across duplicate installs of this package, where `instanceof` does not. */
  static isInstance(value: unknown): value is StoreError {
    return typeof value === "object" && value !== null && brand in value;
  }
}
