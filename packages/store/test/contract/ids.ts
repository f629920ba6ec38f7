import { describe, expect, it } from "vitest";
import { build, idOf, newestIds, readPages } from "../summaries.js";
import type { OpenFresh } from "./open-fresh.js";

const strangeIds = [
  "00000000-0000-4000-8000-00000000000a",
  "00000000-0000-4000-8000-00000000000A",
  "plain",
  "Plain",
  "plain ",
  " plain",
  "é",
  "e\u0301",
  "漢字",
  "🐘",
  "\ud83d",
  "\ufffd",
  "it's",
  'say "so"',
  "back\\slash",
  "\\u0000",
  "nul\u0000byte",
  "nul",
  "line\nbreak",
  "\u007f",
  "%41",
  "A",
  "_",
  "*",
  "__proto__",
  "constructor",
  "0",
  "00",
  "0.0",
  "1e3",
  "null",
  "x".repeat(10_000),
  `${"x".repeat(9_999)}y`,
];

export function describeIds(open: OpenFresh): void {
  describe("ids", () => {
    it("are kept and compared exactly, however strange", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      for (const id of strangeIds) await tenant.insert(build(id));
      expect(await tenant.count()).toBe(strangeIds.length);
      for (const id of strangeIds) {
        const stored = await tenant.get(id, "beta");
        expect(stored && idOf(stored)).toBe(id);
      }
      expect((await newestIds(tenant)).sort()).toEqual([...strangeIds].sort());
      await expect(tenant.insert(build("nul\u0000byte"))).rejects.toMatchObject({ code: "duplicateId" });
    });

    it("find nothing when they only resemble a stored one", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insert(build("Plain"));
      for (const id of ["plain", "Plain ", "Plai", "Plain\u0000", "%", ""]) {
        expect(await tenant.get(id, "beta")).toBeUndefined();
      }
    });

    it("carry pages on, however strange", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany(strangeIds.map((id) => build(id)));
      const pages = await readPages(tenant, { orderby: [], top: 1 });
      expect(pages.map((page) => page.length)).toEqual(strangeIds.map(() => 1));
      expect(pages.flat().sort()).toEqual([...strangeIds].sort());
    });

    it("can be deleted and updated, however strange", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany(strangeIds.map((id) => build(id)));
      for (const id of strangeIds) {
        await tenant.update(id, (current) => ({ ...current, changeId: "changed" }));
        await tenant.delete(id);
        expect(await tenant.get(id, "beta")).toBeUndefined();
      }
      expect(await tenant.count()).toBe(0);
    });
  });
}
