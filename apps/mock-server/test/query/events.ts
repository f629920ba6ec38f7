import type { MockServer } from "../../src/index.js";
import { whole } from "../bodies.js";
import { call, contractPath } from "../call.js";

/** One event of the small log that these tests ask: what it has that the others have not. */
type Change = Readonly<Record<string, unknown>>;

const events: readonly Change[] = [
  { id: "a", activityDateTime: "2026-03-01T00:00:00Z", jobId: "Job.Alpha" },
  { id: "b", activityDateTime: "2026-03-01T00:00:00.0000001Z", jobId: "job.alpha" },
  { id: "c", activityDateTime: "2026-03-01T00:00:00.0000002Z", jobId: "a+b & c", durationInMilliseconds: 5 },
  {
    id: "d",
    activityDateTime: "2026-03-02T00:00:00Z",
    sourceIdentity: { id: "s-1", displayName: "Conan O'Neil", identityType: "User", details: {} },
  },
  { id: "e", activityDateTime: "2026-03-02T23:59:59Z", targetIdentity: null, durationInMilliseconds: null },
  {
    id: "f",
    activityDateTime: "2026-03-03T01:59:59.5+02:00",
    action: "Delete",
    statusInfo: { "@odata.type": "#microsoft.graph.statusBase", status: "failure" },
  },
  {
    id: "g",
    activityDateTime: "2026-03-03T00:00:00Z",
    servicePrincipal: { id: "app-2", displayName: "Woodgrove HR" },
    action: "Delete",
  },
  { id: "h", activityDateTime: "2026-03-04T00:00:00Z", servicePrincipal: { id: "app-2", displayName: null } },
];

export const allIds = events.map(({ id }) => id);

/** Stores the events; `whole` is what they have in common. */
export async function storeEvents(server: MockServer): Promise<void> {
  for (const event of events) await call(server, "POST", contractPath, { body: { ...whole, ...event } });
}

export interface Page {
  readonly "@odata.context"?: string;
  readonly "@odata.count"?: number | string;
  readonly "@odata.nextLink"?: string;
  readonly value: readonly Readonly<Record<string, unknown>>[];
}

/** Follows nextLinks from a path on, as they are. */
export async function follow(server: MockServer, path: string): Promise<Page[]> {
  const pages: Page[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const reply = await call(server, "GET", next);
    if (reply.statusCode !== 200) throw new Error(`${next}: ${reply.body}`);
    const page: Page = reply.json();
    pages.push(page);
    next = page["@odata.nextLink"]?.replace("http://graph.test", "");
  }
  return pages;
}

export const idsOf = (pages: readonly Page[]): unknown[] => pages.flatMap(({ value }) => value.map(({ id }) => id));
