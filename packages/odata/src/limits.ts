/** Bounds on what one expression may cost. Each has its own error, so that a caller can say which was met. */
export const limits = {
  /** UTF-16 code units of a `$filter` or `$orderby`. */
  length: 65_536,
  /** Parentheses, calls, predicates and operators inside one another. A chain of `and` or of `or` counts once. */
  depth: 100,
  /** Nodes of the tree, members of lists included. */
  nodes: 5_000,
  /** Segments of one path. */
  segments: 20,
  /** `any` and `all` inside one another: each multiplies the work per row. */
  lambdas: 2,
} as const;
