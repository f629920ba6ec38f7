/** One step of the schema. Steps are never changed once published: a new need is a new step. */
export interface Step {
  readonly version: number;
  readonly statements: readonly string[];
}

/** The columns that hold one value of the document each, for conditions by index. All may be null. */
export const keyColumns = ["action", "status", "application", "job", "cycle", "change", "source", "target"] as const;

export const steps: readonly Step[] = [
  {
    version: 1,
    statements: [
      `create table summary (
  tenant text collate "C" not null,
  id text collate "C" not null,
  etag bigint not null,
  at text collate "C" not null,
  v1_start integer not null,
  doc text not null,
  search_doc text,
  names text,
${keyColumns.map((column) => `  ${column} text collate "C",\n`).join("")}  primary key (tenant, id)
)`,
      "create index summary_by_time on summary (tenant, at, id)",
      ...keyColumns.map((column) => `create index summary_by_${column} on summary (tenant, ${column}, at, id)`),
    ],
  },
];

/** Settings and counters of the database, one row each. */
export const metaTable = "create table meta (name text primary key, value text not null)";

/** Finds names by any three characters in a row. Needs an extension, which not every user may create. */
export const namesIndex = {
  extensions: ["pg_trgm", "btree_gin"],
  withTenant: "create index summary_by_names on summary using gin (tenant, names gin_trgm_ops)",
  withoutTenant: "create index summary_by_names on summary using gin (names gin_trgm_ops)",
} as const;
