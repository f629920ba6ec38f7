import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MockServer } from "../../src/index.js";
import { call, contractPath, createTestServer } from "../call.js";
import { allIds, follow, idsOf, type Page, storeEvents } from "./events.js";

const v1 = "/v1.0/auditLogs/provisioning";
let now = new Date("2026-03-02T08:14:05.250Z");
let server: MockServer;
beforeAll(async () => {
  server = await createTestServer({ now: () => now });
  await storeEvents(server);
});
afterAll(() => server.close());

const newestFirst = [...allIds].reverse();
const linkOf = (page: Page | undefined) => page?.["@odata.nextLink"]?.replace("http://graph.test", "") ?? "";
const tokenOf = (link: string) => /\$skiptoken=([^&]*)/.exec(link)?.[1] ?? "";

async function first(query: string): Promise<string> {
  return linkOf((await call(server, "GET", `${v1}?${query}`)).json<Page>());
}

describe("a nextLink", () => {
  it("keeps every option byte for byte, and the token comes last", async () => {
    const query = "%24filter=id%20ne+%27x%27&&$Select=id,jobId&$top=2&x=%41&$orderby=jobId+desc&$count=TRUE";
    expect(await first(query)).toMatch(
      new RegExp(`^${`${v1}?${query.replace("&&", "&")}&$skiptoken=`.replaceAll(/[.$?+]/g, "\\$&")}[A-Za-z0-9_-]+$`),
    );
  });

  it.each([
    "$filter=id ne 'c'&$orderby=provisioningAction,jobId desc&$top=2",
    "$orderby=durationInMilliseconds desc&$top=1",
    "$orderby=targetIdentity/displayName,sourceIdentity/displayName desc&$top=3",
    "$select=id&$top=3",
    "$count=true&$top=3",
    "$filter=activityDateTime lt now()&$top=1",
  ])("of %s leads to every event once", async (query) => {
    const path = `${v1}?${encodeURI(query)}`;
    const whole = idsOf(await follow(server, path.replace(/%?\$top=\d/, "$top=1000")));
    expect(whole.length).toBeGreaterThan(2);
    expect(idsOf(await follow(server, path))).toEqual(whole);
  });

  it("of $skip leads to the rest, each once", async () => {
    const pages = await follow(server, `${v1}?$skip=3&$top=2`);
    expect(pages.map(({ value }) => value.length)).toEqual([2, 2, 1]);
    expect(idsOf(pages)).toEqual(newestFirst.slice(3));
    expect(idsOf(await follow(server, `${v1}?$skip=8`))).toEqual([]);
  });

  it("works with its options in another order, as Microsoft's client for JavaScript sends them", async () => {
    const link = await first("$filter=id ne 'x'&x=1&$top=2&$orderby=activityDateTime desc");
    const token = tokenOf(link);
    const path = `${v1}?$top=2&$filter=id%20ne%20'x'&$orderby=activityDateTime%20desc&x=1&$skipToken=${token}`;
    expect(idsOf([(await call(server, "GET", path)).json<Page>()])).toEqual(newestFirst.slice(2, 4));
  });

  it("takes another page size", async () => {
    const link = await first("$top=2");
    expect(idsOf(await follow(server, link.replace("$top=2", "$top=100")))).toEqual(newestFirst.slice(2));
  });

  it.each([
    ["another filter", (link: string) => link.replace(/x(?=%27&)/, "y")],
    ["no filter", (link: string) => link.replace(/\$filter=[^&]*&/, "")],
    ["another order", (link: string) => link.replace("desc", "asc")],
    ["a changed letter", (link: string) => link.replace(/=(.)([^&=]*)$/, (_, a, b) => `=${a === "A" ? "B" : "A"}${b}`)],
    ["a cut token", (link: string) => link.slice(0, -1)],
    ["a longer token", (link: string) => `${link}A`],
  ])("is refused with %s, and the token quoted", async (_, change) => {
    const link = change(await first("$filter=id%20ne%20'x'&$top=2&$orderby=activityDateTime%20desc"));
    const reply = await call(server, "GET", link);
    expect(reply.statusCode).toBe(400);
    expect(reply.json<{ error: { message: string } }>().error.message).toBe(
      `Unable to parse the skiptoken value '${tokenOf(link).slice(0, 200)}${tokenOf(link).length > 200 ? "…" : ""}'. Skiptoken value should always be server generated.`,
    );
  });

  it("is refused to another server's store", async () => {
    await using other = await createTestServer();
    await storeEvents(other);
    expect((await call(other, "GET", await first("$top=2"))).statusCode).toBe(400);
  });

  it("at the other entity set of the same version goes on there", async () => {
    const link = linkOf((await call(server, "GET", `${contractPath}?$top=2`)).json<Page>());
    const reply = await call(server, "GET", link.replace("directoryProvisioning", "provisioning"));
    expect(idsOf([reply.json<Page>()])).toEqual(newestFirst.slice(2, 4));
  });
});

describe("a nextLink of now()", () => {
  const query = "$filter=activityDateTime lt now()&$top=2&$orderby=activityDateTime";

  it("means the moment of the first page, however long one waits", async () => {
    now = new Date("2026-03-02T08:14:05.250Z");
    const link = await first(encodeURI(query));
    now = new Date("2026-03-09T00:00:00Z");
    expect(idsOf(await follow(server, link))).toEqual(["c", "d"]);
    expect(idsOf(await follow(server, `${v1}?${encodeURI(query)}`))).toHaveLength(allIds.length);
  });

  it("is made of a token's letters, and refused when the moment in it is another", async () => {
    now = new Date("2026-03-02T08:14:05.250Z");
    const link = await first(encodeURI(query));
    const token = tokenOf(link);
    expect(token).toMatch(/^[a-z0-9]+-[A-Za-z0-9_-]+$/);
    const moment = Number.parseInt(token.slice(0, token.indexOf("-")), 36);
    expect(moment).toBe(now.getTime());
    const later = link.replace(token, `${(moment + 1).toString(36)}${token.slice(token.indexOf("-"))}`);
    expect((await call(server, "GET", later)).statusCode).toBe(400);
    for (const nonsense of ["", "-", "zzzzzzzzz-x", "0-", "00-x", token.slice(token.indexOf("-") + 1)]) {
      expect((await call(server, "GET", link.replace(token, nonsense))).statusCode).toBe(400);
    }
  });

  it("whose filter only holds the letters works, too", async () => {
    const pages = await follow(server, `${v1}?$top=5&$filter=jobId ne 'now()'`);
    expect(idsOf(pages)).toEqual(newestFirst);
  });
});
