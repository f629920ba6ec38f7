import { apiDrivenCodes } from "./api-driven-codes.js";
import { crossTenantCodes } from "./cross-tenant-codes.js";
import type { ErrorCodeFacts, SkipReasonFacts } from "./error-code.js";
import { hrToActiveDirectoryCodes } from "./hr-codes.js";
import { jobCodes } from "./job-codes.js";
import { rowCodes } from "./row-codes.js";
import { skipReasons } from "./skip-reasons.js";

const groups = [
  ...rowCodes,
  ...crossTenantCodes,
  ...hrToActiveDirectoryCodes,
  ...apiDrivenCodes,
  ...jobCodes,
] as const satisfies readonly ErrorCodeFacts[];

/** A code that `findErrorCode` finds for certain. */
export type KnownErrorCode = (typeof groups)[number]["code"];

/** Every error code the sources name, grouped by kind, in the order of the sources. */
export const errorCodes: readonly (ErrorCodeFacts & { readonly code: KnownErrorCode })[] = groups;

/** A reason that `findSkipReason` finds for certain. */
export type KnownSkipReason = (typeof skipReasons)[number]["reason"];

const byText: ReadonlyMap<string, ErrorCodeFacts> = new Map(
  errorCodes.flatMap((facts) => [facts.code, ...facts.aliases].map((text) => [text, facts] as const)),
);

const byReason: ReadonlyMap<string, SkipReasonFacts> = new Map<string, SkipReasonFacts>(
  skipReasons.map((facts: SkipReasonFacts) => [facts.reason, facts] as const),
);

// Some revisions of the documentation renamed the directory inside the codes. The log never did.
const renamedPrefix = /^Microsoft ?Entra ?ID/;
const conflictSuffix = /^[A-Z][A-Za-z0-9]*EntryConflict$/;

/**
 * What is known about an error code. Codes are compared exactly (`Timeout` is a row's, `TimeOut` a job's), with two
 * spellings resolved besides: `<Application>EntryConflict` is `EntryConflict`, and a code that begins with
 * "Microsoft Entra ID", as some pages print it, is the one that begins with "AzureActiveDirectory".
 */
export function findErrorCode(code: KnownErrorCode): ErrorCodeFacts;
export function findErrorCode(code: string): ErrorCodeFacts | undefined;
export function findErrorCode(code: string): ErrorCodeFacts | undefined {
  const known = byText.get(code) ?? byText.get(code.replace(renamedPrefix, "AzureActiveDirectory"));
  return known ?? (conflictSuffix.test(code) ? byText.get("EntryConflict") : undefined);
}

/** What is known about a skip reason; compared exactly. */
export function findSkipReason(reason: KnownSkipReason): SkipReasonFacts;
export function findSkipReason(reason: string): SkipReasonFacts | undefined;
export function findSkipReason(reason: string): SkipReasonFacts | undefined {
  return byReason.get(reason);
}
