import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openStore } from "../src/index.js";
import { type Migration, migrations } from "../src/sqlite/migrations.js";
import { type ConnectionOptions, closeConnection, openConnection } from "../src/sqlite/open-connection.js";
import { build } from "./summaries.js";
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
