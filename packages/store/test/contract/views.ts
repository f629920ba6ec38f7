import { describe, expect, it } from "vitest";
import type { View } from "../../src/index.js";
import { build, membersOf, textOf } from "../summaries.js";
import type { OpenFresh } from "./open-fresh.js";

const views: readonly View[] = ["beta", "v1"];

export function describeViews(open: OpenFresh): void {
  describe("views", () => {
    it.each(views)("gives the exact bytes of the %s view from every call", async (view) => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const summary = build("a", { changeId: 'Łukasz \u2028 \\u0000 "quoted" 🐘' });
      const inserted = await tenant.insert(summary, { view });
      const expected = membersOf(summary, view);
      expect([textOf(inserted), textOf(await tenant.get("a", view))]).toEqual([expected, expected]);
      const { summaries } = await tenant.list({ orderby: [], top: 10 }, view);
      expect(summaries.map(textOf)).toEqual([expected]);

      const changed = { ...summary, changeId: "é" };
      const updated = await tenant.update("a", () => changed, { view });
      const expectedChanged = membersOf(changed, view);
      expect([textOf(updated), textOf(await tenant.get("a", view))]).toEqual([expectedChanged, expectedChanged]);
    });

    it("answers a write in the beta view unless told otherwise", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const summary = build("a");
      expect(textOf(await tenant.insert(summary))).toBe(membersOf(summary, "beta"));
      expect(textOf(await tenant.update("a", (current) => current))).toBe(membersOf(summary, "beta"));
    });

    it("keeps both views of what insertMany stored, and of a large document", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const summaries = [build("small"), build("large", { changeId: "ü".repeat(100_000) })];
      await tenant.insertMany(summaries);
      for (const summary of summaries) {
        for (const view of views) {
          expect(textOf(await tenant.get(summary.id, view))).toBe(membersOf(summary, view));
        }
      }
    });
  });
}
