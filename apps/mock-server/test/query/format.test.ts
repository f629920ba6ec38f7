import { afterAll, beforeAll, expect, it } from "vitest";
import type { MockServer } from "../../src/index.js";
import { call, createTestServer } from "../call.js";
import { storeEvents } from "./events.js";

const v1 = "/v1.0/auditLogs/provisioning";
let server: MockServer;
beforeAll(async () => {
  server = await createTestServer();
  await storeEvents(server);
});
afterAll(() => server.close());

it.each([
  ["$format=json", "minimal", "false"],
  ["$format=JSON", "minimal", "false"],
  ["$format=application/json", "minimal", "false"],
  ["$format=application/json;odata.metadata=none", "none", "false"],
  ["$format=application/json%3Bodata.metadata=minimal%3BIEEE754Compatible=true", "minimal", "true"],
])("?%s wins over Accept", async (query, metadata, compatible) => {
  for (const path of [`${v1}?$top=2&${query}`, `${v1}/a?${query}`]) {
    const reply = await call(server, "GET", path, { headers: { accept: "application/xml" } });
    expect([reply.statusCode, reply.headers["content-type"]]).toEqual([
      200,
      `application/json;odata.metadata=${metadata};odata.streaming=true;IEEE754Compatible=${compatible};charset=utf-8`,
    ]);
    expect(Object.hasOwn(reply.json<object>(), "@odata.context")).toBe(metadata === "minimal");
  }
});

it.each(["atom", "xml", "", "application/json,text/html", "application/json2"])(
  "$format=%s is refused",
  async (value) => {
    expect((await call(server, "GET", `${v1}?$format=${value}`)).statusCode).toBe(400);
  },
);

it("holds for every page, however often it is asked for", async () => {
  const ask = async (query: string) => (await call(server, "GET", `${v1}?$top=2${query}`)).body;
  const plain = await ask("");
  const bare = await ask("&$format=application/json;odata.metadata=none");
  expect(plain).not.toBe(bare);
  for (let again = 0; again < 3; again += 1) {
    expect(await ask("&$format=application/json;odata.metadata=none")).toBe(bare);
    expect(await ask("")).toBe(plain);
  }
});
