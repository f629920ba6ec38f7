import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import * as core from "../src/core.js";
import {
  AuthenticationError,
  CheckpointError,
  GraphError,
  NetworkError,
  ResponseShapeError,
  ThrottledError,
} from "../src/core.js";
import { createTestClient, failureOf, fakeService, graphFailure, json, token } from "./fake-service.js";

const get = (...answers: Parameters<typeof fakeService>) =>
  failureOf(createTestClient(fakeService(...answers), { maxRetries: 0 }).get("a"));

describe("GraphError", () => {
  it("says method, path, status, code, text and request id in one line", async () => {
    const error = await get(
      graphFailure(404, "Request_ResourceNotFound", "Resource 'a' does not exist.", { "request-id": "r-1" }),
    );
    expect(error).toMatchObject({
      name: "GraphError",
      status: 404,
      code: "Request_ResourceNotFound",
      graphMessage: "Resource 'a' does not exist.",
      requestId: "r-1",
      clientRequestId: "request-1",
      message:
        "GET /beta/auditLogs/directoryProvisioning/a failed: 404 Request_ResourceNotFound: Resource 'a' does not exist. (request-id r-1)",
    });
  });

  it("takes the request id from the body when no header has it", async () => {
    expect(await get(graphFailure(400, "BadRequest", ""))).toMatchObject({ requestId: "inner-id" });
  });

  it.each(["innerError", "innererror"])("reads codes nested in %s", async (key) => {
    const error = await get(
      json({ error: { code: "a", message: "", [key]: { code: "b", [key]: { code: "c" } } } }, 400),
    );
    expect(error).toMatchObject({ code: "a", innerCodes: ["b", "c"] });
  });

  it("reads details, the mock's hint among them", async () => {
    const details = [{ code: "MockHint", message: "do this" }, { code: "X", message: "y", target: "z" }, 5];
    const error = await get(json({ error: { code: "BadRequest", message: "m", details } }, 400));
    expect(error).toMatchObject({
      details: [
        { code: "MockHint", message: "do this" },
        { code: "X", message: "y", target: "z" },
        { code: "", message: "" },
      ],
    });
  });

  it.each([
    ["an empty body", ""],
    ["an HTML page", "<html><title>502 Bad Gateway</title></html>"],
    ["JSON of another kind", '{"error":"invalid_grant"}'],
    ["null", "null"],
    ["an error that is null", '{"error":null}'],
  ])("keeps the status when the body is %s", async (_, body) => {
    const error = await get(new Response(body, { status: 502 }));
    expect(error).toMatchObject({ status: 502, code: "", graphMessage: "" });
    expect(GraphError.isInstance(error)).toBe(true);
  });

  it("keeps the status when the body is far too large", async () => {
    const error = await get(new Response("x".repeat(2 * 1024 * 1024), { status: 500 }));
    expect(error).toMatchObject({ status: 500, code: "" });
  });

  it("accepts an empty code and message", async () => {
    expect(await get(graphFailure(403, "", ""))).toMatchObject({ status: 403, code: "", graphMessage: "" });
  });
});

describe("subclasses", () => {
  it("is a ThrottledError with seconds after 429, an empty one too", async () => {
    const error = await get(new Response(null, { status: 429, headers: { "retry-after": "12" } }));
    expect(ThrottledError.isInstance(error) && error.retryAfter).toBe(12);
    expect(GraphError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ message: expect.stringMatching(/failed: 429; retry after 12 s$/) });
  });

  it("is an AuthenticationError with its claims after 401", async () => {
    const challenge =
      'Bearer realm="", authorization_uri="https://x", error="insufficient_claims", claims="eyJhIjoxfQ=="';
    const error = await get(graphFailure(401, "InvalidAuthenticationToken", "m", { "www-authenticate": challenge }));
    expect(AuthenticationError.isInstance(error) && error.claims).toBe("eyJhIjoxfQ==");
  });

  it("has no claims without a challenge", async () => {
    const error = await get(graphFailure(401, "InvalidAuthenticationToken", "Access token is empty."));
    expect(AuthenticationError.isInstance(error) && error.claims).toBeUndefined();
  });

  it("is neither after 403", async () => {
    const error = await get(graphFailure(403, "Authentication_MSGraphPermissionMissing", "m"));
    expect(AuthenticationError.isInstance(error)).toBe(false);
    expect(GraphError.isInstance(error)).toBe(true);
  });
});

describe("the message about a long address", () => {
  const filter = `jobId in ('${"a".repeat(5000)}')`;
  const list = (...answers: Parameters<typeof fakeService>) =>
    failureOf(createTestClient(fakeService(...answers), { maxRetries: 0 }).count({ filter }));

  it.each([
    ["GraphError", graphFailure(414, "RequestUriTooLong", "The request URL is too long."), /… failed: 414 /],
    ["NetworkError", new TypeError("fetch failed"), /… got no answer from /],
    ["ResponseShapeError", json({}), /… answered 200, but /],
  ])("is short in a %s, whose path has it all", async (name, answer, end) => {
    const error = await list(answer);
    expect(error).toMatchObject({
      name,
      message: expect.stringMatching(end),
      path: expect.stringContaining("a".repeat(5000)),
    });
    expect(error).toMatchObject({ message: expect.stringMatching(/^.{1000,1300}$/) });
  });
});

