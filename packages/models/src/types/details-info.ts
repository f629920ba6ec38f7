import { z } from "zod";
import { edm } from "../edm.js";
import { tolerant } from "../tolerant.js";

// A type without declared properties is nothing but its dynamic ones, so here the index signature is the type.
export const detailsInfoStrict = z
  .looseObject({})
  .register(edm, { type: "microsoft.graph.detailsInfo" }) as unknown as z.ZodType<DetailsInfo, DetailsInfo>;

/** Reads a `detailsInfo`. */
export const detailsInfoSchema = tolerant(detailsInfoStrict);

/**
 * A bag of facts without declared properties. Graph's own values are strings, booleans among them (`"True"`), and stay
 * strings; `ScopeEvaluationResult` is JSON inside a string.
 */
export type DetailsInfo = { [name: string]: unknown };
