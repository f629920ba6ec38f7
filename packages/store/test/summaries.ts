import { type ProvisioningObjectSummary, toWire } from "@org/models";
import { buildProvisioningObjectSummary } from "@org/models/fixtures";
import type { BoundOrder, BoundQuery } from "@org/odata";
import type { StoredSummary, TenantStore, View } from "../src/index.js";

/** A summary with this id and, by default, one fixed time. */
export function build(
  id: string,
  overrides: Parameters<typeof buildProvisioningObjectSummary>[0] = {},
): ProvisioningObjectSummary {
  return buildProvisioningObjectSummary({ activityDateTime: "2026-03-02T08:14:05Z", ...overrides, id });
}

/** A time `second` seconds into one hour of one day. */
export function timeAt(second: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `2026-03-02T08:${two(Math.trunc(second / 60) % 60)}:${two(second % 60)}Z`;
}

export function orderByTime(descending: boolean): BoundOrder[] {
  return [{ path: { segments: ["activityDateTime"], type: "Edm.DateTimeOffset" }, descending }];
}

/** The members that a view of a summary must be stored as. */
export function membersOf(summary: ProvisioningObjectSummary, view: View): string {
  const { bytes, v1Start } = toWire(summary);
  return Buffer.from(bytes.subarray(view === "beta" ? 1 : v1Start)).toString("latin1");
}

/** Members as text of one character per byte, so that a failed comparison can be read and is still exact. */
export function textOf(stored: StoredSummary | undefined): string | undefined {
  return stored && Buffer.from(stored.members).toString("latin1");
}

export function idOf(stored: StoredSummary): string {
  const parsed: { id: string } = JSON.parse(`{${Buffer.from(stored.members).toString()}`);
  return parsed.id;
}

/** Ids of all pages, page by page. */
export async function readPages(tenant: TenantStore, query: Omit<BoundQuery, "skipToken">): Promise<string[][]> {
  const pages: string[][] = [];
  let skipToken: string | undefined;
  do {
    const page = await tenant.list({ ...query, skipToken }, "beta");
    pages.push(page.summaries.map(idOf));
    skipToken = page.skipToken;
    if (pages.length > 1_000) throw new Error("The pages do not end.");
  } while (skipToken !== undefined);
  return pages;
}

/** The newest summaries' ids, at most 1000. */
export async function newestIds(tenant: TenantStore): Promise<string[]> {
  const { summaries } = await tenant.list({ orderby: [], top: 1_000 }, "beta");
  return summaries.map(idOf);
}
