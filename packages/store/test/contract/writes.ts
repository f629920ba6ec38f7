import { describe, expect, it } from "vitest";
import { build, membersOf, newestIds, textOf, timeAt } from "../summaries.js";
import type { OpenFresh } from "./open-fresh.js";

const codes = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.map((result) => (result.status === "fulfilled" ? "ok" : (result.reason.code ?? result.reason.message)));

export function describeWrites(open: OpenFresh): void {
  describe("writes", () => {
    it("refuse a second summary under one id and keep the first", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const first = build("a", { changeId: "first" });
      await tenant.insert(first);
      await expect(tenant.insert(build("a", { changeId: "second" }))).rejects.toMatchObject({ code: "duplicateId" });
      expect(textOf(await tenant.get("a", "beta"))).toBe(membersOf(first, "beta"));
    });

    it("refuse to change or delete what is not stored", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await expect(tenant.update("a", (current) => current)).rejects.toMatchObject({ code: "notFound" });
      await expect(tenant.update("a", (current) => current, { ifMatch: "*" })).rejects.toMatchObject({
        code: "notFound",
      });
      await expect(tenant.delete("a")).rejects.toMatchObject({ code: "notFound" });
    });

    it("hand the stored summary to the change function", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const summary = build("a", { changeId: "łukasz" });
      await tenant.insert(summary);
      let seen: unknown;
      await tenant.update("a", (current) => {
        seen = structuredClone(current);
        return current;
      });
      expect(seen).toEqual(summary);
    });

    it("change nothing when the change function throws, and reject with what it threw", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const { etag } = await tenant.insert(build("a"));
      const reason = new RangeError("no");
      const update = tenant.update("a", () => {
        throw reason;
      });
      await expect(update).rejects.toBe(reason);
      expect((await tenant.get("a", "beta"))?.etag).toBe(etag);
    });

    it("refuse a change of the id", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insert(build("a"));
      await expect(tenant.update("a", (current) => ({ ...current, id: "b" }))).rejects.toThrow(TypeError);
      expect(await newestIds(tenant)).toEqual(["a"]);
    });

    it("refuse a change function that calls the store", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insert(build("a"));
      const inner: Promise<unknown>[] = [];
      await tenant.update("a", (current) => {
        inner.push(tenant.get("a", "beta"), tenant.delete("a"), store.close());
        return current;
      });
      expect(codes(await Promise.allSettled(inner))).toEqual(
        Array(3).fill(expect.stringContaining("may not call the store")),
      );
      expect(await newestIds(tenant)).toEqual(["a"]);
    });

    it("refuse a time that is none, or that no DateTimeOffset can hold", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await expect(tenant.insert(build("a", { activityDateTime: "yesterday" }))).rejects.toMatchObject({
        code: "badDateTimeOffset",
      });
      await expect(tenant.insert(build("a", { activityDateTime: "0001-01-01T00:00:00+01:00" }))).rejects.toMatchObject({
        code: "dateTimeOutOfRange",
      });
      expect(await tenant.count()).toBe(0);
    });

    it("asked for together do not undo each other when some are refused", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany([build("a"), build("b"), build("c")]);
      const results = await Promise.allSettled([
        tenant.insert(build("d")),
        tenant.insert(build("a")),
        tenant.update("missing", (current) => current),
        tenant.update("a", () => {
          throw new Error("thrown");
        }),
        tenant.update("b", (current) => ({ ...current, changeId: "changed" })),
        tenant.delete("c", { ifMatch: ["stale"] }),
        tenant.insert(build("d")),
        tenant.delete("c"),
        tenant.insert(build("e")),
      ]);
      expect(codes(results)).toEqual([
        "ok",
        "duplicateId",
        "notFound",
        "thrown",
        "ok",
        "etagMismatch",
        "duplicateId",
        "ok",
        "ok",
      ]);
      expect((await newestIds(tenant)).sort()).toEqual(["a", "b", "d", "e"]);
      expect(textOf(await tenant.get("b", "beta"))).toBe(membersOf(build("b", { changeId: "changed" }), "beta"));
    });

    it("asked for together on one id see each other in the order of asking", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const append = (letter: string) =>
        tenant.update("a", (current) => ({ ...current, changeId: `${current.changeId ?? ""}${letter}` }));
      const results = await Promise.allSettled([
        append("x"),
        tenant.insert(build("a", { changeId: "0" })),
        append("1"),
        append("2"),
        tenant.delete("a"),
        append("y"),
        tenant.insert(build("a", { changeId: "3" })),
        append("4"),
      ]);
      expect(codes(results)).toEqual(["notFound", "ok", "ok", "ok", "ok", "notFound", "ok", "ok"]);
      expect(textOf(await tenant.get("a", "beta"))).toBe(membersOf(build("a", { changeId: "34" }), "beta"));
      expect(await newestIds(tenant)).toEqual(["a"]);
    });

    it("are seen by every read that begins after they were answered", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      for (let round = 0; round < 20; round += 1) {
        const changed = build("a", { changeId: `round ${round}` });
        if (round === 0) await tenant.insert(changed);
        else await tenant.update("a", () => changed);
        expect(textOf(await tenant.get("a", "beta"))).toBe(membersOf(changed, "beta"));
      }
    });

    it("move a summary to its new time", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany([
        build("a", { activityDateTime: timeAt(1) }),
        build("b", { activityDateTime: timeAt(2) }),
      ]);
      await tenant.update("a", (current) => ({ ...current, activityDateTime: timeAt(3) }));
      expect(await newestIds(tenant)).toEqual(["a", "b"]);
      await tenant.update("a", (current) => ({ ...current, activityDateTime: timeAt(1) }));
      expect(await newestIds(tenant)).toEqual(["b", "a"]);
    });
  });

  describe("insertMany", () => {
    function* many(count: number) {
      for (let index = 0; index < count; index += 1)
        yield build(`m${index}`, { activityDateTime: timeAt(index % 3_600) });
    }

    it("takes any iterable and tells how many it stored", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      expect([await tenant.insertMany([]), await tenant.insertMany(many(1_234))]).toEqual([0, 1_234]);
      expect(await tenant.count()).toBe(1_234);
      expect(textOf(await tenant.get("m999", "v1"))).toBe(
        membersOf(build("m999", { activityDateTime: timeAt(999) }), "v1"),
      );
    });

    it("leaves the transactions before a refused row, and nothing of its own", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const kept = build("m1400", { changeId: "kept" });
      await tenant.insert(kept);
      await expect(tenant.insertMany(many(2_000))).rejects.toMatchObject({ code: "duplicateId" });
      const inserted = (await tenant.count()) - 1;
      expect(inserted).toBeGreaterThanOrEqual(500);
      expect(inserted).toBeLessThan(1_400);
      // Reads by id agree with the count: nothing of the undone transaction is answered from memory.
      for (const index of [0, inserted - 1, inserted, 1_399, 1_401, 1_999]) {
        expect((await tenant.get(`m${index}`, "beta")) !== undefined).toBe(index < inserted);
      }
      expect(textOf(await tenant.get("m1400", "beta"))).toBe(membersOf(kept, "beta"));
    });

    it("passes on what the iterable throws", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const reason = new Error("source failed");
      const failing = (function* () {
        yield* many(10);
        throw reason;
      })();
      await expect(tenant.insertMany(failing)).rejects.toBe(reason);
      await tenant.insert(build("after"));
      expect(await newestIds(tenant)).toContain("after");
    });

    it("lets other work go on in between", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      let running = true;
      const counts: number[] = [];
      const filling = tenant.insertMany(many(3_000)).finally(() => {
        running = false;
      });
      while (running) {
        counts.push(await tenant.count());
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect(await filling).toBe(3_000);
      expect(new Set(counts).size).toBeGreaterThan(3);
    });
  });
}
