import { describe, expect, it } from "vitest";
import { build } from "../summaries.js";
import type { OpenFresh } from "./open-fresh.js";

export function describeClosing(open: OpenFresh): void {
  describe("closing", () => {
    it("answers the writes that were asked for before", async () => {
      const store = await open();
      const tenant = store.forTenant("contoso");
      const writes = [tenant.insert(build("a")), tenant.insert(build("b")), tenant.insert(build("a"))];
      const results = Promise.allSettled(writes);
      await store.close();
      expect((await results).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
    });

    it("refuses everything asked for later", async () => {
      const store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insert(build("a"));
      await store.close();
      const calls = [
        tenant.get("a", "beta"),
        tenant.list({ orderby: [], top: 1 }, "beta"),
        tenant.count(),
        tenant.insert(build("b")),
        tenant.insertMany([build("b")]),
        tenant.insertMany([]),
        tenant.update("a", (current) => current),
        tenant.delete("a"),
        tenant.clear(),
        store.forTenant("fabrikam").count(),
      ];
      for (const call of calls) await expect(call).rejects.toMatchObject({ name: "StoreError", code: "closed" });
    });

    it("ends an insertMany that is under way with closed, between transactions", async () => {
      const store = await open();
      const filling = store
        .forTenant("contoso")
        .insertMany(Array.from({ length: 5_000 }, (_, index) => build(`a${index}`)));
      const outcome = expect(filling).rejects.toMatchObject({ code: "closed" });
      await new Promise((resolve) => setImmediate(resolve));
      await store.close();
      await outcome;
    });

    it("may be asked for twice, and by leaving the block", async () => {
      const store = await open();
      {
        await using scoped = store;
        await scoped.forTenant("contoso").insert(build("a"));
      }
      await expect(store.forTenant("contoso").count()).rejects.toMatchObject({ code: "closed" });
      await store.close();
    });
  });
}
