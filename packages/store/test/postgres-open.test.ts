import { describe, expect, it } from "vitest";
import { createPostgresDatabase } from "../../../vitest.postgres.js";
import { type OpenStoreOptions, openStore } from "../src/index.js";
import { openPostgresStore } from "../src/postgres/postgres-store.js";
import { steps } from "../src/postgres/schema.js";
import { ask } from "./postgres/ask.js";
import { build, newestIds, readPages } from "./summaries.js";

const isHere = (await createPostgresDatabase()) !== undefined;
const newUrl = async () => String(await createPostgresDatabase());

it("refuses an address that cannot be read without showing it", async () => {
  const refused = await openStore("postgres://user:sec/ret@host:port/x").catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "unsupportedUrl" });
  expect(String(refused)).not.toMatch(/sec|ret@/);
});

it("says that no server answers, without the password", async () => {
  const refused = await openStore("postgres://user:secret@127.0.0.1:1/x").catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "unavailable", message: expect.stringContaining("127.0.0.1:1") });
  expect(String(refused)).not.toContain("secret");
});

describe.skipIf(!isHere)("opening a PostgreSQL database", () => {
  const tablesOf = (url: string) =>
    ask(url, "select relname::text from pg_class where relnamespace = 'public'::regnamespace order by 1");

  it("works for many at once, also for the first time, and they share everything", async () => {
    const url = await newUrl();
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(url)));
    const written = await Promise.all(
      stores.flatMap((store, index) =>
        [0, 1, 2].map((row) => store.forTenant("contoso").insert(build(`${index}-${row}`))),
      ),
    );
    expect(new Set(written.map(({ etag }) => etag)).size).toBe(18);
    for (const store of stores) {
      expect(store.shared).toBe(true);
      expect(await store.forTenant("contoso").count()).toBe(18);
    }
    const [one, other] = stores;
    const first = await one?.forTenant("contoso").list({ orderby: [], top: 5 }, "beta");
    const second = await other
      ?.forTenant("contoso")
      .list({ orderby: [], top: 50, skipToken: first?.skipToken }, "beta");
    expect(second?.summaries).toHaveLength(13);
    for (const store of stores) await store.close();
  });

  it("lets one of two stores win that change the same summary", async () => {
    const url = await newUrl();
    await using one = await openStore(url);
    await using other = await openStore(url);
    await one.forTenant("contoso").insert(build("a", { durationInMilliseconds: 0 }));
    const increment = (store: typeof one) =>
      store.forTenant("contoso").update("a", (current) => ({
        ...current,
        durationInMilliseconds: (current.durationInMilliseconds ?? 0) + 1,
      }));
    await Promise.all(Array.from({ length: 40 }, (_, index) => increment(index % 2 === 0 ? one : other)));
    const stored = await one.forTenant("contoso").get("a", "beta");
    expect(Buffer.from(stored?.members ?? []).toString()).toContain('"durationInMilliseconds":40');
  });

  it("leaves another program's database as it was", async () => {
    for (const sql of [
      "create table customers (id int)",
      "create table meta (name text, value text)",
      "create table meta (name int); create table summary (id int)",
      "create view summary as select 1 as one",
    ]) {
      const url = await newUrl();
      await ask(url, sql);
      const before = await tablesOf(url);
      await expect(openStore(url)).rejects.toMatchObject({ code: "corrupt" });
      expect(await tablesOf(url)).toEqual(before);
    }
  });

  it("shares a database with another program when it has a schema of its own", async () => {
    const url = await newUrl();
    await ask(url, "create table customers (id int); create schema log");
    const own = `${url}?options=-csearch_path%3Dlog`;
    await using store = await openStore(own);
    await store.forTenant("contoso").insert(build("a"));
    expect((await tablesOf(url)).filter(({ relname }) => relname !== "customers")).toEqual([]);
    await expect(openStore(`${url}?options=-csearch_path%3Dmissing`)).rejects.toMatchObject({ code: "cannotOpen" });
  });

  it("refuses what it may not or cannot use, in words that help", async () => {
    const url = new URL(await newUrl());
    const missing = new URL(url);
    missing.pathname = "/missing";
    await expect(openStore(missing.href)).rejects.toMatchObject({ code: "cannotOpen" });
    const wrong = new URL(url);
    wrong.password = "wrong-password";
    const refused = await openStore(wrong.href).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "cannotOpen" });
    expect(String(refused)).not.toContain("wrong-password");
    const latin = `latin_${url.pathname.slice(1)}`;
    await ask(
      url.href,
      `create database ${latin} template template0 encoding 'LATIN1' locale 'C' locale_provider libc`,
    );
    missing.pathname = `/${latin}`;
    await expect(openStore(missing.href)).rejects.toMatchObject({
      code: "cannotOpen",
      message: expect.stringContaining("LATIN1"),
    });
    await ask(url.href, `drop database ${latin} with (force)`);
  });

  it("refuses a newer format and leaves it as it was", async () => {
    const url = await newUrl();
    await (await openStore(url)).close();
    await ask(url, "update meta set value = '99' where name = 'version'");
    await expect(openStore(url)).rejects.toMatchObject({ code: "newerVersion" });
    expect(await ask(url, "select value from meta where name = 'version'")).toEqual([{ value: "99" }]);
  });

  it("brings an older format up to date once, however many open it at once, and keeps what is stored", async () => {
    const url = await newUrl();
    {
      await using store = await openStore(url);
      await store.forTenant("contoso").insert(build("a"));
    }
    const options = { url, readOnly: false, randomBytes: Buffer.alloc, onNotice: () => {}, statementTimeout: 60_000 };
    const next = { version: 2, statements: ["create table once (id int)"] };
    const stores = await Promise.all(
      [1, 2, 3, 4].map(() => openPostgresStore({ ...options, steps: [...steps, next] })),
    );
    for (const store of stores) {
      expect(await newestIds(store.forTenant("contoso"))).toEqual(["a"]);
      await store.close();
    }
    const broken = { version: 3, statements: ["create table twice (id int)", "select 1 / 0"] };
    await expect(openPostgresStore({ ...options, steps: [...steps, next, broken] })).rejects.toThrow();
    expect((await tablesOf(url)).filter(({ relname }) => relname === "twice")).toEqual([]);
    expect(await ask(url, "select value from meta where name = 'version'")).toEqual([{ value: "2" }]);
  });

  it("for reading refuses writes and an empty database, and changes nothing", async () => {
    const url = await newUrl();
    const before = await tablesOf(url);
    await expect(openStore(url, { readOnly: true })).rejects.toMatchObject({ code: "readOnly" });
    expect(await tablesOf(url)).toEqual(before);
    await using writer = await openStore(url);
    await writer.forTenant("contoso").insert(build("a"));
    await using reader = await openStore(url, { readOnly: true });
    expect(await newestIds(reader.forTenant("contoso"))).toEqual(["a"]);
    for (const write of [
      reader.forTenant("contoso").insert(build("b")),
      reader.forTenant("contoso").insertMany([]),
      reader.forTenant("contoso").clear(),
    ]) {
      await expect(write).rejects.toMatchObject({ code: "readOnly" });
    }
  });

  it("does without the extension for names where it may not create it, and says so once", async () => {
    const url = new URL(await newUrl());
    const role = `modest_${url.pathname.slice(1)}`;
    await ask(url.href, "drop extension if exists pg_trgm; drop extension if exists btree_gin");
    await ask(url.href, `create role ${role} login password 'modest'; grant all on schema public to ${role}`);
    url.username = role;
    url.password = "modest";
    const notices: string[] = [];
    const options: OpenStoreOptions = { onNotice: (notice) => notices.push(notice) };
    await using store = await openStore(url.href, options);
    await (await openStore(url.href, options)).close();
    expect(notices).toEqual([expect.stringContaining("create extension pg_trgm")]);
    await store.forTenant("contoso").insertMany([build("a"), build("b")]);
    expect(await readPages(store.forTenant("contoso"), { orderby: [], top: 1 })).toEqual([["b"], ["a"]]);
  });

  it("keeps ids, tenants and properties apart that are too long for an index", async () => {
    await using store = await openStore(await newUrl());
    // Not repetitive: an index entry of repeated text would be compressed.
    const noise = Array.from({ length: 4_000 }, (_, index) => ((index * index * 7_919) % 46_656).toString(36)).join("");
    for (const tenant of [noise, `${noise}x`]) {
      await store.forTenant(tenant).insert(build(noise, { jobId: noise, changeId: `${noise}漢` }));
      await store.forTenant(tenant).insert(build(`${noise}y`));
      expect((await newestIds(store.forTenant(tenant))).sort()).toEqual([noise, `${noise}y`]);
    }
  });
});
