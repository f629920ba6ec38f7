import { describe, expect, it } from "vitest";
import { createPostgresDatabase, startPostgresServer } from "../../../vitest.postgres.js";
import { openStore, StoreError, type SummaryStore } from "../src/index.js";
import { openPostgresStore } from "../src/postgres/postgres-store.js";
import { ask, hold } from "./postgres/ask.js";
import { poll } from "./postgres/poll.js";
import { startProxy } from "./postgres/proxy.js";
import { filterOf } from "./query-data.js";
import { build, newestIds } from "./summaries.js";

const isHere = (await createPostgresDatabase()) !== undefined;

describe.skipIf(!isHere)("a PostgreSQL connection", () => {
  const ownSessions = "from pg_stat_activity where application_name = 'provlog' and datname = current_database()";

  /** Ids that one insert after the other has acknowledged, until one is refused. */
  async function insertUntilRefused(store: SummaryStore, prefix: string, acknowledged: string[]): Promise<unknown> {
    for (let index = 0; ; index += 1) {
      const id = `${prefix}-${index}`;
      try {
        await store.forTenant("contoso").insert(build(id));
        acknowledged.push(id);
      } catch (error) {
        return error;
      }
    }
  }

  const findOnceReachable = (store: SummaryStore): Promise<string[]> =>
    poll(() =>
      newestIds(store.forTenant("contoso")).catch((error) => {
        if (StoreError.isInstance(error) && error.code === "unavailable") return undefined;
        throw error;
      }),
    );

  it("that the server ends while it is idle is replaced, and ends no process", async () => {
    const url = String(await createPostgresDatabase());
    await using store = await openStore(url);
    await store.forTenant("contoso").insert(build("a"));
    for (let round = 0; round < 3; round += 1) {
      await ask(url, `select pg_terminate_backend(pid) ${ownSessions}`);
      expect(await findOnceReachable(store)).toEqual(["a"]);
    }
  });

  it("that the server ends under a write makes it unavailable, and nothing else", async () => {
    const url = String(await createPostgresDatabase());
    await using store = await openStore(url);
    const lock = await hold(url, "lock table summary in access exclusive mode");
    const write = expect(store.forTenant("contoso").insert(build("a"))).rejects.toMatchObject({ code: "unavailable" });
    await poll(async () => {
      const [waiting] = await ask(url, `select pid ${ownSessions} and wait_event_type = 'Lock'`);
      return waiting;
    });
    await ask(url, `select pg_terminate_backend(pid) ${ownSessions}`);
    await write;
    await lock.release();
    expect(await findOnceReachable(store)).toEqual([]);
    await store.forTenant("contoso").insert(build("a"));
    expect(await store.forTenant("contoso").count()).toBe(1);
  });

  it("that is cut under many writers loses nothing acknowledged, and heals", async () => {
    const serverUrl = String(await createPostgresDatabase());
    await using proxy = await startProxy(serverUrl);
    await using store = await openStore(proxy.url);
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const start = acknowledged.length;
      const writers = [0, 1, 2, 3, 4, 5].map((writer) => insertUntilRefused(store, `${round}-${writer}`, acknowledged));
      await poll(async () => (acknowledged.length >= start + 30 ? true : undefined));
      proxy.cut();
      for (const error of await Promise.all(writers)) expect(error).toMatchObject({ code: "unavailable" });
      await expect(store.forTenant("contoso").count()).rejects.toMatchObject({ code: "unavailable" });
      proxy.mend();
      const found = new Set(await findOnceReachable(store));
      expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
    }
  });

  it("that is cut under a bulk load undoes the transaction under way and keeps those before", async () => {
    const serverUrl = String(await createPostgresDatabase());
    await using proxy = await startProxy(serverUrl);
    await using store = await openStore(proxy.url);
    const tenant = store.forTenant("contoso");
    const load = function* () {
      for (let index = 0; index < 5_000; index += 1) {
        if (index === 1_700) proxy.cut();
        yield build(`m${index}`);
      }
    };
    await expect(tenant.insertMany(load())).rejects.toMatchObject({ code: "unavailable" });
    proxy.mend();
    const found = await poll(() => tenant.count().catch(() => undefined));
    expect(found).toBe(1_500);
  });

  it("goes on when the server refuses a bulk load whose rest is still on its way", async () => {
    await using store = await openStore(String(await createPostgresDatabase()));
    const tenant = store.forTenant("contoso");
    await tenant.insert(build("m0"));
    // Not repetitive and larger than any buffer between here and the server.
    const noise = Array.from({ length: 3_000 }, (_, index) => ((index * index * 7_919) % 46_656).toString(36)).join("");
    const load = Array.from({ length: 499 }, (_, index) => build(`m${index}`, { changeId: `${index}${noise}` }));
    for (let round = 0; round < 5; round += 1) {
      await expect(tenant.insertMany(load)).rejects.toMatchObject({ code: "duplicateId" });
      expect(await tenant.count()).toBe(1);
    }
    expect(await tenant.insertMany(load.slice(1))).toBe(498);
  });

  it("that cannot be had, since the server takes no more, is unavailable", async () => {
    const url = new URL(String(await createPostgresDatabase()));
    await using store = await openStore(url.href);
    const role = `crowd_${url.pathname.slice(1)}`;
    await ask(url.href, `create role ${role} login password 'crowd' connection limit 0`);
    url.username = role;
    url.password = "crowd";
    await expect(openStore(url.href)).rejects.toMatchObject({ code: "unavailable" });
    expect(await store.forTenant("contoso").count()).toBe(0);
  });

  it("gives up a search that takes too long, and goes on", async () => {
    const url = String(await createPostgresDatabase());
    const options = { url, readOnly: false, randomBytes: (size: number) => new Uint8Array(size), onNotice: () => {} };
    await using store = await openPostgresStore({ ...options, statementTimeout: 300 });
    const lock = await hold(url, "lock table summary in access exclusive mode");
    await expect(store.forTenant("contoso").count()).rejects.toMatchObject({ code: "timeout" });
    await lock.release();
    expect(
      await poll(() =>
        store
          .forTenant("contoso")
          .count()
          .catch(() => undefined),
      ),
    ).toBe(0);
  });

  it("answers reads and writes while searches through every document wait for each other", async () => {
    await using store = await openStore(String(await createPostgresDatabase()));
    const tenant = store.forTenant("contoso");
    await tenant.insertMany(Array.from({ length: 3_000 }, (_, index) => build(`a${index}`)));
    let searching = 40;
    const filter = filterOf("endswith(tolower(changeId),'nowhere') or contains(tolower(jobId),'nowhere')");
    const searches = Array.from({ length: searching }, async () => {
      expect(await tenant.count(filter)).toBe(0);
      searching -= 1;
    });
    await tenant.insert(build("b"));
    expect(await tenant.get("b", "beta")).toBeDefined();
    expect((await tenant.list({ orderby: [], top: 5 }, "beta")).summaries).toHaveLength(5);
    // With ten connections and no order of precedence, thirty-one searches would have ended before the insert began.
    expect(searching).toBeGreaterThan(9);
    await Promise.all(searches);
  });

  it("is given back by close while a search goes on, which is told", async () => {
    const url = String(await createPostgresDatabase());
    const store = await openStore(url);
    const lock = await hold(url, "lock table summary in access exclusive mode");
    const filter = filterOf("durationInMilliseconds ne 7");
    const searches = Array.from({ length: 8 }, () =>
      expect(store.forTenant("contoso").count(filter)).rejects.toMatchObject({ code: "closed" }),
    );
    await poll(async () => {
      const [waiting] = await ask(url, `select pid ${ownSessions} and wait_event_type = 'Lock'`);
      return waiting;
    });
    await store.close();
    await Promise.all(searches);
    await lock.release();
  });

  it("serves a burst of many more writes than it has connections", async () => {
    await using store = await openStore(String(await createPostgresDatabase()));
    const tenant = store.forTenant("contoso");
    await Promise.all(Array.from({ length: 2_000 }, (_, index) => tenant.insert(build(`a${index}`))));
    expect(await tenant.count()).toBe(2_000);
  });

  it("comes back when the server was stopped and started again, with all that was acknowledged", async ({ skip }) => {
    const server = await startPostgresServer();
    if (server === undefined) return skip("no server of its own can run here");
    await using _ = server;
    const url = await server.createDatabase();
    await using store = await openStore(url);
    const acknowledged: string[] = [];
    const writer = insertUntilRefused(store, "a", acknowledged);
    await poll(async () => (acknowledged.length >= 20 ? true : undefined));
    await server.stop();
    expect(await writer).toMatchObject({ code: "unavailable" });
    await expect(store.forTenant("contoso").get("a-0", "beta")).rejects.toMatchObject({ code: "unavailable" });
    const refused = await openStore(url).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "unavailable" });
    expect(String(refused)).not.toContain(new URL(url).password);
    await server.start();
    const found = new Set(await findOnceReachable(store));
    expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
    await poll(() =>
      store
        .forTenant("contoso")
        .insert(build("after"))
        .catch(() => undefined),
    );
  });
});
