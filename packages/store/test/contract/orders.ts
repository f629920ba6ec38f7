import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildVaried, filterOf, idsFor, orderOf } from "../query-data.js";
import { build, idOf, readPages } from "../summaries.js";
import type { OpenFresh } from "./open-fresh.js";

const paths = [
  "activityDateTime",
  "id",
  "jobId",
  "cycleId",
  "changeId",
  "durationInMilliseconds",
  "provisioningAction",
  "provisioningStatusInfo/status",
  "servicePrincipal/displayName",
  "sourceIdentity/id",
  "sourceIdentity/displayName",
  "targetIdentity/displayName",
];

export function describeOrders(open: OpenFresh): void {
  describe("orders", () => {
    it("put every path in its order, in both directions, with nulls lowest and ties by id", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const summaries = buildVaried(60);
      await tenant.insertMany(summaries);
      for (const path of paths) {
        for (const direction of ["asc", "desc"]) {
          const orderby = orderOf(`${path} ${direction}`);
          const pages = await readPages(tenant, { orderby, top: 11 });
          expect([path, direction, ...pages.flat()]).toEqual([path, direction, ...idsFor(summaries, { orderby })]);
        }
      }
    });

    it("take several items, each in its own direction, under any filter and page size", async () => {
      const summaries = buildVaried(60);
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany(summaries);
      const item = fc.tuple(fc.constantFrom(...paths), fc.constantFrom("asc", "desc"));
      const items = fc.uniqueArray(item, { minLength: 1, maxLength: 4, selector: ([path]) => path });
      const filters = [
        undefined,
        filterOf("provisioningStatusInfo/status eq 'failure'"),
        filterOf("contains(sourceIdentity/displayName,'Love')"),
        filterOf("durationInMilliseconds ne 7"),
      ];
      await fc.assert(
        fc.asyncProperty(
          items,
          fc.constantFrom(...filters),
          fc.integer({ min: 1, max: 70 }),
          async (chosen, filter, top) => {
            const orderby = orderOf(chosen.map(([path, direction]) => `${path} ${direction}`).join(","));
            const pages = await readPages(tenant, { filter, orderby, top });
            expect(pages.flat()).toEqual(idsFor(summaries, { filter, orderby }));
          },
        ),
        { numRuns: 25 },
      );
    });

    it("go on behind a row that is gone", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany(["a", "b", "c", "d"].map((id, index) => build(id, { jobId: `job.${index}` })));
      const query = { orderby: orderOf("jobId desc"), top: 2 };
      const { skipToken } = await tenant.list(query, "beta");
      await tenant.delete("c");
      const next = await tenant.list({ ...query, skipToken }, "beta");
      expect(next.summaries.map(idOf)).toEqual(["b", "a"]);
    });

    it("give what was there throughout once, whatever is written between pages", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const jobOf = (index: number) => `job.${String(index).padStart(2, "0")}`;
      await tenant.insertMany(Array.from({ length: 20 }, (_, index) => build(`a${index}`, { jobId: jobOf(index) })));
      const query = { orderby: orderOf("jobId"), top: 6 };
      const read: string[] = [];
      let skipToken: string | undefined;
      for (let page = 0; page === 0 || skipToken !== undefined; page += 1) {
        const answer = await tenant.list({ ...query, skipToken }, "beta");
        read.push(...answer.summaries.map(idOf));
        skipToken = answer.skipToken;
        await tenant.insert(build(`before ${page}`, { jobId: "a" }));
        await tenant.update("a1", (current) => ({ ...current, changeId: String(page) }));
        await tenant.update(`a${page}`, (current) => ({ ...current, jobId: "b" }));
      }
      expect(read).toEqual(Array.from({ length: 20 }, (_, index) => `a${index}`));
    });

    it("carry short values in the token, and find long ones again", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const longText = (index: number) => `${"x".repeat(20_000)}${index}`;
      await tenant.insertMany(
        Array.from({ length: 5 }, (_, index) => build(`a${index}`, { changeId: longText(index) })),
      );
      const query = { orderby: orderOf("changeId"), top: 2 };
      expect(await readPages(tenant, query)).toEqual([["a0", "a1"], ["a2", "a3"], ["a4"]]);
      const { skipToken } = await tenant.list(query, "beta");
      expect(skipToken?.length).toBeLessThan(1_000);

      // Only the row itself knows the value, so it has to be there and the same.
      await tenant.update("a1", (current) => ({ ...current, changeId: longText(9) }));
      await expect(tenant.list({ ...query, skipToken }, "beta")).rejects.toMatchObject({ code: "badSkipToken" });
      await tenant.update("a1", (current) => ({ ...current, changeId: longText(1) }));
      expect((await tenant.list({ ...query, skipToken }, "beta")).summaries.map(idOf)).toEqual(["a2", "a3"]);
      await tenant.delete("a1");
      await expect(tenant.list({ ...query, skipToken }, "beta")).rejects.toMatchObject({ code: "badSkipToken" });
    });
  });
}
