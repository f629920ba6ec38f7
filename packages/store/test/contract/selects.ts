import { describe, expect, it } from "vitest";
import type { View } from "../../src/index.js";
import { filterOf, orderOf, selectOf } from "../query-data.js";
import { build, textOf } from "../summaries.js";
import type { OpenFresh } from "./open-fresh.js";

export function describeSelects(open: OpenFresh): void {
  describe("selections", () => {
    const select = async (text: string, view: View = "beta") => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const summary = build("a", {
        changeId: 'é "quoted" \u0000',
        durationInMilliseconds: 12,
        servicePrincipal: { id: "sp", displayName: "Contoso" },
        targetIdentity: null,
      });
      const { etag } = await tenant.insert(summary);
      const { summaries } = await tenant.list({ orderby: [], top: 1, select: selectOf(text) }, view);
      expect(summaries[0]?.etag).toBe(etag);
      return Buffer.from(textOf(summaries[0]) ?? "", "latin1").toString();
    };

    it("give the chosen properties in the order asked for", async () => {
      expect(await select("durationInMilliseconds,id,changeId")).toBe(
        '"durationInMilliseconds":12,"id":"a","changeId":"é \\"quoted\\" \\u0000"}',
      );
    });

    it("give a part of a complex property inside its parent, and null for a parent that is", async () => {
      expect(await select("servicePrincipal/displayName,id,targetIdentity/id,servicePrincipal/id")).toBe(
        '"servicePrincipal":{"displayName":"Contoso","id":"sp"},"id":"a","targetIdentity":null}',
      );
    });

    it("give the whole when a part is asked for beside it", async () => {
      const whole = '"servicePrincipal":{"id":"sp","displayName":"Contoso"}}';
      expect([
        await select("servicePrincipal,servicePrincipal/id"),
        await select("servicePrincipal/id,servicePrincipal"),
      ]).toEqual([whole, whole]);
    });

    it("give what the view has, and an empty object where it has nothing", async () => {
      expect([await select("action,id", "v1"), await select("action", "v1")]).toEqual(['"id":"a"}', "}"]);
    });

    it("leave filters, orders and pages as they are", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await tenant.insertMany(
        ["a", "b", "c"].map((id) => build(id, { jobId: id === "b" ? "other" : "job", changeId: id })),
      );
      const query = {
        filter: filterOf("jobId eq 'job'"),
        orderby: orderOf("changeId desc"),
        select: selectOf("id"),
        top: 1,
      };
      const first = await tenant.list(query, "v1");
      const next = await tenant.list({ ...query, skipToken: first.skipToken }, "v1");
      expect([first, next].map(({ summaries }) => summaries.map(textOf))).toEqual([['"id":"c"}'], ['"id":"a"}']]);
      expect(next.skipToken).toBeUndefined();
    });
  });
}
