import { describe, expect, it } from "vitest";
import { build, membersOf, newestIds, textOf } from "../summaries.js";
import type { OpenFresh } from "./open-fresh.js";

export function describeTenants(open: OpenFresh): void {
  describe("tenants", () => {
    it("never see each other's summaries, even under one id", async () => {
      await using store = await open();
      const [contoso, fabrikam] = [store.forTenant("contoso"), store.forTenant("fabrikam")];
      const [ours, theirs] = [build("a", { changeId: "ours" }), build("a", { changeId: "theirs" })];
      await contoso.insert(ours);
      expect(await fabrikam.get("a", "beta")).toBeUndefined();
      await fabrikam.insert(theirs);
      await fabrikam.insert(build("b"));

      expect(textOf(await contoso.get("a", "beta"))).toBe(membersOf(ours, "beta"));
      expect(textOf(await fabrikam.get("a", "beta"))).toBe(membersOf(theirs, "beta"));
      expect([await newestIds(contoso), (await newestIds(fabrikam)).sort()]).toEqual([["a"], ["a", "b"]]);
      expect([await contoso.count(), await fabrikam.count()]).toEqual([1, 2]);
    });

    it("cannot change each other's summaries", async () => {
      await using store = await open();
      const [contoso, fabrikam] = [store.forTenant("contoso"), store.forTenant("fabrikam")];
      await contoso.insert(build("a"));
      await expect(fabrikam.update("a", (current) => current)).rejects.toMatchObject({ code: "notFound" });
      await expect(fabrikam.delete("a")).rejects.toMatchObject({ code: "notFound" });
      expect(await fabrikam.clear()).toBe(0);
      expect(await contoso.count()).toBe(1);
    });

    it("are compared exactly, however strange", async () => {
      await using store = await open();
      const names = [
        "",
        "contoso",
        "Contoso",
        "contoso ",
        "__proto__",
        "'",
        '"',
        "\\",
        "\u0000",
        "\\u0000",
        "é",
        "e\u0301",
      ];
      for (const name of names) await store.forTenant(name).insert(build("a", { changeId: name }));
      for (const name of names) {
        const tenant = store.forTenant(name);
        expect(await tenant.count()).toBe(1);
        expect(textOf(await tenant.get("a", "beta"))).toBe(membersOf(build("a", { changeId: name }), "beta"));
      }
    });

    it("are cleared alone, whole, and can be filled again", async () => {
      await using store = await open();
      const [contoso, fabrikam] = [store.forTenant("contoso"), store.forTenant("fabrikam")];
      await contoso.insertMany(Array.from({ length: 1_201 }, (_, index) => build(`a${index}`)));
      await fabrikam.insert(build("b"));
      expect(await contoso.clear()).toBe(1_201);
      expect([await contoso.count(), await newestIds(contoso), await contoso.get("a7", "v1")]).toEqual([
        0,
        [],
        undefined,
      ]);
      expect(await newestIds(fabrikam)).toEqual(["b"]);
      await contoso.insert(build("a7"));
      expect(await newestIds(contoso)).toEqual(["a7"]);
    });
  });
}
