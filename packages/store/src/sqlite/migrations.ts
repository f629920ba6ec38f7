/** One step of the schema. Steps are never changed once published: a new need is a new step. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    sql: `
      create table meta (name text primary key, value any not null) strict, without rowid;
      create table summary (
        row integer primary key,
        tenant text not null,
        id text not null,
        etag integer not null,
        at text not null,
        v1_start integer not null,
        doc text not null
      ) strict;
      create unique index summary_by_id on summary (tenant, id);
      create index summary_by_time on summary (tenant, at, id);`,
  },
];
