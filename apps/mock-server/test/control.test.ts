import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMockServer, type MockServer } from "../src/index.js";

const tenant = "00000000-0000-4000-8000-00000000c000";
const list = "/beta/auditLogs/directoryProvisioning?$top=1";
const bearer = { authorization: "Bearer hunter2-secret" };

let server: MockServer;
beforeEach(async () => {
  server = await createMockServer({ now: () => new Date("2026-03-02T08:14:05Z") });
});
afterEach(() => server.close());

function post(url: string, body?: unknown, headers: Record<string, string> = {}) {
  return server.inject({
    method: "POST",
    url,
    headers: { "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { payload: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

describe("GET /_mock/health", () => {
  it("says what the server holds, without a token", async () => {
    const response = await server.inject("/_mock/health");
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ status: "ok", tenantId: tenant, events: 0, auth: "any", readOnly: false });
  });

  it("carries none of Graph's headers and no permission for other origins", async () => {
    const { headers } = await server.inject("/_mock/health");
    expect(headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(headers["cache-control"]).toBe("no-store");
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(headers["request-id"]).toBeUndefined();
  });
});

describe("POST /_mock/seed", () => {
  it("adds a story, by default a thousand steady events", async () => {
    expect((await post("/_mock/seed", { count: 12 })).json()).toEqual({ tenantId: tenant, added: 12, events: 12 });
    expect((await post("/_mock/seed", { seed: 2 })).json()).toEqual({ tenantId: tenant, added: 1000, events: 1012 });
  });

  it("takes no body for an empty object", async () => {
    expect((await post("/_mock/seed")).json()).toMatchObject({ added: 1000 });
  });

  it("adds events of the caller's own, with their ids or new ones", async () => {
    const summaries = [
      { id: "mine", activityDateTime: "2026-03-01T00:00:00Z" },
      { activityDateTime: "2026-03-02T00:00:00Z" },
    ];
    expect((await post("/_mock/seed", { summaries })).json()).toMatchObject({ added: 2, events: 2 });
    const found = await server.inject({ url: "/v1.0/auditLogs/provisioning/mine", headers: bearer });
    expect(found.json()).toMatchObject({ id: "mine", activityDateTime: "2026-03-01T00:00:00Z" });
  });

  it("keeps tenants apart", async () => {
    const seeded = await post("/_mock/seed", { tenantId: "fabrikam", count: 3 });
    expect(seeded.json()).toEqual({ tenantId: "fabrikam", added: 3, events: 3 });
    expect((await server.inject("/_mock/health")).json()).toMatchObject({ events: 0 });
  });

  it.each([
    [{ summaries: [{ activityDateTime: "2026-03-01T00:00:00Z" }, { id: "x" }] }, /^summaries\[1\]: .*activityDateTime/],
    [{ summaries: {} }, /^summaries: /],
    [{ summaries: [{ id: "", activityDateTime: "2026-03-01T00:00:00Z" }] }, /^summaries\[0\]: /],
    [{ summaries: [{ id: "\ud800", activityDateTime: "2026-03-01T00:00:00Z" }] }, /^summaries\[0\]: /],
    [{ summaries: [{ id: "x".repeat(1_025), activityDateTime: "2026-03-01T00:00:00Z" }] }, /^summaries\[0\]: /],
    [{ scenario: "stedy" }, /no scenario "stedy"/],
    [{ count: -1 }, /^count: /],
    [{ count: 1_000_001 }, /^count: /],
    [{ sead: 1 }, /sead/],
    [{ tenantId: "../x" }, /^tenantId: /],
    [[], /expected object/],
    ["{", /not valid JSON/],
  ])("refuses %j and stores nothing", async (body, message) => {
    const response = await post("/_mock/seed", body);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual({ error: expect.any(String), message: expect.stringMatching(message) });
    expect((await server.inject("/_mock/health")).json()).toMatchObject({ events: 0 });
  });

  it("answers 409 when the events are there already", async () => {
    await post("/_mock/seed", { count: 2 });
    const again = await post("/_mock/seed", { count: 2 });
    expect(again.statusCode).toBe(409);
    expect(again.json()).toMatchObject({ error: "duplicateId", message: expect.stringContaining("POST /_mock/reset") });
  });
});

it("says how many events a refused seed has added", async () => {
  const activityDateTime = "2026-03-01T00:00:00Z";
  const summaries = Array.from({ length: 1_200 }, (_, index) => ({ id: `e${index % 1_100}`, activityDateTime }));
  const reply = await post("/_mock/seed", { summaries });
  expect(reply.statusCode).toBe(409);
  expect(reply.json().message).toContain("1000 of the events were added before that.");
  expect((await server.inject("/_mock/health")).json()).toMatchObject({ events: 1_000 });
});

describe("POST /_mock/reset", () => {
  it("answers the full count to each of five at once", async () => {
    await server.rememberFilling({ scenario: "steady", seed: 1, count: 1_200 });
    const replies = await Promise.all(Array.from({ length: 5 }, () => post("/_mock/reset")));
    expect(replies.map((reply) => reply.json())).toEqual(Array(5).fill({ events: 1_200 }));
  });

  it("ends in the state of the scenario, and no write of a client is in its way", async () => {
    await server.rememberFilling({ scenario: "steady", seed: 1, count: 1_200 });
    const url = "/beta/auditLogs/directoryProvisioning";
    const { value } = (await server.inject({ url: `${url}?$top=1000`, headers: bearer })).json();
    // Each is stored under an id of the scenario: in the gap between emptying and filling it would be in the way.
    const put = (event: { id: string }) =>
      server.inject({
        method: "PATCH",
        url: `${url}/${event.id}`,
        headers: { ...bearer, "content-type": "application/json", prefer: "create-if-missing" },
        payload: JSON.stringify({ ...event, jobId: "mine" }),
      });
    const statuses: number[] = [];
    let isReset = false;
    const reset = post("/_mock/reset").then((reply) => {
      isReset = true;
      return reply;
    });
    // The newest is the last that a reset brings back.
    while (!isReset) statuses.push((await put(value[0])).statusCode);
    expect((await reset).json()).toEqual({ events: 1_200 });
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect((await server.inject("/_mock/health")).json()).toMatchObject({ events: 1_200 });
  });

  it("brings back what the server began with, and forgets the requests", async () => {
    await server.rememberFilling({ scenario: "steady", seed: 1, count: 5 });
    const before = (await server.inject({ url: list, headers: bearer })).json();
    await post("/_mock/seed", { seed: 9, count: 5 });
    expect((await post("/_mock/reset")).json()).toEqual({ events: 5 });
    expect((await server.inject("/_mock/requests")).json()).toEqual({ requests: [] });
    expect((await server.inject({ url: list, headers: bearer })).json()).toEqual(before);
  });

  it("also empties tenants that only seed wrote to", async () => {
    await post("/_mock/seed", { tenantId: "fabrikam", count: 3 });
    await post("/_mock/reset");
    expect((await post("/_mock/seed", { tenantId: "fabrikam", count: 0 })).json()).toMatchObject({ events: 0 });
  });
});

describe.each(["/_mock/reset", "/_mock/seed"])("POST %s", (url) => {
  it.each([
    ["text/plain", "{}"],
    ["application/x-www-form-urlencoded", "{}"],
    ["multipart/form-data; boundary=x", "{}"],
    ["application/jsonp", "{}"],
    ["text/plain", undefined],
    ["application/x-www-form-urlencoded", undefined],
    [undefined, "{}"],
    [undefined, undefined],
  ])("refuses Content-Type %s with the body %s, which any page could send", async (type, payload) => {
    await server.fill({ scenario: "steady", seed: 3, count: 2 });
    const headers = type === undefined ? {} : { "content-type": type };
    const response = await server.inject({
      method: "POST",
      url,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    expect(response.statusCode).toBe(415);
    expect(response.json()).toMatchObject({ error: "jsonOnly" });
    expect((await server.inject("/_mock/health")).json()).toMatchObject({ events: 2 });
  });

  it.each(["application/json", "application/json; charset=utf-8", "Application/JSON;charset=utf-8"])(
    "takes %s without a body",
    async (type) => {
      expect((await post(url, undefined, { "content-type": type })).statusCode).toBe(200);
    },
  );
});

describe("GET /_mock/requests", () => {
  it("lists requests to Graph's addresses, newest first, and never a token", async () => {
    await server.inject({ url: list, headers: bearer });
    await server.inject({ url: "/beta/nowhere?access_token=hunter2-secret" });
    await server.inject("/_mock/health");
    await server.inject("/");
    const response = await server.inject("/_mock/requests");
    expect(response.json()).toEqual({
      requests: [
        {
          time: "2026-03-02T08:14:05.000Z",
          method: "GET",
          url: "/beta/nowhere?access_token=[redacted]",
          status: expect.any(Number),
          milliseconds: expect.any(Number),
          requestId: expect.stringMatching(/^[\da-f-]{36}$/),
        },
        expect.objectContaining({ url: list, status: 200, tenantId: tenant }),
      ],
    });
    expect(response.body).not.toContain("hunter2");
  });

  it("shows the id the answer carried", async () => {
    const { headers } = await server.inject({ url: list, headers: bearer });
    expect((await server.inject("/_mock/requests")).json().requests[0].requestId).toBe(headers["request-id"]);
  });

  it("remembers a hundred", async () => {
    for (let count = 0; count < 103; count += 1) await server.inject(`/beta/n${count}`);
    const { requests } = (await server.inject("/_mock/requests")).json();
    expect(requests).toHaveLength(100);
    expect(requests[0].url).toBe("/beta/n102");
  });
});

describe("the guard of /_mock/", () => {
  it.each([
    "localhost",
    "localhost:4480",
    "127.0.0.1:4480",
    "127.9.9.9",
    "[::1]:4480",
    "app.localhost:1",
    "LOCALHOST.",
  ])("answers when called as %s", async (host) => {
    expect((await server.inject({ url: "/_mock/health", headers: { host } })).statusCode).toBe(200);
  });

  it.each([
    "evil.example",
    "evil.example:4480",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "192.168.1.5",
    "x@localhost",
  ])("answers 421 when called as %j, in plain JSON", async (host) => {
    for (const [method, url] of [
      ["GET", "health"],
      ["GET", "requests"],
      ["POST", "reset"],
      ["POST", "seed"],
    ] as const) {
      const response = await server.inject({ method, url: `/_mock/${url}`, headers: { host } });
      expect(response.statusCode).toBe(421);
      expect(response.json()).toEqual({ error: "foreignHost", message: expect.any(String) });
    }
  });

  it("answers at the host of the public base URL", async () => {
    await using published = await createMockServer({ publicBaseUrl: "https://mock.example/graph" });
    const ask = (headers: Record<string, string>) => published.inject({ url: "/_mock/health", headers });
    expect((await ask({ host: "mock.example" })).statusCode).toBe(200);
    expect((await ask({ host: "mock.example", origin: "https://mock.example" })).statusCode).toBe(200);
    expect((await ask({ host: "mock.example", origin: "https://mock.example:8443" })).statusCode).toBe(403);
    expect((await ask({ host: "other.example" })).statusCode).toBe(421);
  });

  it.each(["https://evil.example", "null", "http://localhost:1", "https://localhost:4480", "http://127.0.0.1:4480"])(
    "refuses a page from %s",
    async (origin) => {
      const response = await post("/_mock/reset", undefined, { host: "localhost:4480", origin });
      expect(response.statusCode).toBe(403);
      expect(response.json()).toMatchObject({ error: "foreignOrigin" });
    },
  );

  it("answers a page of its own", async () => {
    const own = { host: "localhost:4480", origin: "http://localhost:4480" };
    expect((await post("/_mock/reset", undefined, own)).statusCode).toBe(200);
  });

  it("grants no preflight", async () => {
    const response = await server.inject({
      method: "OPTIONS",
      url: "/_mock/reset",
      headers: { host: "localhost:4480", origin: "https://evil.example", "access-control-request-method": "POST" },
    });
    expect(response.statusCode).toBe(403);
    expect(Object.keys(response.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("says what there is, and how to call it", async () => {
    const unknown = await server.inject("/_mock/clock");
    expect([unknown.statusCode, unknown.json().message]).toEqual([404, expect.stringContaining("POST /_mock/seed")]);
    const wrong = await server.inject("/_mock/reset");
    expect([wrong.statusCode, wrong.headers["allow"]]).toEqual([405, "POST"]);
  });
});
