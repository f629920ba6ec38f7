import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MockServer } from "../src/index.js";
import { whole } from "./bodies.js";
import { call, contractPath } from "./call.js";
import { storedId } from "./error-cases/error-case.js";
import { errorCases } from "./error-cases.js";
import { closeErrorServers, createErrorServers, type ErrorServers } from "./error-servers.js";

let writable: MockServer;
let servers: ErrorServers;
let before: string;

beforeAll(async () => {
  servers = await createErrorServers();
  ({ writable } = servers);
  await call(writable, "POST", contractPath, { body: { ...whole, id: storedId } });
  before = await readAll();
});
afterAll(() => closeErrorServers(servers));

async function readAll(): Promise<string> {
  const list = await call(writable, "GET", contractPath);
  const one = await call(writable, "GET", `${contractPath}/${storedId}`);
  return `${list.body}${String(one.headers["etag"])}`;
}

interface ErrorBody {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly details?: readonly { readonly code: string; readonly message: string }[];
    readonly innerError: Readonly<Record<string, string>>;
  };
}

it.each(errorCases)("$status $method $path: $name", async (expected) => {
  const reply = await call(servers[expected.server ?? "writable"], expected.method, expected.path, expected.call);
  const { headers } = reply;
  expect(reply.statusCode).toBe(expected.status);
  expect(headers["content-type"]).toBe("application/json");
  expect(headers["odata-version"]).toBeUndefined();
  expect(headers["strict-transport-security"]).toBe("max-age=31536000");
  expect(headers["x-ms-ags-diagnostic"]).toBeDefined();
  if (expected.method !== "HEAD") {
    const { error } = reply.json<ErrorBody>();
    expect({ code: error.code, message: error.message }).toEqual({ code: expected.code, message: expected.message });
    expect(error.innerError).toEqual({
      date: "2026-03-02T08:14:05",
      "request-id": headers["request-id"],
      "client-request-id": headers["client-request-id"],
    });
    const hint = error.details?.find(({ code }) => code === "MockHint")?.message ?? "";
    expect(hint).toContain(expected.hint ?? "");
  }
  if (expected.status === 401) expect(headers["www-authenticate"]).toMatch(/^Bearer realm="", authorization_uri="/);
  if (expected.status === 405) expect(headers["allow"]).toMatch(/^[A-Z, ]+$/);
  expect(await readAll()).toBe(before);
});

describe("an error's ids", () => {
  it("repeats the caller's client-request-id", async () => {
    const reply = await call(writable, "GET", "/v1.0/nope", { headers: { "client-request-id": "mine" } });
    expect(reply.headers["client-request-id"]).toBe("mine");
    expect(reply.json<ErrorBody>().error.innerError["client-request-id"]).toBe("mine");
  });

  it("are the request's own where the caller sent none, and new every time", async () => {
    const first = await call(writable, "GET", "/v1.0/nope");
    const second = await call(writable, "GET", "/v1.0/nope");
    expect(first.headers["client-request-id"]).toBe(first.headers["request-id"]);
    expect(second.headers["request-id"]).not.toBe(first.headers["request-id"]);
  });

  it("come with the conflict's detail in Graph's own code", async () => {
    const reply = await call(writable, "POST", contractPath, { body: { ...whole, id: storedId } });
    expect(reply.json<ErrorBody>().error.details?.map(({ code }) => code)).toEqual(["ConflictingObjects"]);
  });
});

it("asks for a token before anything else", async () => {
  for (const [method, path] of [
    ["GET", "/v9/x"],
    ["PUT", contractPath],
    ["PATCH", contractPath],
  ] as const) {
    expect((await call(writable, method, path, { token: null, body: "nonsense" })).statusCode).toBe(401);
  }
});
