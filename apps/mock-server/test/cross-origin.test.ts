import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MockServer } from "../src/index.js";
import { call, contractPath, createTestServer, unversionedPath } from "./call.js";

const v1 = "/v1.0/auditLogs/provisioning";
const page = { origin: "https://app.example" };
const asking = { ...page, "access-control-request-method": "PATCH", "access-control-request-headers": "x-mine" };

let server: MockServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const grantsOf = (headers: Readonly<Record<string, unknown>>) =>
  Object.keys(headers).filter((name) => name.startsWith("access-control"));

describe("a page of another origin", () => {
  it.each([
    ["GET", v1, undefined, 200],
    ["PATCH", contractPath, {}, 400],
    ["GET", `${unversionedPath}/nobody`, undefined, 404],
    ["GET", "/v1.0/nope", undefined, 400],
    ["PUT", v1, {}, 405],
    ["GET", `${v1}/%zz`, undefined, 400],
    ["OPTIONS", v1, undefined, 405],
  ])("may read the answer to %s %s", async (method, path, body, status) => {
    const reply = await call(server, method, path, { headers: page, body });
    expect(reply.statusCode).toBe(status);
    expect(reply.headers).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-expose-headers":
        "ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, Retry-After",
    });
  });

  it("may read that its token is missing", async () => {
    const reply = await call(server, "GET", v1, { headers: page, token: null });
    expect([reply.statusCode, reply.headers["access-control-allow-origin"]]).toEqual([401, "*"]);
  });

  it.each(["/", "/?x", "/_mock/health", "/_mock", "/_mock/%zz"])("is granted nothing at %s", async (path) => {
    for (const method of ["GET", "POST"]) {
      const headers = { ...page, host: "localhost" };
      expect(grantsOf((await call(server, method, path, { headers })).headers)).toEqual([]);
    }
    const preflight = await call(server, "OPTIONS", path, { headers: { ...asking, host: "localhost" } });
    expect(preflight.statusCode).toBeGreaterThanOrEqual(400);
    expect(grantsOf(preflight.headers)).toEqual([]);
  });
});

describe("a preflight", () => {
  it.each([v1, contractPath, `${contractPath}/x`, unversionedPath, "/v1.0/nope"])(
    "is granted at %s without a token",
    async (path) => {
      const reply = await call(server, "OPTIONS", path, { headers: asking, token: null });
      expect([reply.statusCode, reply.body]).toEqual([204, ""]);
      expect(reply.headers).toMatchObject({
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "GET, POST, PATCH, PUT, DELETE",
        "access-control-allow-headers": expect.stringMatching(/^Authorization, Content-Type, If-Match, .*\*$/),
        "access-control-max-age": "600",
        "request-id": expect.any(String),
      });
    },
  );

  it.each([
    ["Origin", { "access-control-request-method": "PATCH" }],
    ["Access-Control-Request-Method", page],
  ])("needs %s", async (_, headers) => {
    const reply = await call(server, "OPTIONS", v1, { headers });
    expect(reply.statusCode).toBe(405);
    expect(reply.headers["access-control-allow-methods"]).toBeUndefined();
  });
});

it("says nothing of origins to a client that sends none", async () => {
  expect(grantsOf((await call(server, "GET", v1)).headers)).toEqual([]);
  expect(grantsOf((await call(server, "GET", `${v1}/%zz`)).headers)).toEqual([]);
});
