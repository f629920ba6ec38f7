import type { z } from "zod";
import { withAliases, withParser } from "./entity-schema.js";
import { structuredTypeOf } from "./input-type.js";
import { createSafeParser, type ParseResult, unwrap } from "./parse.js";
import {
  type V1ProvisioningObjectSummary,
  type V1ProvisioningObjectSummaryCreate,
  type V1ProvisioningObjectSummaryUpdate,
  v1CreateStrict,
  v1Strict,
  v1Tolerant,
  v1UpdateStrict,
} from "./types/provisioning-object-summary.js";

/**
 * Reads a v1.0 summary to be stored, without throwing. `action` and `statusInfo` are unknown properties here;
 * `createSummary` makes them from their twins.
 */
export const safeParseCreate: (input: unknown) => ParseResult<V1ProvisioningObjectSummaryCreate> =
  createSafeParser<V1ProvisioningObjectSummaryCreate>(v1CreateStrict);

/** Reads a change in terms of v1.0, without throwing; `applyUpdate` takes it and keeps the twins in step. */
export const safeParseUpdate: (input: unknown) => ParseResult<V1ProvisioningObjectSummaryUpdate> =
  createSafeParser<V1ProvisioningObjectSummaryUpdate>(v1UpdateStrict);

/**
 * As {@link safeParseCreate}, but throws.
 *
 * @throws ModelError with every reason found.
 */
export function parseCreate(input: unknown): V1ProvisioningObjectSummaryCreate {
  return unwrap(safeParseCreate(input));
}

/**
 * As {@link safeParseUpdate}, but throws.
 *
 * @throws ModelError with every reason found.
 */
export function parseUpdate(input: unknown): V1ProvisioningObjectSummaryUpdate {
  return unwrap(safeParseUpdate(input));
}

/** Reads what the v1.0 endpoint sends, as tolerantly as the beta schema does. */
export const provisioningObjectSummarySchema: z.ZodType<V1ProvisioningObjectSummary> = withAliases(
  v1Tolerant,
  structuredTypeOf(v1Strict),
);

/** {@link parseCreate} as a schema; each issue's `params` hold the code and parameters of the ModelIssue. */
export const provisioningObjectSummaryCreateSchema: z.ZodType<V1ProvisioningObjectSummaryCreate> = withParser(
  v1CreateStrict,
  safeParseCreate,
);

/** {@link parseUpdate} as a schema; each issue's `params` hold the code and parameters of the ModelIssue. */
export const provisioningObjectSummaryUpdateSchema: z.ZodType<V1ProvisioningObjectSummaryUpdate> = withParser(
  v1UpdateStrict,
  safeParseUpdate,
);
