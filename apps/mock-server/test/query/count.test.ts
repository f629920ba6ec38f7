import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MockServer } from "../../src/index.js";
import { call, contractPath, createTestServer, unversionedPath } from "../call.js";
import { follow, type Page, storeEvents } from "./events.js";

const v1 = "/v1.0/auditLogs/provisioning";
let server: MockServer;
beforeAll(async () => {
  server = await createTestServer();
  await storeEvents(server);
});
afterAll(() => server.close());

describe("$count=true", () => {
  it("tells how many pass the filter, whatever the page holds, right behind the context", async () => {
    const path = `${v1}?$count=true&$top=2&$skip=1&$filter=jobId%20eq%20'scim.contoso.fabrikam'`;
    const pages = await follow(server, path);
    expect(pages.map((page) => page["@odata.count"])).toEqual([5, 5]);
    expect(Object.keys(pages[0] ?? {})).toEqual(["@odata.context", "@odata.count", "@odata.nextLink", "value"]);
  });

  it("is a text for readers whose numbers are doubles, also where no metadata is wanted", async () => {
    const headers = { accept: "application/json;odata.metadata=none;IEEE754Compatible=true" };
    const reply = await call(server, "GET", `${v1}?$count=true&$top=8`, { headers });
    expect(Object.keys(reply.json<Page>())).toEqual(["@odata.count", "value"]);
    expect(reply.json<Page>()["@odata.count"]).toBe("8");
    expect(reply.headers["content-type"]).toContain("IEEE754Compatible=true");
    expect(reply.json<Page>().value[0]?.["durationInMilliseconds"]).toBe(828);
  });

  it.each(["", "?$count=false"])("is absent when it is not asked for: %s", async (query) => {
    expect((await call(server, "GET", `${v1}${query}`)).json()).not.toHaveProperty("@odata.count");
  });

  it("counts everything with $top=0", async () => {
    const page = (await call(server, "GET", `${v1}?$count=true&$top=0`)).json<Page>();
    expect([page["@odata.count"], page.value, page["@odata.nextLink"]]).toEqual([8, [], undefined]);
  });
});

describe("/$count", () => {
  it.each([v1, contractPath, unversionedPath, "/beta/auditLogs/provisioning"])(
    "of %s is a bare number",
    async (path) => {
      const reply = await call(server, "GET", `${path}/$count`);
      expect([reply.statusCode, reply.body, reply.headers["content-type"]]).toEqual([200, "8", "text/plain"]);
      expect(reply.headers["odata-version"]).toBe("4.0");
      const filtered = await call(server, "GET", `${path}/$count?$filter=servicePrincipal/id eq 'app-2'`);
      expect(filtered.body).toBe("2");
    },
  );

  it("may have its $ encoded, and a slash at the end", async () => {
    expect((await call(server, "GET", `${v1}/%24count`)).body).toBe("8");
    expect((await call(server, "GET", `${v1}/$count/?x=%24count`)).body).toBe("8");
  });

  it.each([
    ["application/json", 415],
    ["application/json;odata.metadata=none, application/xml", 415],
    ["text/plain;q=0", 415],
    ["application/json, text/plain, */*", 200],
    ["text/*", 200],
    ["", 200],
  ])("with Accept: %s answers %i", async (accept, status) => {
    expect((await call(server, "GET", `${v1}/$count`, { headers: { accept } })).statusCode).toBe(status);
  });

  it("is no id, and an event of that name is reached by a key in quotes", async () => {
    await call(server, "POST", "/beta/auditLogs/provisioning", {
      body: { id: "$count", activityDateTime: "2026-03-02T08:14:05Z" },
    });
    const reply = await call(server, "GET", `${v1}('$count')`);
    expect(reply.json<{ id: string }>().id).toBe("$count");
    expect((await call(server, "DELETE", `${v1}('$count')`)).statusCode).toBe(204);
    expect((await call(server, "DELETE", `${v1}/$count`)).statusCode).toBe(400);
  });
});
