import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { ProvisioningObjectSummary } from "@org/models";
import { describe, expect, it } from "vitest";
import { openStore } from "../src/index.js";
import { toRow } from "../src/row.js";
import { type Migration, migrations } from "../src/sqlite/migrations.js";
import { type ConnectionOptions, closeConnection, openConnection } from "../src/sqlite/open-connection.js";
import { buildVaried, filterOf } from "./query-data.js";
import { build, readPages } from "./summaries.js";
import { createTemporaryFolder } from "./temporary-folder.js";

const newPath = createTemporaryFolder();

const optionsFor = (path: string, more: Partial<ConnectionOptions> = {}): ConnectionOptions => ({
  path,
  durability: "normal",
  readOnly: false,
  maxBytes: undefined,
  randomBytes,
  ...more,
});

const next: Migration = {
  version: migrations.length + 1,
  sql: "alter table summary add column note text default 'added'",
};

/** A file as the first release wrote it. */
function writeFirstVersion(path: string, summaries: readonly ProvisioningObjectSummary[]): void {
  const options = optionsFor(path, { migrations: migrations.slice(0, 1) });
  const connection = openConnection(options);
  const insert = connection.prepare(
    "insert into summary (tenant, id, etag, at, v1_start, doc) values ('contoso', ?, ?, ?, ?, cast(? as text))",
  );
  for (const [index, summary] of summaries.entries()) {
    const { id, at, v1Start, bytes } = toRow(summary);
    insert.run(id, index + 1, at, v1Start, bytes);
  }
  closeConnection(connection, options);
}

async function writeOne(path: string): Promise<void> {
  await using store = await openStore(path);
  await store.forTenant("contoso").insert(build("a"));
}

describe("migrations", () => {
  it("count up by one", () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });

  it("bring an older file up to date and keep its rows", async () => {
    const path = newPath();
    await writeOne(path);
    const options = optionsFor(path, { migrations: [...migrations, next] });
    const connection = openConnection(options);
    expect([
      connection.scalar("user_version", "from pragma_user_version"),
      connection.scalar("note", "from summary"),
    ]).toEqual([next.version, "added"]);
    closeConnection(connection, options);
    await expect(openStore(path)).rejects.toMatchObject({ code: "newerVersion" });
  });

  it("fill the columns and names of a file of version 1, so that its summaries are found as if written now", async () => {
    const summaries = buildVaried(300);
    const path = newPath();
    writeFirstVersion(path, summaries);
    await using store = await openStore(path);
    await using fresh = await openStore();
    await fresh.forTenant("contoso").insertMany(summaries);
    const [tenant, expected] = [store.forTenant("contoso"), fresh.forTenant("contoso")];
    for (const text of [
      "provisioningStatusInfo/status eq 'failure'",
      "provisioningAction eq 'create'",
      "servicePrincipal/id eq 'sp1'",
      "jobId eq 'job.1'",
      "cycleId eq ''",
      "changeId eq 'c\\4'",
      "sourceIdentity/id eq 's1'",
      "targetIdentity/id eq 't1'",
      "jobId eq null",
      "contains(sourceIdentity/displayName,'Lovelace')",
    ]) {
      const query = { filter: filterOf(text), orderby: [], top: 1_000 };
      const ids = (await readPages(expected, query)).flat();
      expect(ids.length).toBeGreaterThan(5);
      expect([text, ...(await readPages(tenant, query)).flat()]).toEqual([text, ...ids]);
    }
    const first = summaries[0];
    expect((await tenant.get(first?.id ?? "", "v1"))?.etag).toBe("1");
    await expect(tenant.insert(first ?? build("a"))).rejects.toMatchObject({ code: "duplicateId" });
  });

  it("leave a file of version 1 byte for byte when there is no room for the next, and go on when there is", async () => {
    const path = newPath();
    writeFirstVersion(path, buildVaried(300));
    const before = readFileSync(path);
    const limited = migrations.map((step) =>
      step.version === 2
        ? { ...step, sql: `pragma max_page_count = ${before.length / 8_192 + 20}; ${step.sql}` }
        : step,
    );
    expect(() => openConnection(optionsFor(path, { migrations: limited }))).toThrow(
      expect.objectContaining({ code: "full" }),
    );
    expect(readFileSync(path).equals(before)).toBe(true);
    await using store = await openStore(path);
    expect(await store.forTenant("contoso").count(filterOf("jobId eq 'job.1'"))).toBe(100);
  });

  it("leave an older file byte for byte when one of them fails", async () => {
    const path = newPath();
    await writeOne(path);
    const before = readFileSync(path);
    const broken = { version: next.version + 1, sql: "create table half (x); select no_such_column from summary" };
    expect(() => openConnection(optionsFor(path, { migrations: [...migrations, next, broken] }))).toThrow(
      "no_such_column",
    );
    expect(readFileSync(path).equals(before)).toBe(true);
    await using store = await openStore(path);
    expect(await store.forTenant("contoso").count()).toBe(1);
  });

  it("do not run when the file is opened for reading", async () => {
    const path = newPath();
    await writeOne(path);
    const open = () => openConnection(optionsFor(path, { readOnly: true, migrations: [...migrations, next] }));
    expect(open).toThrow(
      expect.objectContaining({
        code: "readOnly",
        message: expect.stringMatching(/older version 2.*once for writing/),
      }),
    );
  });
});

describe("the connection", () => {
  it("has the page size, journal, lock and durability that were asked for", () => {
    for (const [durability, synchronous] of [
      ["normal", 1],
      ["full", 2],
    ] as const) {
      const options = optionsFor(newPath(), { durability });
      const connection = openConnection(options);
      const setting = (name: string) => connection.prepare(`pragma ${name}`).first()?.[0];
      expect(["page_size", "journal_mode", "locking_mode", "synchronous"].map(setting)).toEqual([
        8192,
        "wal",
        "exclusive",
        synchronous,
      ]);
      closeConnection(connection, options);
    }
  });

  it("seals the skip tokens of a new database with the randomness it is given", () => {
    const options = optionsFor(newPath(), { randomBytes: (size) => new Uint8Array(size).fill(7) });
    const connection = openConnection(options);
    expect(connection.scalar("value", "from meta where name = 'skipTokenKey'")).toEqual(new Uint8Array(32).fill(7));
    closeConnection(connection, options);
  });
});
