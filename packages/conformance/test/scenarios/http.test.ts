import { connect } from "node:net";
import { expect } from "vitest";
import { isRecord } from "../../src/call.js";
import { pageExample } from "../../src/page-example.js";
import { beta, errorOf, type Scenario, v1 } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url, { requestTimeout: 2_000 });

/** Sends bytes as they are and gives what came back until the server closed. */
function sendRaw(url: string, bytes: string): Promise<{ status: number; head: string; body: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes, "latin1"));
    let received = "";
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => {
      received += text;
    });
    socket.on("error", reject);
    socket.on("close", () => {
      const [head = "", ...rest] = received.split("\r\n\r\n");
      resolve({ status: Number(head.split(" ")[1]), head, body: rest.join("\r\n\r\n") });
    });
  });
}

async function expectRefused({ url, call }: Scenario, bytes: string, status: number): Promise<string> {
  const answer = await sendRaw(url, bytes);
  expect(answer.status).toBe(status);
  const body: unknown = JSON.parse(answer.body);
  const error = isRecord(body) ? body["error"] : undefined;
  expect(error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  const names = ["date", "request-id", "client-request-id"];
  expect(Object.keys(Object(isRecord(error) ? error["innerError"] : undefined))).toEqual(names);
  expect((await call("GET", v1)).status).toBe(200);
  return answer.head;
}

verifies("http:half-sent", async (scenario) => {
  const { url, token } = scenario;
  const text = JSON.stringify(pageExample, null, 2);
  const head = [
    `PATCH ${beta} HTTP/1.1`,
    "Host: 127.0.0.1",
    `Authorization: Bearer ${token}`,
    "Content-Type: application/json",
    "Content-length: 1080",
    "Connection: close",
  ].join("\r\n");
  const crlf = text.replaceAll("\n", "\r\n");
  expect([crlf.length, text.length]).toEqual([1080, 1040]);
  expect((await sendRaw(url, `${head}\r\n\r\n${crlf}`)).status).toBe(200);
  await expectRefused(scenario, `${head}\r\n\r\n${text}`, 408);
});

verifies("http:half-sent:headers", async (scenario) => {
  const head = [`PATCH ${beta} HTTP/1.1`, "Host: 127.0.0.1", "Content-Type: application/json", "Content-Length: 40"];
  const lines = [...head, `Authorization: Bearer ${scenario.token}`, "client-request-id: mine"];
  const answered = (await expectRefused(scenario, `${lines.join("\r\n")}\r\n\r\n{`, 408)).split("\r\n");
  expect(answered).toContain("client-request-id: mine");
  for (const name of ["request-id", "date", "strict-transport-security", "x-ms-ags-diagnostic"]) {
    expect(answered.filter((line) => line.startsWith(`${name}: `))).toHaveLength(1);
  }
});

verifies("method:connect", async (scenario) => {
  const head = await expectRefused(scenario, "CONNECT elsewhere.example:443 HTTP/1.1\r\nhost: x\r\n\r\n", 405);
  expect(head.split("\r\n")).toContain("allow: ");
});

verifies("http:url-too-long", async ({ call }) => {
  const reply = await call("GET", `${v1}?tag=${"x".repeat(16_400)}`);
  expect(reply.status).toBe(414);
  expect(errorOf(reply).code).toBeTypeOf("string");
  expect((await call("GET", `${v1}?tag=${"x".repeat(8_000)}`)).status).toBe(200);
});

verifies("http:malformed-url", async ({ call }) => {
  for (const path of [`${v1}/%zz`, `${v1}/%E0%A4`, "/%zz"]) {
    const reply = await call("GET", path);
    expect([path, reply.status]).toEqual([path, 400]);
    expect(Object.keys(reply.json)).toEqual(["error"]);
  }
});

verifies("http:headers-too-large", async (scenario) => {
  await expectRefused(scenario, `GET ${v1} HTTP/1.1\r\nhost: x\r\nx-big: ${"x".repeat(70_000)}\r\n\r\n`, 431);
});

verifies("http:garbage", async (scenario) => {
  await expectRefused(scenario, "\u0016\u0003\u0001 not http\r\n\r\n", 400);
});