describe("NetworkError", () => {
  it("names the origin and the innermost cause", async () => {
    const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" });
    const error = await get(new TypeError("fetch failed", { cause: new AggregateError([refused]) }));
    expect(error).toMatchObject({
      name: "NetworkError",
      code: "ECONNREFUSED",
      origin: "https://graph.example",
      message:
        "GET /beta/auditLogs/directoryProvisioning/a got no answer from https://graph.example: connect ECONNREFUSED 127.0.0.1:1",
    });
  });

  it("survives an error that is its own cause", async () => {
    const ring = new Error("ring");
    ring.cause = ring;
    expect(await get(ring)).toMatchObject({ reason: "ring", code: undefined });
  });

  it("is what a body that breaks off gives", async () => {
    const broken = new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"id":'));
          controller.error(Object.assign(new TypeError("terminated"), { code: "UND_ERR_SOCKET" }));
        },
      }),
    );
    expect(await get(broken)).toMatchObject({ name: "NetworkError", code: "UND_ERR_SOCKET" });
  });
});

describe("ResponseShapeError", () => {
  it.each([
    ["broken off", '{"id":"a"{"error":{}}', "body"],
    ["empty", "", "body"],
    ["of the wrong shape", '{"id":5}', "schema"],
    ["not an object", "[]", "schema"],
  ])("is what a 200 with a body that is %s gives", async (_, body, reason) => {
    const error = await get(new Response(body));
    expect(ResponseShapeError.isInstance(error) && error.reason).toBe(reason);
  });

  it("is what bytes that are no UTF-8 give", async () => {
    expect(await get(new Response(new Uint8Array([0x22, 0xff, 0x22])))).toMatchObject({ reason: "body" });
  });

  it("is what an answer beyond maxResponseBytes gives, and its reading stops", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(1000).fill(32));
      },
    });
    const service = fakeService(new Response(endless));
    const error = await failureOf(createTestClient(service, { maxResponseBytes: 10_000 }).get("a"));
    expect(error).toMatchObject({ reason: "size", issues: [{ message: "the body is larger than 10000 bytes" }] });
    expect(pulled).toBeLessThan(20);
  });
});

describe("redirects", () => {
  it.each([301, 302, 303, 307, 308])("does not follow a %i, even to the same origin", async (status) => {
    const service = fakeService(new Response(null, { status, headers: { location: "https://evil.example/x?y" } }));
    const error = await failureOf(createTestClient(service).get("a"));
    expect(GraphError.isInstance(error) && error.status).toBe(status);
    expect(error).toMatchObject({ message: expect.stringContaining("redirected to https://evil.example;") });
    expect(service.requests.map((request) => request.redirect)).toEqual(["manual"]);
  });
});

describe("secrets", () => {
  const echo = (status: number) =>
    graphFailure(status, token, `you sent ${token}`, { "x-echo": token, "request-id": token });

  it.each([
    ["GraphError", () => get(echo(400))],
    ["AuthenticationError", () => get(echo(401))],
    ["ThrottledError", () => get(echo(429))],
    [
      "NetworkError",
      () => get(Object.assign(new Error(`bad ${token}`), { config: { headers: { authorization: token } } })),
    ],
    ["ResponseShapeError", () => get(new Response(`{"id":"${token}`, { headers: { "request-id": token } }))],
  ])("keeps the token out of every form of a %s", async (name, fail) => {
    const error = await fail();
    expect(error).toMatchObject({ name });
    const forms = [
      inspect(error, { depth: 10, showHidden: true }),
      JSON.stringify(error),
      String(error),
      (error as Error).stack,
    ];
    for (const form of forms) expect(form).not.toContain(token);
  });

  it("keeps a token that no header can carry out of the error, and sends nothing", async () => {
    const service = fakeService();
    const error = await failureOf(createTestClient(service, { accessToken: "hunter2\n" }).get("a"));
    expect(error).toBeInstanceOf(TypeError);
    expect(inspect(error)).not.toContain("hunter2");
    expect(service.requests).toHaveLength(0);
  });

  it("shows no token when the client itself is printed", () => {
    expect(inspect(createTestClient(fakeService()), { depth: 10, showHidden: true })).not.toContain(token);
  });

  it("cuts a skiptoken", async () => {
    const service = fakeService(graphFailure(400, "BadRequest", ""));
    const link = "https://graph.example/beta/auditLogs/provisioning?$top=1&$skiptoken=abcdefghij&a=b";
    const [pages] = [createTestClient(service).pages({ nextLink: link })[Symbol.asyncIterator]()];
    expect(await failureOf(pages.next())).toMatchObject({
      path: "/beta/auditLogs/provisioning?$top=1&$skiptoken=abcdef…&a=b",
    });
  });
});

describe("guards", () => {
  const guards = [CheckpointError, GraphError, ThrottledError, AuthenticationError, NetworkError, ResponseShapeError];

  it("has one on every exported error", () => {
    const errors = Object.values(core).filter((value) => value.prototype instanceof Error);
    expect(errors).toHaveLength(guards.length);
    for (const error of guards) expect(errors).toContain(error);
  });

  it("refuses what is no error of this package", () => {
    for (const guard of guards) {
      for (const value of [undefined, null, "GraphError", {}, new Error("x")])
        expect(guard.isInstance(value)).toBe(false);
    }
  });

  it("knows an error of another copy of the package by its brand", () => {
    const foreign = Object.defineProperty(new Error("x"), Symbol.for("@org/client.GraphError"), { value: true });
    expect(GraphError.isInstance(foreign)).toBe(true);
    expect(ThrottledError.isInstance(foreign)).toBe(false);
  });
});
