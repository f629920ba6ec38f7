import type { BoundQuery } from "@org/odata";
import { expect, it } from "vitest";
import { openStore, type TenantStore } from "../src/index.js";
import { filterOf, orderOf } from "./query-data.js";
import { build, idOf } from "./summaries.js";

/** Opens a store whose searches look at one document in a piece, with `ids` in the order of time, newest first. */
async function openSlow(ids: readonly string[]) {
  let now = 0;
  const store = await openStore(":memory:", { clock: () => (now += 20) });
  const tenant = store.forTenant("contoso");
  await tenant.insertMany(ids.map((id, index) => build(id, { activityDateTime: minuteBefore(index), jobId: "job" })));
  return { store, tenant };
}

const minuteBefore = (index: number) => `2026-01-01T00:${String(59 - index).padStart(2, "0")}:00Z`;

/** The ids of all pages; `between` writes while the first one is looked for. */
async function idsOfPages(tenant: TenantStore, query: BoundQuery, between: () => Promise<unknown>): Promise<string[]> {
  const ids: string[] = [];
  for (let skipToken: string | undefined, first = true; first || skipToken !== undefined; first = false) {
    // The write comes first: it waits for the turn in which the search has looked at its first document.
    const written = first ? between() : undefined;
    const page = await tenant.list(skipToken === undefined ? query : { ...query, skipToken }, "beta");
    await written;
    ids.push(...page.summaries.map(idOf));
    skipToken = page.skipToken;
  }
  return ids;
}

it("repeats no summary when one of the page is deleted while it is looked for", async () => {
  const { store, tenant } = await openSlow(["a", "b", "c", "d", "e"]);
  const query = { orderby: orderOf("id"), top: 2 };
  expect(await idsOfPages(tenant, query, () => tenant.delete("a"))).toEqual(["b", "c", "d", "e"]);
  await store.close();
});

it("loses no summary when one that was found moves back in time while others are looked for", async () => {
  const { store, tenant } = await openSlow(["a", "b", "c", "d", "e"]);
  const query = { filter: filterOf("startswith(jobId,'jo') and tenantId ne 'x'"), orderby: [], top: 1 };
  const move = () => tenant.update("a", (summary) => ({ ...summary, activityDateTime: "2026-01-01T00:58:30Z" }));
  const ids = await idsOfPages(tenant, query, move);
  expect(new Set(ids)).toEqual(new Set(["a", "b", "c", "d", "e"]));
  await store.close();
});
