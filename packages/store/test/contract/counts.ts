import { describe, expect, it } from "vitest";
import { buildVaried, filterOf, idsFor, orderOf } from "../query-data.js";
import { build, idOf } from "../summaries.js";
import type { OpenFresh } from "./open-fresh.js";

const filters = [
  "provisioningStatusInfo/status eq 'failure'",
  "contains(sourceIdentity/displayName,'Love')",
  "durationInMilliseconds eq 7",
  "jobId eq 'job.1' and durationInMilliseconds ne 7",
  "activityDateTime lt 2026-03-02T08:00:05Z",
  "id eq 'nothing'",
];

export function describeCounts(open: OpenFresh): void {
  describe("counts", () => {
    it("are those of the tenant's summaries that pass", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const summaries = buildVaried(60);
      await tenant.insertMany(summaries);
      await store.forTenant("fabrikam").insertMany(buildVaried(20));
      expect(await tenant.count()).toBe(60);
      for (const text of filters) {
        const filter = filterOf(text);
        expect([text, await tenant.count(filter)]).toEqual([text, idsFor(summaries, { filter, orderby: [] }).length]);
      }
    });

    it("come with every page that asks for them, whatever it holds", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const summaries = buildVaried(60);
      await tenant.insertMany(summaries);
      const filter = filterOf("jobId eq 'job.1'");
      const total = idsFor(summaries, { filter, orderby: [] }).length;
      const query = { filter, orderby: [], count: true };
      const first = await tenant.list({ ...query, top: 3 }, "beta");
      const next = await tenant.list({ ...query, top: 3, skipToken: first.skipToken }, "beta");
      const empty = await tenant.list({ ...query, top: 0 }, "beta");
      const skipped = await tenant.list({ ...query, top: 3, skip: 5 }, "beta");
      expect([first.count, next.count, empty.count, skipped.count]).toEqual([total, total, total, total]);
      expect(empty).toEqual({ summaries: [], skipToken: undefined, count: total });
      expect(await tenant.list({ orderby: [], top: 1, count: false }, "beta")).not.toHaveProperty("count");
    });
  });

  describe("skip", () => {
    it("leaves out the first, once, on the first page", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const summaries = buildVaried(60);
      await tenant.insertMany(summaries);
      for (const filter of [undefined, ...filters.map(filterOf)]) {
        for (const order of ["activityDateTime desc", "activityDateTime asc", "jobId desc,durationInMilliseconds"]) {
          const orderby = orderOf(order);
          const expected = idsFor(summaries, { filter, orderby });
          const read: string[] = [];
          let skipToken: string | undefined;
          do {
            const page = await tenant.list({ filter, orderby, top: 4, skip: 7, skipToken }, "beta");
            read.push(...page.summaries.map(idOf));
            skipToken = page.skipToken;
          } while (skipToken !== undefined);
          expect([order, ...read]).toEqual([order, ...expected.slice(7)]);
        }
      }
    });

    it("beyond the last gives an empty page without a next one", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany([build("a"), build("b")]);
      for (const skip of [2, 9, 2_147_483_647]) {
        const page = await tenant.list({ orderby: [], top: 5, skip }, "beta");
        expect(page).toEqual({ summaries: [], skipToken: undefined });
      }
    });
  });
}
