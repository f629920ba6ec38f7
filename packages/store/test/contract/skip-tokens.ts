import { describe, expect, it } from "vitest";
import type { TenantStore } from "../../src/index.js";
import { filterOf, orderOf, selectOf } from "../query-data.js";
import { build, orderByTime } from "../summaries.js";
import type { OpenFresh } from "./open-fresh.js";

async function fill(tenant: TenantStore): Promise<string> {
  await tenant.insertMany(["a", "b", "c"].map((id) => build(id)));
  const { skipToken } = await tenant.list({ orderby: [], top: 1 }, "beta");
  return skipToken ?? "";
}

const refused = { name: "StoreError", code: "badSkipToken" };

export function describeSkipTokens(open: OpenFresh): void {
  describe("skip tokens", () => {
    it("need no encoding in a URL and no care in a URI template", async () => {
      await using store = await open();
      expect(await fill(store.forTenant("contoso"))).toMatch(/^[A-Za-z0-9_-]+$/);
    });

    it("are refused when any character is another", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const token = await fill(tenant);
      for (let index = 0; index < token.length; index += 1) {
        for (const character of ["A", "b", "_"]) {
          const tampered = `${token.slice(0, index)}${character}${token.slice(index + 1)}`;
          if (tampered === token) continue;
          await expect(tenant.list({ orderby: [], top: 1, skipToken: tampered }, "beta")).rejects.toMatchObject(
            refused,
          );
        }
      }
    });

    it.each([
      ["empty", () => ""],
      ["short", () => "AAAA"],
      ["made up", () => "9177f2e3532fcd4c4d225f68f7b9bdf7_1"],
      ["cut", (token: string) => token.slice(0, -1)],
      ["longer", (token: string) => `${token}A`],
      ["padded", (token: string) => `${token}==`],
      ["broken by a blank", (token: string) => `${token.slice(0, 9)} ${token.slice(9)}`],
      ["not ASCII", (token: string) => `${token}ł`],
      ["huge", () => "A".repeat(100_000)],
    ])("are refused when %s", async (_, forge) => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const skipToken = forge(await fill(tenant));
      await expect(tenant.list({ orderby: [], top: 1, skipToken }, "beta")).rejects.toMatchObject(refused);
      await expect(tenant.list({ orderby: [], top: 0, skipToken }, "beta")).rejects.toMatchObject(refused);
    });

    it("are refused for another tenant that holds the same rows", async () => {
      await using store = await open();
      const [contoso, fabrikam] = [store.forTenant("contoso"), store.forTenant("fabrikam")];
      const skipToken = await fill(contoso);
      await fill(fabrikam);
      await expect(fabrikam.list({ orderby: [], top: 1, skipToken }, "beta")).rejects.toMatchObject(refused);
    });

    it("are refused under another order, and taken under the same one said in words", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const skipToken = await fill(tenant);
      await expect(tenant.list({ orderby: orderByTime(false), top: 1, skipToken }, "beta")).rejects.toMatchObject(
        refused,
      );
      const page = await tenant.list({ orderby: orderByTime(true), top: 1, skipToken }, "beta");
      expect(page.summaries).toHaveLength(1);
    });

    it.each([
      ["another filter", { filter: filterOf("jobId ne 'b'") }],
      ["no filter", { filter: undefined }],
      ["another count", { count: true }],
      ["another skip", { skip: 1 }],
      ["another selection", { select: selectOf("id,jobId") }],
      ["another order by the same path", { orderby: orderOf("jobId desc") }],
      ["a longer order", { orderby: orderOf("jobId,changeId") }],
    ])("are refused under %s, and taken by the query that made them, built anew", async (_, changed) => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      await fill(tenant);
      const query = () => ({
        filter: filterOf("jobId ne 'a'"),
        orderby: orderOf("jobId"),
        select: selectOf("id"),
        top: 1,
      });
      const { skipToken } = await tenant.list(query(), "beta");
      await expect(tenant.list({ ...query(), ...changed, skipToken }, "beta")).rejects.toMatchObject(refused);
      expect((await tenant.list({ ...query(), skipToken }, "beta")).summaries).toHaveLength(1);
    });

    it("are refused by another database that holds the same rows", async () => {
      await using store = await open();
      await using other = await open();
      const skipToken = await fill(store.forTenant("contoso"));
      await fill(other.forTenant("contoso"));
      const list = other.forTenant("contoso").list({ orderby: [], top: 1, skipToken }, "beta");
      await expect(list).rejects.toMatchObject(refused);
    });

    it("work in the other view and as often as one likes", async () => {
      await using store = await open();
      const tenant = store.forTenant("contoso");
      const skipToken = await fill(tenant);
      const pages = [
        await tenant.list({ orderby: [], top: 1, skipToken }, "v1"),
        await tenant.list({ orderby: [], top: 1, skipToken }, "v1"),
      ];
      expect(pages[0]).toEqual(pages[1]);
    });
  });
}
