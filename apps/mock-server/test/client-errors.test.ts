import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningMockServer, startMockServer } from "../src/index.js";
import { fixedOptions } from "./call.js";
import { type RawReply, sendRaw } from "./raw.js";

let server: RunningMockServer;
/** Gives up on a request after a second. What is to be answered goes to the other one, however slow the machine is. */
let hasty: RunningMockServer;
beforeAll(async () => {
  server = await startMockServer(fixedOptions());
  hasty = await startMockServer(fixedOptions({ requestTimeout: 1_000 }));
});
afterAll(() => Promise.all([server.close(), hasty.close()]));

const path = "/v1.0/auditLogs/provisioning";
const ending = "Host: x\r\nAuthorization: Bearer x\r\nConnection: close\r\n\r\n";

function expectGraphError(reply: RawReply, status: number, code: string): void {
  expect(reply.status).toBe(status);
  expect(reply.head.toLowerCase()).toContain("\r\ncontent-type: application/json");
  const { error } = JSON.parse(reply.body) as {
    error: { code: string; message: string; innerError: Record<string, string> };
  };
  expect(error.code).toBe(code);
  expect(error.message).not.toBe("");
  expect(Object.keys(error.innerError)).toEqual(["date", "request-id", "client-request-id"]);
  expect(headerOf(reply, "x-ms-ags-diagnostic")).toContain('"RoleInstance":"PROVLOGMOCK"');
  expect(error.innerError["request-id"]).toBe(headerOf(reply, "request-id"));
  expect(error.innerError["client-request-id"]).toBe(headerOf(reply, "client-request-id"));
}

function headerOf({ head }: RawReply, name: string): string | undefined {
  const line = head.split("\r\n").find((candidate) => candidate.toLowerCase().startsWith(`${name}: `));
  return line?.slice(name.length + 2);
}

it("answers a request line beyond every limit with 414", async () => {
  const reply = await sendRaw(server.url, `GET ${path}?x=${"x".repeat(40_000)} HTTP/1.1\r\n${ending}`);
  expectGraphError(reply, 414, "RequestUriTooLong");
});

it("answers headers beyond 32 KiB with 431", async () => {
  const reply = await sendRaw(server.url, `GET ${path} HTTP/1.1\r\nX-Long: ${"x".repeat(40_000)}\r\n${ending}`);
  expectGraphError(reply, 431, "RequestHeaderFieldsTooLarge");
});

it("takes a URL just under 16 KiB", async () => {
  const reply = await sendRaw(server.url, `GET ${path}?x=${"x".repeat(16_000)} HTTP/1.1\r\n${ending}`);
  expect(reply.status).toBe(200);
});

it("answers headers that never end with 408", async () => {
  expectGraphError(await sendRaw(hasty.url, `GET ${path} HTTP/1.1\r\nHost: x\r\n`), 408, "RequestTimeout");
});

it("answers a body that never ends with 408", async () => {
  const head = `PATCH /beta/auditLogs/directoryProvisioning HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 40\r\n`;
  expectGraphError(await sendRaw(hasty.url, `${head}${ending}{"id":`), 408, "RequestTimeout");
});

it("repeats the caller's client-request-id in a 408", async () => {
  const mine = "client-request-id: mine \u00e9\r\n";
  const head = `PATCH /beta/auditLogs/directoryProvisioning HTTP/1.1\r\n${mine}Content-Type: application/json\r\nContent-Length: 40\r\n`;
  const reply = await sendRaw(hasty.url, Buffer.from(`${head}${ending}{"id":`, "latin1"));
  expect([reply.status, headerOf(reply, "client-request-id")]).toEqual([408, "mine \u00e9"]);
  const { error } = JSON.parse(Buffer.from(reply.body, "latin1").toString("utf8"));
  expect(error.innerError["client-request-id"]).toBe("mine \u00e9");
});

it("answers CONNECT with 405, repeats its client-request-id, and goes on", async () => {
  const reply = await sendRaw(
    server.url,
    `CONNECT elsewhere.test:443 HTTP/1.1\r\nclient-request-id: mine\r\n${ending}`,
  );
  expectGraphError(reply, 405, "Request_BadRequest");
  expect([headerOf(reply, "allow"), headerOf(reply, "client-request-id")]).toEqual(["", "mine"]);
  expect(reply.body).toContain("This server is no proxy.");
  expect((await sendRaw(server.url, `GET ${path} HTTP/1.1\r\n${ending}`)).status).toBe(200);
});

it.each([
  ["text that is no HTTP", "nonsense\r\n\r\n"],
  ["a method nobody knows", `FLY ${path} HTTP/1.1\r\n${ending}`],
  ["two lengths", `POST ${path} HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${ending}`],
  ["a header that is none", `GET ${path} HTTP/1.1\r\nno colon\r\n${ending}`],
  ["an unknown transfer coding", `POST ${path} HTTP/1.1\r\nTransfer-Encoding: nope\r\n${ending}`],
])("answers %s with Graph's 400", async (_, bytes) => {
  expectGraphError(await sendRaw(server.url, bytes), 400, "BadRequest");
});

it.each([
  ["PROPFIND", path, 405, "Request_BadRequest"],
  ["QUERY", path, 405, "Request_BadRequest"],
  ["TRACE", path, 405, "Request_BadRequest"],
  ["MKCOL", "/v1.0/nope", 400, "BadRequest"],
  ["OPTIONS", "*", 400, "BadRequest"],
  ["GET", "nope", 400, "BadRequest"],
  ["GET", "http://elsewhere.test/v1.0/nope", 400, "BadRequest"],
] as const)("answers %s %s in Graph's envelope", async (method, target, status, code) => {
  expectGraphError(await sendRaw(server.url, `${method} ${target} HTTP/1.1\r\n${ending}`), status, code);
});

it("serves a request for an absolute URL", async () => {
  const reply = await sendRaw(server.url, `GET http://elsewhere.test${path} HTTP/1.1\r\n${ending}`);
  expect(reply.status).toBe(200);
});

it.each([
  ["without Host", "Authorization: Bearer x\r\nConnection: close\r\n\r\n"],
  ["with a Host that is none", 'Host: a"b\r\nAuthorization: Bearer x\r\nConnection: close\r\n\r\n'],
])("answers a request %s, with links to localhost", async (_, headers) => {
  const reply = await sendRaw(server.url, `GET ${path} HTTP/1.1\r\n${headers}`);
  expect(reply.status).toBe(200);
  expect(JSON.parse(reply.body)).toMatchObject({ "@odata.context": expect.stringMatching(/^http:\/\/localhost\//) });
});

it("does what is asked although it does not know what is expected", async () => {
  const reply = await sendRaw(server.url, `GET ${path} HTTP/1.1\r\nExpect: miracles\r\n${ending}`);
  expect(reply.status).toBe(200);
});

it("says what a body without a length lacks", async () => {
  const head = `PATCH /beta/auditLogs/directoryProvisioning HTTP/1.1\r\nContent-Type: application/json\r\n`;
  const reply = await sendRaw(server.url, `${head}Host: x\r\nAuthorization: Bearer x\r\n\r\n{"id":"x"}\r\n\r\n`);
  expect(reply.status).toBe(400);
  expect(reply.body).toContain("A body needs Content-Length or Transfer-Encoding: chunked.");
});

it("takes a whole URL with a key in quotes as the request target", async () => {
  const target = `http://x:1${path}('nobody')`;
  expectGraphError(await sendRaw(server.url, `GET ${target} HTTP/1.1\r\n${ending}`), 404, "Request_ResourceNotFound");
});
