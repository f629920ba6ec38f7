import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningMockServer, startMockServer } from "../src/index.js";
import { pageExample } from "./page-example.js";
import { sendRaw } from "./raw.js";

let server: RunningMockServer;
/** Gives up on a request after a second. What is to be answered goes to the other one, however slow the machine is. */
let hasty: RunningMockServer;
beforeAll(async () => {
  server = await startMockServer();
  hasty = await startMockServer({ requestTimeout: 1_000 });
});
afterAll(() => Promise.all([server.close(), hasty.close()]));

/** The contract page's request as it is printed, with a host and a token, and one of the two line ends in its body. */
function pageRequest(lineEnd: "\r\n" | "\n"): string {
  const head = [
    "PATCH /beta/auditLogs/directoryProvisioning HTTP/1.1",
    "Host: graph.microsoft.com",
    "Authorization: Bearer any",
    "Content-Type: application/json",
    "Content-length: 1080",
    "Connection: close",
  ];
  return `${head.join("\r\n")}\r\n\r\n${pageExample.trimEnd().replace(/\r?\n/g, lineEnd)}`;
}

function bodyLength(request: string): number {
  return Buffer.byteLength(request.slice(request.indexOf("\r\n\r\n") + 4));
}

describe("the contract page's request with its Content-length: 1080", () => {
  it("is answered 200 when its lines end in CRLF, which makes it exactly as long", async () => {
    const request = pageRequest("\r\n");
    expect(bodyLength(request)).toBe(1080);
    const reply = await sendRaw(server.url, request);
    expect(reply.status).toBe(200);
  });

  it("ends with Graph's 408 when they end in LF, which leaves it 40 bytes short", async () => {
    const request = pageRequest("\n");
    expect(bodyLength(request)).toBe(1040);
    const reply = await sendRaw(hasty.url, request);
    expect(reply.status).toBe(408);
    expect(JSON.parse(reply.body)).toMatchObject({
      error: { code: "RequestTimeout", innerError: { "request-id": expect.any(String) } },
    });
  });
});

describe("a client that never finishes", () => {
  it.each([
    ["headers", "GET /v1.0/auditLogs/provisioning HTTP/1.1\r\n", (turn: number) => `x-${turn}: y\r\n`],
    [
      "a body",
      "PATCH /beta/auditLogs/directoryProvisioning HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer any\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n",
      () => " ",
    ],
  ])("is cut off although it keeps sending %s a bit at a time", async (_, head, drop) => {
    const { hostname, port } = new URL(hasty.url);
    const socket = connect(Number(port), hostname);
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
    });
    socket.on("error", () => undefined);
    let isOpen = true;
    socket.on("close", () => {
      isOpen = false;
    });
    socket.write(head);
    for (let turn = 0; isOpen; turn += 1) {
      if (socket.writable) socket.write(drop(turn));
      await wait(20);
    }
    expect(received).toMatch(/^HTTP\/1\.1 408 /);
    expect(received).toContain('"code":"RequestTimeout"');
  });

  it("holds up nobody else", async () => {
    const { hostname, port } = new URL(server.url);
    const sockets = Array.from({ length: 50 }, () => {
      const socket = connect(Number(port), hostname);
      socket.on("error", () => undefined);
      socket.write("GET / HTTP/1.1\r\n");
      return socket;
    });
    const response = await fetch(`${server.url}/v1.0/auditLogs/provisioning`, {
      headers: { authorization: "Bearer x" },
    });
    expect(response.status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });
});

describe("garbage behind a good request", () => {
  const good = "GET /v1.0/auditLogs/provisioning HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer any\r\n\r\n";

  it("is answered in Graph's envelope when it comes with the request", async () => {
    const { status, head, body } = await sendRaw(server.url, `${good}garbage garbage\r\n\r\n`);
    expect(status).toBe(400);
    expect(head).toContain("content-type: application/json");
    expect(JSON.parse(body)).toMatchObject({ error: { code: "BadRequest", innerError: {} } });
  });

  it("is answered in Graph's envelope when it comes after the answer", async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    let received = "";
    socket.on("data", (chunk) => {
      const isFirst = received === "";
      received += chunk.toString("latin1");
      if (isFirst) socket.write("garbage garbage\r\n\r\n");
    });
    socket.write(good);
    await new Promise((done) => socket.once("close", done));
    expect(received).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(received).toMatch(
      /"value":\[[\s\S]*HTTP\/1\.1 400 Bad Request\r\n[\s\S]*\r\n\r\n{"error":{"code":"BadRequest"/,
    );
  });
});
