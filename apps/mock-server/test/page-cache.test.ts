import { buildProvisioningObjectSummary } from "@org/models/fixtures";
import { openStore } from "@org/store";
import { describe, expect, it } from "vitest";
import { countWrites } from "../src/count-writes.js";
import { PageCache } from "../src/page-cache.js";
import { whole } from "./bodies.js";
import { call, contractPath, createTestServer } from "./call.js";

describe("PageCache", () => {
  it("keeps a page from the second time on, while nothing is written", () => {
    const cache = new PageCache();
    const page = Buffer.from("page");
    expect(cache.find("key", 1)).toBeUndefined();
    cache.offer("key", 1, page);
    expect(cache.find("key", 1)).toBeUndefined();
    cache.offer("key", 1, page);
    page.fill("x"); // the buffer it was made in is lent to somebody else
    expect(cache.find("key", 1)?.toString()).toBe("page");
    expect(cache.find("other", 1)).toBeUndefined();
    expect(cache.find("key", 2)).toBeUndefined();
    expect(cache.find("key", 1)).toBeUndefined();
  });

  it("takes no page that was read before a write", () => {
    const cache = new PageCache();
    cache.find("key", 1);
    cache.offer("key", 1, Buffer.from("page"));
    cache.find("key", 2);
    cache.offer("key", 1, Buffer.from("page"));
    cache.offer("key", 1, Buffer.from("page"));
    expect(cache.find("key", 2)).toBeUndefined();
  });

  it("holds 32 MiB at most", () => {
    const cache = new PageCache();
    const page = Buffer.alloc(20_000_000);
    cache.find("a", 1);
    for (const key of ["a", "a", "b", "b"]) cache.offer(key, 1, page);
    // Making room forgets what was seen, too.
    expect([cache.find("a", 1) === undefined, cache.find("b", 1) === undefined]).toEqual([true, false]);
  });
});

describe("countWrites", () => {
  it("counts every write before it is acknowledged, refused ones too, and no read", async () => {
    const { store, writes } = countWrites(await openStore());
    const tenant = store.forTenant("contoso");
    const summary = buildProvisioningObjectSummary({ id: "a" });
    await tenant.get("a", "beta");
    await tenant.list({ orderby: [], top: 1 }, "v1");
    await tenant.count();
    expect(writes()).toBe(0);
    await tenant.insert(summary);
    await tenant.insertMany([buildProvisioningObjectSummary({ id: "b" })]);
    await tenant.update("a", (current) => current);
    await tenant.delete("a");
    await tenant.clear();
    expect(writes()).toBe(5);
    await expect(tenant.delete("a")).rejects.toMatchObject({ code: "notFound" });
    expect(writes()).toBe(6);
    await store.close();
  });
});

describe("a list asked for again and again", () => {
  it("shows every write at once, whoever asks", async () => {
    await using server = await createTestServer();
    const path = `${contractPath}?$top=2`;
    const read = async () => (await call(server, "GET", path)).json<{ value: { id: string; jobId: string }[] }>().value;
    for (let index = 0; index < 5; index += 1) {
      await call(server, "POST", contractPath, { body: { ...whole, id: `event-${index}` } });
      for (let again = 0; again < 3; again += 1) expect((await read())[0]?.id).toBe(`event-${index}`);
    }
    await call(server, "PATCH", `${contractPath}/event-4`, { body: { jobId: "changed" } });
    expect((await read())[0]?.jobId).toBe("changed");
    await call(server, "DELETE", `${contractPath}/event-4`);
    expect((await read())[0]?.id).toBe("event-3");
    await server.reset();
    expect(await read()).toEqual([]);
  });

  it("is each caller's own: tenant, host, form and options", async () => {
    await using server = await createTestServer();
    await call(server, "POST", contractPath, { body: { ...whole, id: "mine" } });
    const tid = Buffer.from('{"tid":"fabrikam"}').toString("base64url");
    const variants = [
      {},
      { token: `e30.${tid}.` },
      { headers: { host: "other.test" } },
      { headers: { accept: "application/json;odata.metadata=none" } },
    ];
    const bodies = async () =>
      Promise.all(variants.map(async (variant) => (await call(server, "GET", contractPath, variant)).body));
    const first = await bodies();
    for (let again = 0; again < 3; again += 1) expect(await bodies()).toEqual(first);
    expect(new Set(first).size).toBe(variants.length);
  });
});
