import type { BoundExpression } from "./bound-expression.js";

/** A path whose names, case and type have been resolved against an entity description. */
export interface BoundPath {
  /** Property names from the entity down, in wire case. */
  readonly segments: readonly string[];
  /** EDM or qualified enum type of the last segment. */
  readonly type: string;
}

/** One item of `$orderby`. Nulls sort lowest. */
export interface BoundOrder {
  readonly path: BoundPath;
  readonly descending: boolean;
}

/** What a store is asked for: query options with every name resolved and every value checked. */
export interface BoundQuery {
  /** Empty means the resource's own order. The key always follows as the last criterion. */
  readonly orderby: readonly BoundOrder[];
  /** Entities per page; 0 gives an empty page without a next one. */
  readonly top: number;
  /** Which entities there are to be; absent means all. */
  readonly filter?: BoundExpression | undefined;
  /** Properties to give, in the order asked for; absent means all. A nested path gives that part of its parent only. */
  readonly select?: readonly BoundPath[] | undefined;
  /** Whether the number of all entities that pass the filter is wanted, whatever `top` and `skip` are. */
  readonly count?: boolean | undefined;
  /** How many of the first entities to leave out, before `top` counts. */
  readonly skip?: number | undefined;
  /** Continues an earlier page; only the store that made it can read it. */
  readonly skipToken?: string | undefined;
}
