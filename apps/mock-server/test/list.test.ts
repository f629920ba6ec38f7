import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MockServer } from "../src/index.js";
import { twins, whole } from "./bodies.js";
import { call, contractPath, createTestServer, unversionedPath } from "./call.js";

const v1 = "/v1.0/auditLogs/provisioning";
const count = 12;
let server: MockServer;

beforeAll(async () => {
  server = await createTestServer();
  for (let index = 0; index < count; index += 1) {
    const activityDateTime = `2026-03-02T08:14:${String(Math.floor(index / 2)).padStart(2, "0")}Z`; // pairs share a time
    await call(server, "POST", contractPath, {
      body: { ...whole, id: `event-${String(index).padStart(2, "0")}`, activityDateTime },
    });
  }
});
afterAll(() => server.close());

interface Page {
  readonly "@odata.context": string;
  readonly "@odata.nextLink"?: string;
  readonly value: readonly { readonly id: string; readonly activityDateTime: string }[];
}

async function readPage(url: string, headers: Record<string, string> = {}): Promise<Page> {
  const reply = await call(server, "GET", url, { headers });
  expect(reply.statusCode).toBe(200);
  return reply.json<Page>();
}

async function follow(url: string): Promise<Page[]> {
  const pages: Page[] = [];
  for (let next: string | undefined = url; next !== undefined; ) {
    const page: Page = await readPage(next);
    pages.push(page);
    next = page["@odata.nextLink"]?.replace("http://graph.test", "");
  }
  return pages;
}

const idsOf = (pages: readonly Page[]) => pages.flatMap(({ value }) => value.map(({ id }) => id));
const newestFirst = Array.from({ length: count }, (_, index) => `event-${String(count - 1 - index).padStart(2, "0")}`);

