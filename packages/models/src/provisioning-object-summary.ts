import type { z } from "zod";
import { withAliases, withParser } from "./entity-schema.js";
import { structuredTypeOf } from "./input-type.js";
import { createSafeParser, type ParseResult, unwrap } from "./parse.js";
import {
  betaCreateStrict,
  betaStrict,
  betaTolerant,
  betaUpdateStrict,
  type ProvisioningObjectSummary,
  type ProvisioningObjectSummaryCreate,
  type ProvisioningObjectSummaryUpdate,
} from "./types/provisioning-object-summary.js";

/**
 * Reads a summary to be stored, without throwing: `activityDateTime` is needed, everything else may be missing. Older
 * spellings are rewritten, annotations are dropped, and both faces of a twin are set as soon as one is given.
 */
export const safeParseCreate: (input: unknown) => ParseResult<ProvisioningObjectSummaryCreate> =
  createSafeParser<ProvisioningObjectSummaryCreate>(betaCreateStrict);

/**
 * Reads a change, without throwing. The keys of the result are the properties given, both faces of a twin among them;
 * null clears. Pass the result on as it is: a copy forgets whether `action` was given or follows from its twin.
 */
export const safeParseUpdate: (input: unknown) => ParseResult<ProvisioningObjectSummaryUpdate> =
  createSafeParser<ProvisioningObjectSummaryUpdate>(betaUpdateStrict);

/**
 * As {@link safeParseCreate}, but throws.
 *
 * @throws ModelError with every reason found.
 */
export function parseCreate(input: unknown): ProvisioningObjectSummaryCreate {
  return unwrap(safeParseCreate(input));
}

/**
 * As {@link safeParseUpdate}, but throws.
 *
 * @throws ModelError with every reason found.
 */
export function parseUpdate(input: unknown): ProvisioningObjectSummaryUpdate {
  return unwrap(safeParseUpdate(input));
}

/**
 * Reads what a service sends: older spellings are rewritten, unknown properties and unknown enum members survive. Takes
 * any JSON value; what it refuses, it refuses with an issue.
 */
export const provisioningObjectSummarySchema: z.ZodType<ProvisioningObjectSummary> = withAliases(
  betaTolerant,
  structuredTypeOf(betaStrict),
);

/** {@link parseCreate} as a schema; each issue's `params` hold the code and parameters of the ModelIssue. */
export const provisioningObjectSummaryCreateSchema: z.ZodType<ProvisioningObjectSummaryCreate> = withParser(
  betaCreateStrict,
  safeParseCreate,
);

/** {@link parseUpdate} as a schema; each issue's `params` hold the code and parameters of the ModelIssue. */
export const provisioningObjectSummaryUpdateSchema: z.ZodType<ProvisioningObjectSummaryUpdate> = withParser(
  betaUpdateStrict,
  safeParseUpdate,
);
