import { Agent, request as httpRequest } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, describe, it } from "vitest";
import { soakable } from "../../../vitest.runs.js";
import type { MockServer } from "../src/index.js";
import { whole } from "./bodies.js";
import { call, contractPath, createTestServer } from "./call.js";
import { type Answer, expectGraphAnswer } from "./graph-answer.js";

let server: MockServer;
let url: URL;
const agent = new Agent({ keepAlive: true });
beforeAll(async () => {
  server = await createTestServer();
  url = new URL(await server.listen());
  await call(server, "POST", contractPath, { body: { ...whole, id: "mine" } });
});
afterAll(async () => {
  agent.destroy();
  await server.close();
});

/** A request over the network, with its target exactly as it is written: `inject` would tidy it up. */
function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname: host, port } = url;
  return new Promise((resolve, reject) => {
    const options = { host, port, path, method, agent, headers: { authorization: "Bearer any", ...headers } };
    const request = httpRequest(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        resolve({
          statusCode: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        });
      });
    });
    request.on("error", reject);
    request.end();
  });
}

/** What Node's parser refuses itself never reaches a route. */
function asNodePasses(text: string): string {
  return Array.from(text, (character) => (character > " " && character < "\u007f" ? character : "_")).join("");
}

const propertyNames = [
  ...Object.keys(whole),
  "id",
  "provisioningAction",
  "provisioningStatusInfo",
  "app",
  "__proto__",
  "constructor",
  "toString",
  "value",
  "@odata.context",
];
const anyBody = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(fc.constantFrom(...propertyNames), fc.jsonValue(), { maxKeys: 6 }),
  fc.dictionary(fc.constantFrom(...propertyNames), fc.constantFrom(...Object.values(whole)), { maxKeys: 6 }),
  fc.array(fc.constantFrom(...propertyNames)).map((names) => {
    const changed: Record<string, unknown> = { ...whole };
    for (const name of names) delete changed[name];
    return changed;
  }),
);
const anyRequest = fc.record({
  method: fc.constantFrom("PATCH", "POST"),
  path: fc.constantFrom(
    contractPath,
    "/auditLogs/directoryProvisioning",
    "/v1.0/auditLogs/provisioning",
    `${contractPath}/mine`,
    "/v1.0/auditLogs/provisioning/mine",
  ),
  prefer: fc.constantFrom("", "return=minimal", "create-if-missing"),
  body: anyBody,
});

describe("whatever is sent", () => {
  it("as a JSON body is answered as Graph answers", { timeout: soakable(240_000) }, async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ method, path, prefer, body }) => {
        const headers = { "content-type": "application/json", ...(prefer === "" ? {} : { prefer }) };
        expectGraphAnswer(await call(server, method, path, { body: JSON.stringify(body), headers }));
      }),
      { numRuns: soakable(500) },
    );
  });

  it("as bytes is answered as Graph answers", { timeout: soakable(240_000) }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1 }), async (bytes) => {
        const headers = { "content-type": "application/json" };
        expectGraphAnswer(await call(server, "PATCH", contractPath, { body: Buffer.from(bytes), headers }));
      }),
      { numRuns: soakable(200) },
    );
  });

  const piece = fc.oneof(
    fc.constantFrom(
      "beta",
      "v1.0",
      "auditLogs",
      "directoryProvisioning",
      "provisioning",
      "mine",
      "$count",
      "('mine')",
      "(",
      "')",
      "%",
      "%zz",
      "%00",
      "%2F",
      "..",
      ".",
      "",
      "?",
      "#",
      "&",
      "$top=5",
      "$skiptoken=x",
      "$orderby=",
      "top",
      "=",
      "+",
      ";",
      "*",
      ":",
      "\\",
    ),
    fc.string({ maxLength: 8, unit: "binary-ascii" }),
  );
  const anyUrl = fc
    .array(piece, { maxLength: 8 })
    .chain((pieces) => fc.constantFrom("/", "", "?", "&").map((separator) => `/${pieces.join(separator)}`))
    .map(asNodePasses);

  it("as a URL is answered as Graph answers", { timeout: soakable(240_000) }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("GET", "PATCH", "POST", "DELETE", "PUT"), anyUrl, async (method, path) => {
        const reply = await ask(method, path, { "content-type": "application/json" });
        if (/^\/+(_mock|[?#]|$)/.test(path)) return; // the mock's own pages
        expectGraphAnswer(reply);
      }),
      { numRuns: soakable(1_500) },
    );
  });

  it("as a query is answered as Graph answers", { timeout: soakable(240_000) }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), fc.boolean(), async (pieces, isBeta) => {
        const path = isBeta ? contractPath : "/v1.0/auditLogs/provisioning";
        const query = asNodePasses(pieces.join(""));
        expectGraphAnswer(await ask("GET", `${path}?${query}`));
      }),
      { numRuns: soakable(500) },
    );
  });

  it("in a header is answered as Graph answers", { timeout: soakable(240_000) }, async () => {
    const names = [
      "accept",
      "prefer",
      "if-match",
      "if-none-match",
      "client-request-id",
      "content-type",
      "host",
      "authorization",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.string({ maxLength: 40, unit: "grapheme-ascii" }),
        async (name, value) => {
          const reply = await call(server, "PATCH", `${contractPath}/mine`, {
            body: { jobId: "x" },
            headers: { [name]: value.trim() },
          });
          expectGraphAnswer(reply);
        },
      ),
      { numRuns: soakable(500) },
    );
  });
});
