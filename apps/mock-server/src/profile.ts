/**
 * Whose words and limits the server speaks with: `current` as Graph is today, `legacy` with the wording of older years,
 * `strict` refusing what Graph does not document for this log.
 */
export const profiles = ["current", "legacy", "strict"] as const;

export type Profile = (typeof profiles)[number];
