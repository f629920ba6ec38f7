// The public API of @org/models/error-codes. A line added here is a promise; never `export *`.
export type {
  Basis,
  ErrorCodeFacts,
  ErrorCodeKind,
  ErrorOwner,
  KnowledgeSource,
  RetryHabit,
  SkipReasonFacts,
} from "./error-codes/error-code.js";
export {
  errorCodes,
  findErrorCode,
  findSkipReason,
  type KnownErrorCode,
  type KnownSkipReason,
} from "./error-codes/find.js";
export { skipReasons } from "./error-codes/skip-reasons.js";