describe("a list", () => {
  it.each([
    [contractPath, "http://graph.test/beta/$metadata#auditLogs/directoryProvisioning"],
    [unversionedPath, "http://graph.test/beta/$metadata#auditLogs/directoryProvisioning"],
    ["/beta/auditLogs/provisioning", "http://graph.test/beta/$metadata#auditLogs/provisioning"],
    [v1, "http://graph.test/v1.0/$metadata#auditLogs/provisioning"],
  ])("at %s names its context and holds every event, newest first", async (path, context) => {
    const page = await readPage(path);
    expect(Object.keys(page)).toEqual(["@odata.context", "value"]);
    expect(page["@odata.context"]).toBe(context);
    expect(idsOf([page])).toEqual(newestFirst);
  });

  it("tolerates a slash at the end", async () => {
    expect(idsOf([await readPage(`${v1}/`)])).toEqual(newestFirst);
  });

  it("has action and statusInfo on beta only", async () => {
    const [beta] = (await readPage(contractPath)).value;
    const [v1Event] = (await readPage(v1)).value;
    expect(Object.keys(beta ?? {})).toEqual(expect.arrayContaining(["action", "statusInfo", "provisioningAction"]));
    expect(v1Event).not.toHaveProperty("action");
    expect(v1Event).not.toHaveProperty("statusInfo");
    expect(v1Event).toHaveProperty("provisioningAction", twins["provisioningAction"]);
  });

  it("comes in pages of $top, each linked to the next, every event once", async () => {
    const pages = await follow(`${v1}?$top=5`);
    expect(pages.map(({ value }) => value.length)).toEqual([5, 5, 2]);
    expect(pages.map((page) => page["@odata.nextLink"] !== undefined)).toEqual([true, true, false]);
    expect(idsOf(pages)).toEqual(newestFirst);
  });

  it("orders both ways, ties by id in the same direction, also across pages", async () => {
    const ascending = await follow(`${v1}?$top=5&$orderby=activityDateTime`);
    expect(idsOf(ascending)).toEqual([...newestFirst].reverse());
    const descending = await follow(`${v1}?$orderby=activityDateTime%20DESC&$top=5`);
    expect(idsOf(descending)).toEqual(newestFirst);
  });

  it("keeps every other option in the nextLink as it was written, and the token last", async () => {
    const first = await readPage(`${v1}?%24top=5&x=a%20b&&$orderby=activityDateTime+desc`);
    const link = first["@odata.nextLink"] ?? "";
    expect(link).toMatch(
      /^http:\/\/graph\.test\/v1\.0\/auditLogs\/provisioning\?%24top=5&x=a%20b&\$orderby=activityDateTime\+desc&\$skiptoken=[A-Za-z0-9_-]+$/,
    );
    const second = await readPage(link.replace("http://graph.test", ""));
    expect(second["@odata.nextLink"]?.match(/skiptoken/g)).toHaveLength(1);
    expect(second["@odata.nextLink"]).not.toBe(link);
  });

  it("goes on when a client reorders the options or spells $skipToken", async () => {
    const link = (await readPage(`${v1}?$top=5&$orderby=activityDateTime desc`))["@odata.nextLink"] ?? "";
    const token = /\$skiptoken=(.*)$/.exec(link)?.[1] ?? "";
    const again = await readPage(`${v1}?$skipToken=${token}&$orderby=activityDateTime%20desc&$top=5`);
    expect(idsOf([again])).toEqual(newestFirst.slice(5, 10));
  });

  it("gives no other query and no other tenant the next page", async () => {
    const link = (await readPage(`${v1}?$top=5`))["@odata.nextLink"]?.replace("http://graph.test", "") ?? "";
    const otherOrder = await call(server, "GET", `${link}&$orderby=activityDateTime`);
    expect(otherOrder.statusCode).toBe(400);
    const tid = Buffer.from('{"tid":"fabrikam"}').toString("base64url");
    const otherTenant = await call(server, "GET", link, { token: `e30.${tid}.` });
    expect(otherTenant.statusCode).toBe(400);
  });

  it.each([
    ["$top=0", 0],
    ["$top=1", 1],
    ["$top=5000", 12],
    ["$Top=3", 3],
    ["&&$top=3&", 3],
    ["unknown=1&$top=3", 3],
    ["top=3", 12],
  ])("with ?%s on v1.0 holds %i", async (query, expected) => {
    const page = await readPage(`${v1}?${query}`);
    expect(page.value).toHaveLength(expected);
    if (expected === 0) expect(page).not.toHaveProperty("@odata.nextLink");
  });

  it("takes options without $ on beta", async () => {
    const page = await readPage("/beta/auditLogs/provisioning?top=3&orderby=activityDateTime");
    expect(idsOf([page])).toEqual([...newestFirst].reverse().slice(0, 3));
    expect(page["@odata.nextLink"]).toContain("?top=3&orderby=activityDateTime&$skiptoken=");
  });

  it("clamps $top at 1000", async () => {
    await using large = await createTestServer();
    await large.fill({ scenario: "steady", seed: 1, count: 1_001 });
    const page = (await call(large, "GET", `${v1}?$top=5000`)).json<Page>();
    expect(page.value).toHaveLength(1_000);
    expect(page["@odata.nextLink"]).toContain("?$top=5000&$skiptoken=");
  });

  it("of nothing is an empty one", async () => {
    await using empty = await createTestServer();
    expect((await call(empty, "GET", v1)).json()).toEqual({
      "@odata.context": "http://graph.test/v1.0/$metadata#auditLogs/provisioning",
      value: [],
    });
  });

  it("holds the same bytes an event is answered with alone", async () => {
    const list = await call(server, "GET", `${v1}?$top=1`);
    const one = await call(server, "GET", `${v1}/event-11`);
    const members = one.body.slice(one.body.indexOf(",") + 1);
    expect(list.body).toContain(`"value":[{${members}]}`);
  });

  it("carries Graph's headers", async () => {
    const { headers } = await call(server, "GET", v1, { headers: { "client-request-id": "mine" } });
    expect(headers).toMatchObject({
      "content-type":
        "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
      "odata-version": "4.0",
      "cache-control": "no-cache",
      "strict-transport-security": "max-age=31536000",
      "client-request-id": "mine",
      date: "Mon, 02 Mar 2026 08:14:05 GMT",
    });
    expect(JSON.parse(String(headers["x-ms-ags-diagnostic"]))).toHaveProperty("ServerInfo.RoleInstance", "PROVLOGMOCK");
    expect(headers["request-id"]).not.toBe("mine");
  });

  it("has no context and keeps its nextLink when no metadata is wanted", async () => {
    const reply = await call(server, "GET", `${v1}?$top=5`, {
      headers: { accept: "application/json;odata.metadata=none" },
    });
    expect(Object.keys(reply.json<Page>())).toEqual(["@odata.nextLink", "value"]);
    expect(reply.headers["content-type"]).toContain("odata.metadata=none");
  });
});
