import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { build, idOf, newestIds, orderByTime, readPages, timeAt } from "../summaries.js";
import type { OpenFresh } from "./open-fresh.js";

export function describePages(open: OpenFresh): void {
  describe("pages", () => {
    const three = () => [
      build("old", { activityDateTime: timeAt(1) }),
      build("new", { activityDateTime: timeAt(3) }),
      build("middle", { activityDateTime: timeAt(2) }),
    ];

    it("come newest first, or as the query orders", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany(three());
      expect(await readPages(tenant, { orderby: [], top: 9 })).toEqual([["new", "middle", "old"]]);
      expect(await readPages(tenant, { orderby: orderByTime(true), top: 9 })).toEqual([["new", "middle", "old"]]);
      expect(await readPages(tenant, { orderby: orderByTime(false), top: 9 })).toEqual([["old", "middle", "new"]]);
    });

    it("order by the instant, not by its text", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const times = {
        first: "2026-03-02T10:00:00+02:00",
        second: "2026-03-02T08:00:00.000000000001Z",
        third: "2026-03-02T08:00:00.9Z",
        fourth: "2026-03-02T08:00:01Z",
        fifth: "2026-03-02T05:00:00-05:00",
      };
      await tenant.insertMany(Object.entries(times).map(([id, activityDateTime]) => build(id, { activityDateTime })));
      expect(await readPages(tenant, { orderby: orderByTime(false), top: 2 })).toEqual([
        ["first", "second"],
        ["third", "fourth"],
        ["fifth"],
      ]);
    });

    it("break ties by id, in the direction of the order", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany(["b", "c", "a"].map((id) => build(id)));
      expect(await readPages(tenant, { orderby: orderByTime(false), top: 9 })).toEqual([["a", "b", "c"]]);
      expect(await readPages(tenant, { orderby: [], top: 9 })).toEqual([["c", "b", "a"]]);
    });

    it("end without a token, also when the last one is full", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany(Array.from({ length: 12 }, (_, index) => build(`a${index}`)));
      const lengths = async (top: number) => (await readPages(tenant, { orderby: [], top })).map((page) => page.length);
      expect([await lengths(5), await lengths(6), await lengths(12), await lengths(2_147_483_647)]).toEqual([
        [5, 5, 2],
        [6, 6],
        [12],
        [12],
      ]);
    });

    it("are empty, with no next one, for top 0 and for nothing stored", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      expect(await tenant.list({ orderby: [], top: 5 }, "beta")).toEqual({ summaries: [], skipToken: undefined });
      await tenant.insert(build("a"));
      expect(await tenant.list({ orderby: [], top: 0 }, "beta")).toEqual({ summaries: [], skipToken: undefined });
    });

    it("may differ in size under one token", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany(["a", "b", "c", "d"].map((id) => build(id)));
      const first = await tenant.list({ orderby: [], top: 1 }, "beta");
      const rest = await tenant.list({ orderby: [], top: 9, skipToken: first.skipToken }, "beta");
      expect([first, rest].map(({ summaries }) => summaries.map(idOf))).toEqual([["d"], ["c", "b", "a"]]);
    });

    it("go on behind a row that is gone or moved", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany(["a", "b", "c", "d"].map((id) => build(id)));
      const { skipToken } = await tenant.list({ orderby: [], top: 2 }, "beta");
      await tenant.delete("c");
      const next = await tenant.list({ orderby: [], top: 9, skipToken }, "beta");
      expect(next.summaries.map(idOf)).toEqual(["b", "a"]);
    });

    const second = fc.integer({ min: 0, max: 3 });
    const step = fc.record({
      insert: fc.array(second, { maxLength: 3 }),
      remove: fc.nat(),
      top: fc.integer({ min: 1, max: 4 }),
    });

    it("yield every row once that was there throughout, in order, with many ties and writes in between", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(second, { maxLength: 25 }),
          fc.array(step),
          fc.boolean(),
          async (seconds, steps, descending) => {
            await using store = await open();
            const tenant = store.forTenant("contoso");
            const times = new Map<string, number>();
            const insert = async (time: number) => {
              // Ids whose order is not the order of insertion.
              const id = `${(times.size * 7) % 31}-${times.size}`;
              times.set(id, time);
              await tenant.insert(build(id, { activityDateTime: timeAt(time) }));
            };
            for (const time of seconds) await insert(time);
            const throughout = new Set(times.keys());

            const read: string[] = [];
            let skipToken: string | undefined;
            for (let page = 0; ; page += 1) {
              const { insert: inserts, remove, top } = steps[page] ?? { insert: [], remove: 0, top: 2 };
              const answer = await tenant.list({ orderby: orderByTime(descending), top, skipToken }, "beta");
              read.push(...answer.summaries.map(idOf));
              skipToken = answer.skipToken;
              if (skipToken === undefined) break;
              if (page > 1_000) throw new Error("The pages do not end.");
              for (const time of inserts) await insert(time);
              const victim = steps[page] && [...times.keys()][remove % (2 * times.size)];
              if (victim !== undefined && (await tenant.get(victim, "beta"))) {
                await tenant.delete(victim);
                throughout.delete(victim);
              }
            }

            expect(new Set(read).size).toBe(read.length);
            expect([...throughout].filter((id) => !read.includes(id))).toEqual([]);
            const compare = (a: string, b: string) => (times.get(a) ?? 0) - (times.get(b) ?? 0) || (a < b ? -1 : 1);
            expect(read).toEqual([...read].sort((a, b) => (descending ? compare(b, a) : compare(a, b))));
          },
        ),
        { numRuns: 30 },
      );
    });

    it("are not moved by reading them", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany(three());
      const [once, again] = [await newestIds(tenant), await newestIds(tenant)];
      expect(again).toEqual(once);
    });
  });
}
