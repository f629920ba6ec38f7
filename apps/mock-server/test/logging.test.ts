import { Writable } from "node:stream";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { createMockServer, startMockServer } from "../src/index.js";
import { createPrettyLogger } from "../src/program/logger.js";
import { sendRaw } from "./raw.js";

const secret = "hunter2-secret";
const jwt = `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify({ tid: "contoso", sub: secret })).toString("base64url")}.c2ln`;

function collect() {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, logger: pino({ base: null }, stream) };
}

describe("the log", () => {
  it("has one line for a request, with what a reader needs", async () => {
    const { lines, logger } = collect();
    await using server = await createMockServer({ logger });
    const url = "/beta/auditLogs/directoryProvisioning?$top=1";
    const { headers } = await server.inject({ url, headers: { authorization: `Bearer ${jwt}` } });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      level: 30,
      time: expect.any(Number),
      method: "GET",
      url,
      status: 200,
      ms: expect.any(Number),
      requestId: headers["request-id"],
      tenantId: "contoso",
    });
  });

  it("has a line for the mock's own routes and for what no route serves", async () => {
    const { lines, logger } = collect();
    await using server = await createMockServer({ logger });
    for (const url of ["/_mock/health", "/", "/nowhere"]) await server.inject(url);
    expect(lines.map((line) => JSON.parse(line).url)).toEqual(["/_mock/health", "/", "/nowhere"]);
  });

  it("never holds a token, and no answer does but for a skip token that Graph's text quotes", async () => {
    const { lines, logger } = collect();
    const answers: string[] = [];
    const skipToken = "0123456789abcdef0123456789abcdef_1";
    await using server = await createMockServer({ logger });
    for (const authorization of [
      `Bearer ${secret}`,
      `Bearer ${jwt}`,
      `Basic ${secret}`,
      secret,
      `bearer  ${secret} x`,
    ]) {
      for (const [method, url, payload] of [
        ["GET", "/v1.0/auditLogs/provisioning"],
        ["GET", `/v1.0/auditLogs/provisioning?access_token=${secret}`],
        ["GET", `/v1.0/auditLogs/provisioning?$skiptoken=${skipToken}`],
        ["GET", "/v1.0/auditLogs/nothing"],
        ["GET", "/v1.0/auditLogs/provisioning/nothing"],
        ["PATCH", "/beta/auditLogs/directoryProvisioning", "{"],
        ["PATCH", "/beta/auditLogs/directoryProvisioning", "[]"],
        ["DELETE", "/beta/auditLogs/directoryProvisioning"],
        ["POST", "/_mock/seed", "{"],
        ["GET", "/_mock/requests"],
        ["GET", "/"],
      ] as const) {
        const { body, headers } = await server.inject({
          method,
          url,
          headers: { authorization, ...(payload === undefined ? {} : { "content-type": "application/json" }) },
          ...(payload === undefined ? {} : { payload }),
        });
        answers.push(body, JSON.stringify(headers));
      }
    }
    expect(lines).toHaveLength(55);
    expect(lines.join("")).not.toContain(secret);
    expect(lines.join("")).not.toContain(jwt);
    expect(lines.join("")).not.toContain(skipToken);
    expect(answers.filter((answer) => answer.includes(secret) || answer.includes(jwt))).toEqual([]);
  });

  it("says why a request failed that nobody foresaw, without the token an exception may quote", async () => {
    const written: string[] = [];
    const { logger } = await createPrettyLogger((text) => written.push(text), false);
    const failing = Object.assign(new Error(`boom for Bearer ${secret}`), { cause: new Error(`and ${jwt}`) });
    logger.error({ err: failing, requestId: "1" }, "a request failed");
    expect(written.join("")).toMatch(/^[\d:.]{12} a request failed\nError: boom for Bearer \[redacted\]\n {4}at /);
    expect(written.join("")).not.toContain(secret);
  });

  it("is a readable line on a terminal, coloured where that is wanted", async () => {
    const line = { method: "GET", url: "/beta", status: 404, ms: 1.25, requestId: "the-id", tenantId: "contoso" };
    const plain: string[] = [];
    (await createPrettyLogger((text) => plain.push(text), false)).logger.info(line);
    expect(plain).toEqual([expect.stringMatching(/^[\d:.]{12} GET {4}\/beta 404 1\.3 ms the-id contoso\n$/)]);
    const coloured: string[] = [];
    (await createPrettyLogger((text) => coloured.push(text), true)).logger.info(line);
    expect(coloured[0]).toContain("\u001b[33m404\u001b[39m");
  });
});

const contract = "/beta/auditLogs/directoryProvisioning";
const json = "Authorization: Bearer x\r\nContent-Type: application/json\r\nContent-Length: 9";

describe("what never became a request", () => {
  it.each([
    ["a body that ends early", `PATCH ${contract} HTTP/1.1\r\n${json}\r\n\r\n{`, "PATCH", contract, 408],
    ["a head that ends early", "GET /beta/x HTTP/1.1\r\n", "?", "?", 408],
    ["garbage", "garbage\r\n\r\n", "?", "?", 400],
    ["a URL that cannot be decoded", "GET /beta/%zz HTTP/1.1\r\nConnection: close\r\n\r\n", "GET", "/beta/%zz", 400],
  ])("is in the log and the journal too: %s", async (_, bytes, method, url, status) => {
    const { lines, logger } = collect();
    await using server = await startMockServer({ logger, requestTimeout: 2_000 });
    const reply = await sendRaw(server.url, bytes);
    const requestId = /\r\nrequest-id: (\S+)/.exec(reply.head)?.[1];
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ method, url, status, requestId }),
    ]);
    const { requests } = (await (await fetch(`${server.url}/_mock/requests`)).json()) as { requests: unknown[] };
    expect(requests).toEqual([expect.objectContaining({ method, url, status, requestId })]);
  });
});
