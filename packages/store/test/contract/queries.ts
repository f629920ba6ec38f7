import { describe, expect, it } from "vitest";
import { buildVaried, filterOf, idsFor } from "../query-data.js";
import { build, idOf, readPages, timeAt } from "../summaries.js";
import type { OpenFresh } from "./open-fresh.js";

/** One filter for each way of answering: by an index, by names, by walking, by several of them. */
const filters = [
  "provisioningStatusInfo/status eq 'failure'",
  "provisioningStatusInfo/status eq 'FAILURE'",
  "provisioningAction eq 'create'",
  "servicePrincipal/id eq 'sp1'",
  "jobId eq 'job.1'",
  "cycleId eq 'cycle''2'",
  "cycleId eq ''",
  "changeId eq 'c1'",
  "changeId eq 'c\\4'",
  `changeId eq '${"é".repeat(300)}'`,
  "sourceIdentity/id eq 's2'",
  "targetIdentity/id eq 't1'",
  "jobId eq null",
  "provisioningStatusInfo/status ne 'failure'",
  "jobId eq 'job.1' and provisioningStatusInfo/status eq 'failure'",
  "provisioningAction eq 'create' or provisioningAction eq 'delete'",
  "not (jobId eq 'job.1')",
  "contains(sourceIdentity/displayName,'Love')",
  "contains(sourceIdentity/displayName,'love')",
  "contains(sourceIdentity/displayName,'Ada')",
  "contains(sourceIdentity/displayName,'da')",
  "contains(sourceIdentity/displayName,'Ünal')",
  "contains(sourceIdentity/displayName,'小龍 教')",
  "contains(targetIdentity/displayName,'Ada L')",
  "contains(servicePrincipal/displayName,'SCIM') and provisioningStatusInfo/status eq 'success'",
  "contains(sourceIdentity/displayName,'nowhere')",
  "contains(changeId,'c')",
  "activityDateTime ge 2026-03-02T08:00:10Z",
  "activityDateTime gt 2026-03-02T08:00:10Z and activityDateTime le 2026-03-02T08:00:20Z",
  "activityDateTime lt 2026-03-02T08:00:03Z and jobId eq 'job.2'",
  "activityDateTime eq 2026-03-02T08:00:03Z",
  "activityDateTime ge 2026-03-02T08:00:03Z and activityDateTime lt 2026-03-02T08:00:03Z",
  "activityDateTime ge 2026-03-02T08:00:05Z and durationInMilliseconds eq 7",
  "durationInMilliseconds eq 100",
];

export function describeQueries(open: OpenFresh): void {
  describe("filters", () => {
    it("give exactly the summaries that pass, newest first, page by page", async () => {
      await using store = await open();
      const [tenant, other] = [store.forTenant("contoso"), store.forTenant("fabrikam")];
      const summaries = buildVaried(90);
      await tenant.insertMany(summaries);
      await other.insertMany(buildVaried(20));
      for (const text of filters) {
        const filter = filterOf(text);
        const expected = idsFor(summaries, { filter, orderby: [] });
        for (const top of [7, 100]) {
          const pages = await readPages(tenant, { filter, orderby: [], top });
          expect([text, ...pages.flat()]).toEqual([text, ...expected]);
          expect(pages.slice(0, -1).every((page) => page.length === top)).toBe(true);
        }
      }
    });

    it("find an id, and nothing of another tenant under it", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany(["a", 'b"\\\n', "c"].map((id) => build(id, { jobId: id })));
      await store.forTenant("fabrikam").insert(build("d"));
      const idsOf = async (text: string) => readPages(tenant, { filter: filterOf(text), orderby: [], top: 9 });
      expect([
        await idsOf("id eq 'a'"),
        await idsOf("id eq 'b\"\\\n'"),
        await idsOf("id eq 'a' and jobId eq 'c'"),
        await idsOf("id eq 'd'"),
        await idsOf("'c' eq id and activityDateTime gt 2000-01-01T00:00:00Z"),
      ]).toEqual([[["a"]], [['b"\\\n']], [[]], [[]], [["c"]]]);
    });

    it("follow what is written", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const idsOf = async (text: string) =>
        (await readPages(tenant, { filter: filterOf(text), orderby: [], top: 9 })).flat();
      const named = (displayName: string | null) => ({ sourceIdentity: { displayName } });
      await tenant.insertMany([build("a", { jobId: "one", ...named("Grace Hopper") }), build("b", { jobId: "two" })]);
      expect(await idsOf("contains(sourceIdentity/displayName,'Hopper')")).toEqual(["a"]);

      await tenant.update("a", (current) => ({ ...current, jobId: "two", ...named("Ada Lovelace") }));
      expect(await idsOf("jobId eq 'one'")).toEqual([]);
      expect(await idsOf("jobId eq 'two'")).toEqual(["b", "a"]);
      expect(await idsOf("contains(sourceIdentity/displayName,'Hopper')")).toEqual([]);
      expect(await idsOf("contains(sourceIdentity/displayName,'Lovelace')")).toEqual(["a"]);

      await tenant.update("b", (current) => ({ ...current, jobId: null }));
      expect(await idsOf("jobId eq null")).toEqual(["b"]);
      await tenant.update("a", (current) => ({ ...current, activityDateTime: timeAt(1) }));
      expect(await idsOf("jobId eq 'two' and activityDateTime le 2026-03-02T08:00:01Z")).toEqual(["a"]);
      await tenant.delete("a");
      expect(await idsOf("jobId eq 'two'")).toEqual([]);
      expect(await idsOf("contains(sourceIdentity/displayName,'Lovelace')")).toEqual([]);
      await tenant.clear();
      await tenant.insert(build("c", named("Ada Lovelace")));
      expect(await idsOf("contains(sourceIdentity/displayName,'Lovelace')")).toEqual(["c"]);
    });

    it("find text in names that are very long", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany([
        build("long", { sourceIdentity: { displayName: `${"x".repeat(50_000)} needle` } }),
        build("short", { sourceIdentity: { displayName: "no such thing" } }),
      ]);
      const filter = filterOf("contains(sourceIdentity/displayName,'needle')");
      const page = await tenant.list({ filter, orderby: [], top: 9 }, "beta");
      expect(page.summaries.map(idOf)).toEqual(["long"]);
    });

    it("find a name that most summaries have", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany(Array.from({ length: 5_000 }, (_, index) => build(`a${String(index).padStart(4, "0")}`)));
      const filter = filterOf("contains(servicePrincipal/displayName,'Contoso')");
      const page = await tenant.list({ filter, orderby: [], top: 2 }, "beta");
      expect([page.summaries.map(idOf), await tenant.count(filter)]).toEqual([["a4999", "a4998"], 5_000]);
    });
  });
}
