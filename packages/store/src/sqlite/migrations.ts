import type { ProvisioningObjectSummary } from "@org/models";
import { type HotColumn, toHotValues } from "../query/columns.js";
import type { Connection, SqlValue } from "./connection.js";
import { toNamesText } from "./name-index.js";

/** One step of the schema. Steps are never changed once published: a new need is a new step. */
export interface Migration {
  readonly version: number;
  /** Gives the connection what the statements of the step call. */
  readonly define?: (connection: Connection) => void;
  readonly sql: string;
}

/** In the order in which the step below reads them; written down here because a step must never change. */
const filled: readonly HotColumn[] = ["action", "status", "application", "job", "cycle", "change", "source", "target"];

function indexedOf(document: SqlValue): SqlValue {
  const values = toHotValues(JSON.parse(Buffer.from(document as Uint8Array).toString()) as ProvisioningObjectSummary);
  return JSON.stringify([...filled.map((name) => values[name]), toNamesText(values.names)]);
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
  {
    version: 2,
    define: (connection) => connection.define("provlog_indexed", indexedOf),
    // The columns stand before the document, so that reading them does not lead through it. A subquery with an offset is
    // run as it stands, which computes the values once a row.
    sql: `
      drop index summary_by_id;
      drop index summary_by_time;
      alter table summary rename to summary_1;
      create table summary (
        row integer primary key,
        tenant text not null,
        id text not null,
        etag integer not null,
        at text not null,
        v1_start integer not null,
        action text,
        status text,
        application text,
        job text,
        cycle text,
        change text,
        source text,
        target text,
        doc text not null
      ) strict;
      insert into summary
        select row, tenant, id, etag, at, v1_start, indexed ->> 0, indexed ->> 1, indexed ->> 2, indexed ->> 3,
          indexed ->> 4, indexed ->> 5, indexed ->> 6, indexed ->> 7, doc
        from (select *, provlog_indexed(cast(doc as blob)) as indexed from summary_1 limit -1 offset 0);
      drop table summary_1;
      create unique index summary_by_id on summary (tenant, id);
      create index summary_by_time on summary (tenant, at, id);
      create index summary_by_action on summary (tenant, action, at, id);
      create index summary_by_status on summary (tenant, status, at, id);
      create index summary_by_application on summary (tenant, application, at, id);
      create index summary_by_job on summary (tenant, job, at, id);
      create index summary_by_cycle on summary (tenant, cycle, at, id);
      create index summary_by_change on summary (tenant, change, at, id);
      create index summary_by_source on summary (tenant, source, at, id);
      create index summary_by_target on summary (tenant, target, at, id);
      create virtual table names using fts5(text, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram');
      insert into names (rowid, text)
        select row, names from (select row, provlog_indexed(cast(doc as blob)) ->> 8 as names from summary limit -1 offset 0)
        where names is not null;`,
  },
];
