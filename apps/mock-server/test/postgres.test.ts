import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPostgresDatabase, startPostgresServer } from "../../../vitest.postgres.js";
import { startMockServer } from "../src/index.js";
import { whole } from "./bodies.js";
import { call, contractPath, createTestServer } from "./call.js";

const first = await createPostgresDatabase();
const v1 = "/v1.0/auditLogs/provisioning";

interface Page {
  readonly value: readonly { readonly id: string; readonly jobId: string }[];
  readonly "@odata.nextLink"?: string;
  readonly "@odata.count"?: number;
}

/** The password that tests of this database must not find anywhere. */
const passwordOf = (url: string) => decodeURIComponent(new URL(url).password);

describe.skipIf(first === undefined)("servers that share a PostgreSQL database", () => {
  it("started at once fill it once, and each has all of it when it is ready", async () => {
    const data = await createPostgresDatabase();
    const options = { data, scenario: "steady", count: 1_100, auth: "off" } as const;
    const servers = await Promise.all([startMockServer(options), startMockServer(options), startMockServer(options)]);
    const ids = new Set<string>();
    for (const { url } of servers) {
      const response = await fetch(`${url}${v1}?$count=true&$top=1000`);
      const page = (await response.json()) as Page;
      expect(page["@odata.count"]).toBe(1_100);
      for (const { id } of page.value) ids.add(id);
    }
    expect(ids.size).toBe(1_000);
    await Promise.all(servers.map((server) => server.close()));
  });

  it("follow each other's nextLinks, and keep no page that another's write changed", async () => {
    const data = await createPostgresDatabase();
    await using one = await createTestServer({ data });
    await using other = await createTestServer({ data });
    for (const id of ["a", "b", "c"]) await call(one, "POST", contractPath, { body: { ...whole, id } });
    const path = `${v1}?$filter=jobId eq 'scim.contoso.fabrikam'&$top=2`;
    const ask = async (server: typeof one, from: string) => (await call(server, "GET", from)).json<Page>();
    for (let again = 0; again < 3; again += 1) {
      expect((await ask(one, path)).value.map(({ id }) => id)).toEqual(["c", "b"]);
    }
    const link = (await ask(one, path))["@odata.nextLink"]?.replace("http://graph.test", "") ?? "";
    expect((await ask(other, link)).value.map(({ id }) => id)).toEqual(["a"]);
    await call(other, "PATCH", `${contractPath}/c`, { body: { jobId: "changed" } });
    expect((await ask(one, path)).value.map(({ id }) => id)).toEqual(["b", "a"]);
  });
});

describe.skipIf(first === undefined)("a PostgreSQL server that goes away", () => {
  let server: Awaited<ReturnType<typeof startPostgresServer>>;
  beforeAll(async () => {
    server = await startPostgresServer();
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  it("is answered with 503 and Retry-After in whole seconds, heals, and its password is nowhere", async () => {
    if (server === undefined) throw new Error("the first server ran");
    const data = await server.createDatabase();
    const lines: string[] = [];
    const stream = new Writable({
      write: (chunk, _encoding, done) => {
        lines.push(String(chunk));
        done();
      },
    });
    await using mock = await createTestServer({ data, logger: pino({ base: null }, stream) });
    await call(mock, "POST", contractPath, { body: { ...whole, id: "mine" } });
    await server.stop();
    const away = [
      await call(mock, "GET", v1),
      await call(mock, "GET", `${v1}/mine`),
      await call(mock, "GET", `${v1}/$count`),
      await call(mock, "PATCH", `${contractPath}/mine`, { body: { jobId: "x" } }),
    ];
    for (const { statusCode, headers } of away) {
      expect([statusCode, headers["retry-after"]]).toEqual([503, expect.stringMatching(/^\d+$/)]);
    }
    const health = await call(mock, "GET", "/_mock/health", { headers: { host: "localhost" } });
    expect(health.statusCode).toBe(503);
    await server.start();
    await expect.poll(async () => (await call(mock, "GET", `${v1}/mine`)).statusCode, { timeout: 60_000 }).toBe(200);
    const shown = [...away, health, await call(mock, "GET", "/", { headers: { host: "localhost" } })];
    const everything = [...shown.map(({ body, headers }) => body + JSON.stringify(headers)), ...lines].join("\n");
    expect(passwordOf(data).length).toBeGreaterThan(8);
    expect(lines.join()).toContain("a request failed");
    expect(everything).not.toContain(passwordOf(data));
  });
});
