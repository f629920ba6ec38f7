import type { TenantStore } from "@org/store";

/** The id of a tenant's newest event, for commands that can be pasted; undefined when there is none. */
export async function findNewestId(summaries: TenantStore): Promise<string | undefined> {
  const { summaries: newest } = await summaries.list({ orderby: [], top: 1 }, "v1");
  if (newest[0] === undefined) return undefined;
  const event: unknown = JSON.parse(`{${Buffer.from(newest[0].members).toString("utf8")}`);
  return typeof event === "object" && event !== null && "id" in event ? String(event.id) : undefined;
}
