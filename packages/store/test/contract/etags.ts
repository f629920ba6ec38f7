import { describe, expect, it } from "vitest";
import { build, membersOf, textOf } from "../summaries.js";
import type { OpenFresh } from "./open-fresh.js";

export function describeEtags(open: OpenFresh): void {
  describe("etags", () => {
    it("are the same from every read of one state, in both views", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const { etag } = await tenant.insert(build("a"));
      const { summaries } = await tenant.list({ orderby: [], top: 1 }, "v1");
      expect([(await tenant.get("a", "beta"))?.etag, (await tenant.get("a", "v1"))?.etag, summaries[0]?.etag]).toEqual([
        etag,
        etag,
        etag,
      ]);
      expect(etag).toMatch(/^[!#-~]+$/);
    });

    it("are new for every write and never come back, whatever is deleted, refused or undone", async () => {
      await using store = await open();
      const [tenant, other] = [store.forTenant("contoso"), store.forTenant("fabrikam")];
      const seen: string[] = [];
      const note = async (write: Promise<{ etag: string }>) => seen.push((await write).etag);
      await note(tenant.insert(build("a")));
      await note(tenant.update("a", (current) => ({ ...current, changeId: "changed" })));
      await expect(tenant.insertMany([build("b"), build("a")])).rejects.toMatchObject({ code: "duplicateId" });
      await expect(tenant.insert(build("a"))).rejects.toMatchObject({ code: "duplicateId" });
      await note(other.insert(build("a")));
      await tenant.delete("a");
      await note(tenant.insert(build("a")));
      await tenant.clear();
      await note(tenant.insert(build("a")));
      expect(new Set(seen).size).toBe(seen.length);
    });

    it("stay when an update changes nothing, and move when it does", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const first = await tenant.insert(build("a", { changeId: "first" }));
      const same = await tenant.update("a", (current) => ({ ...current }), { ifMatch: [first.etag], view: "v1" });
      expect(same).toEqual(await tenant.get("a", "v1"));
      expect(same.etag).toBe(first.etag);
      const write = (changeId: string) => tenant.update("a", (current) => ({ ...current, changeId }));
      // Of one turn, so that the second is compared with what is not committed yet.
      const [moved, kept, back] = await Promise.all([write("second"), write("second"), write("first")]);
      expect(kept).toEqual(moved);
      expect(new Set([first.etag, moved.etag, back.etag]).size).toBe(3);
      expect(await tenant.get("a", "beta")).toEqual(back);
    });

    it("guard updates that change nothing, too", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insert(build("a"));
      const same = (current: ReturnType<typeof build>) => current;
      await expect(tenant.update("a", same, { ifMatch: ["stale"] })).rejects.toMatchObject({ code: "etagMismatch" });
    });

    it("guard updates: any for *, one of a list, none of an empty one", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const first = await tenant.insert(build("a"));
      const longer = (current: ReturnType<typeof build>) => ({ ...current, changeId: `${current.changeId ?? ""}+` });
      const second = await tenant.update("a", longer, { ifMatch: [first.etag] });
      for (const ifMatch of [[first.etag], [], [`"${second.etag}"`], ["*"]]) {
        await expect(tenant.update("a", longer, { ifMatch })).rejects.toMatchObject({ code: "etagMismatch" });
      }
      expect((await tenant.get("a", "beta"))?.etag).toBe(second.etag);
      const third = await tenant.update("a", longer, { ifMatch: [first.etag, second.etag] });
      await tenant.update("a", longer, { ifMatch: "*" });
      await expect(tenant.update("a", longer, { ifMatch: [third.etag] })).rejects.toMatchObject({
        code: "etagMismatch",
      });
    });

    it("are asked before the change function is", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insert(build("a"));
      let calls = 0;
      const update = tenant.update(
        "a",
        (current) => {
          calls += 1;
          return current;
        },
        { ifMatch: ["stale"] },
      );
      await expect(update).rejects.toMatchObject({ code: "etagMismatch" });
      expect(calls).toBe(0);
    });

    it("guard deletes", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const { etag } = await tenant.insert(build("a"));
      await expect(tenant.delete("a", { ifMatch: ["stale"] })).rejects.toMatchObject({ code: "etagMismatch" });
      expect(await tenant.count()).toBe(1);
      await tenant.delete("a", { ifMatch: ["stale", etag] });
      expect(await tenant.count()).toBe(0);
    });

    it("let one of two updates win that start from the same state", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const { etag } = await tenant.insert(build("a"));
      const results = await Promise.allSettled(
        ["one", "two"].map((changeId) =>
          tenant.update("a", (current) => ({ ...current, changeId }), { ifMatch: [etag] }),
        ),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const winner = results[0]?.status === "fulfilled" ? "one" : "two";
      expect(textOf(await tenant.get("a", "beta"))).toBe(membersOf(build("a", { changeId: winner }), "beta"));
    });

    it("lose no update of many that retry after a mismatch", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insert(build("a", { durationInMilliseconds: 0 }));
      const increment = async (): Promise<void> => {
        const current = await tenant.get("a", "beta");
        await new Promise((resolve) => setImmediate(resolve));
        const change = (summary: ReturnType<typeof build>) => ({
          ...summary,
          durationInMilliseconds: (summary.durationInMilliseconds ?? 0) + 1,
        });
        await tenant.update("a", change, { ifMatch: [current?.etag ?? ""] }).catch((error) => {
          if (error.code !== "etagMismatch") throw error;
          return increment();
        });
      };
      await Promise.all(Array.from({ length: 30 }, increment));
      expect(textOf(await tenant.get("a", "beta"))).toBe(membersOf(build("a", { durationInMilliseconds: 30 }), "beta"));
    });
  });
}
