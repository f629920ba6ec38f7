import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MockServer } from "../src/index.js";
import { rewriteUrl } from "../src/rewrite-url.js";
import { pageKeysOf, twins, whole } from "./bodies.js";
import { call, contractPath, createTestServer } from "./call.js";
import { pageProperties } from "./page-example.js";

const v1 = "/v1.0/auditLogs/provisioning";
let server: MockServer;

beforeEach(async () => {
  server = await createTestServer();
});
afterEach(() => server.close());

const post = (body: object, path = contractPath) => call(server, "POST", path, { body: { ...whole, ...body } });
const read = (id: string) => call(server, "GET", `${contractPath}/${encodeURIComponent(id)}`);

describe("POST", () => {
  it("stores under the id it is given and says where", async () => {
    const reply = await post({ id: "mine" });
    expect(reply.statusCode).toBe(201);
    expect(reply.headers["location"]).toBe(`http://graph.test${contractPath}/mine`);
    const again = await read("mine");
    expect(again.body).toBe(reply.body);
    expect(again.headers["etag"]).toBe(reply.headers["etag"]);
    expect(pageKeysOf(again.json()).sort()).toEqual([...pageProperties].sort());
  });

  it("asks for activityDateTime only and makes the id", async () => {
    const reply = await call(server, "POST", v1, { body: { activityDateTime: "2026-03-02T08:14:05Z" } });
    expect(reply.statusCode).toBe(201);
    const { id, jobId, provisioningSteps } = reply.json<Record<string, unknown>>();
    expect(reply.headers["location"]).toBe(`http://graph.test${v1}/${String(id)}`);
    expect({ jobId, provisioningSteps }).toEqual({ jobId: null, provisioningSteps: [] });
  });

  it("answers return=minimal with 204 and where the event is", async () => {
    const reply = await call(server, "POST", v1, {
      body: { ...twins, id: "mine" },
      headers: { prefer: "return=minimal" },
    });
    expect(reply.statusCode).toBe(204);
    expect(reply.body).toBe("");
    expect(reply.headers).toMatchObject({
      location: `http://graph.test${v1}/mine`,
      "odata-entityid": `http://graph.test${v1}/mine`,
      "preference-applied": "return=minimal",
    });
    expect(reply.headers["content-type"]).toBeUndefined();
  });
});

describe("an id", () => {
  it.each([
    "plain",
    "with blank",
    "a+b",
    "a/b",
    "100%",
    "%41",
    "O'Neil",
    "ünïcødé",
    "$count",
    "$it's",
    ".",
    "..",
    "a?b#c",
    "('x')",
    "x".repeat(300),
  ])("%j is found by segment or by key in quotes", async (id) => {
    const created = await post({ id });
    expect(created.statusCode).toBe(201);
    const quoted = `('${encodeURIComponent(id.replaceAll("'", "''"))}')`;
    const byKey = await call(server, "GET", `${contractPath}${quoted}`);
    expect(byKey.statusCode).toBe(200);
    expect(byKey.json()).toHaveProperty("id", id);
    const location = String(created.headers["location"]);
    // As a client resolves it.
    expect(new URL(location).href.length).toBeGreaterThanOrEqual(location.length);
    expect((await call(server, "GET", location)).json()).toHaveProperty("id", id);
    // A bare $ segment is OData's own, and dots are resolved away.
    if (id.startsWith("$") || /^\.\.?$/.test(id)) return;
    expect((await read(id)).json()).toHaveProperty("id", id);
  });

  it("may be quoted with percent-encoded parentheses and quotes", async () => {
    await post({ id: "mine" });
    for (const key of ["('mine')", "(%27mine%27)", "%28%27mine%27%29", "('mine')/", "('mine')?x=1"]) {
      expect((await call(server, "GET", `${contractPath}${key}`)).statusCode).toBe(200);
    }
  });

  const minimal = { prefer: "create-if-missing, return=minimal" };
  it.each(["GET", "PATCH", "DELETE"])("that is empty is no segment, to %s", async (method) => {
    const reply = await call(server, method, `${contractPath}//`, {
      headers: minimal,
      ...(method === "PATCH" ? { body: whole } : {}),
    });
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toHaveProperty("error.message", "Resource not found for the segment ''.");
    expect((await call(server, "GET", contractPath)).json()).toHaveProperty("value", []);
  });

  it.each(["\ud800", "a\udc00b", "x".repeat(1_025), "ü".repeat(513)])("%j is stored by no write", async (id) => {
    const body = { ...whole, id };
    for (const [method, path] of [
      ["POST", contractPath],
      ["PATCH", contractPath],
      ...(id.length > 500 ? ([["PATCH", `${contractPath}/${encodeURIComponent(id)}`]] as const) : []),
    ] as const) {
      const { statusCode } = await call(server, method, path, { headers: minimal, body });
      expect([method, statusCode]).toEqual([method, 400]);
    }
    expect((await call(server, "GET", contractPath)).json()).toHaveProperty("value", []);
  });

  it("of 1,024 bytes is stored", async () => {
    expect((await post({ id: "ü".repeat(512) })).statusCode).toBe(201);
  });

  it("is no key in quotes for what its query says", async () => {
    expect((await call(server, "GET", `${contractPath}/$x?y=('z')`)).statusCode).toBe(400);
  });

  it("in quotes may follow a scheme and a host", async () => {
    await post({ id: "mine" });
    const reply = await call(server, "GET", `${contractPath}('mine')`);
    expect(reply.statusCode).toBe(200);
    expect(rewriteUrl(`http://graph.test:80${contractPath}('mi/ne')?x=1`)).toBe(`${contractPath}/mi%2Fne?x=1`);
    expect(rewriteUrl(`HTTPS://h${contractPath}(%27mine%27)`)).toBe(`${contractPath}/mine`);
  });

  it("is compared exactly", async () => {
    await post({ id: "Mine" });
    expect((await read("mine")).statusCode).toBe(404);
  });
});

describe("PATCH …/{id}", () => {
  it("merges: omitted stays, complex merges, a collection is replaced, null clears", async () => {
    await post({ id: "mine", sourceSystem: { id: "s", displayName: "Source", details: { a: "1" } } });
    const reply = await call(server, "PATCH", `${contractPath}/mine`, {
      body: { sourceSystem: { displayName: "Other" }, provisioningSteps: [], jobId: null },
    });
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({
      tenantId: whole["tenantId"],
      sourceSystem: { id: "s", displayName: "Other", details: { a: "1" } },
      provisioningSteps: [],
      jobId: null,
    });
    expect((await read("mine")).body).toBe(reply.body);
  });

  it("answers on v1.0 in the v1.0 view and sets the other face of a twin", async () => {
    await post({ id: "mine" });
    const reply = await call(server, "PATCH", `${v1}/mine`, { body: { provisioningAction: "delete" } });
    expect(reply.json()).toMatchObject({
      "@odata.context": "http://graph.test/v1.0/$metadata#auditLogs/provisioning/$entity",
      provisioningAction: "delete",
    });
    expect(reply.json()).not.toHaveProperty("action");
    expect((await read("mine")).json()).toHaveProperty("action", "Delete");
  });

  it.each([
    (n: string) => `"${n}"garbage`,
    (n: string) => `xx"${n}"xx`,
    (n: string) => `w/"${n}"`,
    (n: string) => `W/ "${n}"`,
    (n: string) => `W/"${n}"`,
    (n: string) => `"${n}" "x"`,
    (n: string) => n,
    () => "",
    () => ",",
  ])("writes nothing for an If-Match that is no list of strong etags, %#", async (headerOf) => {
    const { headers } = await post({ id: "mine" });
    const ifMatch = headerOf(String(headers["etag"]).slice(1, -1));
    for (const [method, path] of [
      ["PATCH", `${contractPath}/mine`],
      ["PATCH", contractPath],
      ["DELETE", `${contractPath}/mine`],
    ] as const) {
      const call_ = {
        headers: { "if-match": ifMatch },
        ...(method === "PATCH" ? { body: { id: "mine", jobId: "x" } } : {}),
      };
      const reply = await call(server, method, path, call_);
      expect(reply.statusCode).toBe(412);
      expect(reply.json().error.details[0].message).toContain('quoted and strong: "1000"');
    }
    expect((await read("mine")).headers["etag"]).toBe(headers["etag"]);
  });

  it.each([
    [(n: string) => `W/"${n}"`, 412, "stored already"],
    [(n: string) => `"x", W/"${n}"`, 412, "stored already"],
    [() => "garbage", 412, 'in quotes: "1000"'],
    [() => '"other", W/"one"', 200, undefined],
  ] as const)("compares If-None-Match weakly and refuses what it cannot read, %#", async (headerOf, status, hint) => {
    const { headers } = await post({ id: "mine" });
    const ifNoneMatch = headerOf(String(headers["etag"]).slice(1, -1));
    const reply = await call(server, "PATCH", `${contractPath}/mine`, {
      body: { jobId: "x" },
      headers: { "if-none-match": ifNoneMatch },
    });
    expect(reply.statusCode).toBe(status);
    if (hint !== undefined) expect(reply.json().error.details[0].message).toContain(hint);
  });

  it("takes every form of list that RFC 9110 allows", async () => {
    const { headers } = await post({ id: "mine" });
    const ifMatch = ` , "a,b"\t,, ${String(headers["etag"])} ,W/"c"`;
    const change = { body: { jobId: "a" }, headers: { "if-match": ifMatch } };
    expect((await call(server, "PATCH", `${contractPath}/mine`, change)).statusCode).toBe(200);
  });

  it("takes the etag it gave, once", async () => {
    const { headers } = await post({ id: "mine" });
    const change = { body: { jobId: "a" }, headers: { "if-match": String(headers["etag"]) } };
    expect((await call(server, "PATCH", `${contractPath}/mine`, change)).statusCode).toBe(200);
    expect((await call(server, "PATCH", `${contractPath}/mine`, change)).statusCode).toBe(412);
  });

  it("lets exactly one of many with the same etag through", async () => {
    const { headers } = await post({ id: "mine" });
    const ifMatch = { "if-match": String(headers["etag"]) };
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        call(server, "PATCH", `${contractPath}/mine`, { body: { jobId: `job ${index}` }, headers: ifMatch }),
      ),
    );
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(9).fill(412)]);
  });

  it("creates once when many ask for create-if-missing at the same time, and updates after that", async () => {
    const headers = { prefer: "create-if-missing" };
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => call(server, "PATCH", `${contractPath}/mine`, { body: whole, headers })),
    );
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([...Array(9).fill(200), 201]);
  });
});

describe("DELETE", () => {
  it("removes an event, once", async () => {
    await post({ id: "mine" });
    const reply = await call(server, "DELETE", `${v1}/mine`);
    expect([reply.statusCode, reply.body, reply.headers["content-type"]]).toEqual([204, "", undefined]);
    expect((await read("mine")).statusCode).toBe(404);
    expect((await call(server, "DELETE", `${v1}/mine`)).statusCode).toBe(404);
  });

  it("holds to If-Match and If-None-Match", async () => {
    const { headers } = await post({ id: "mine" });
    const etag = String(headers["etag"]);
    const attempt = (condition: Record<string, string>) => call(server, "DELETE", `${v1}/mine`, { headers: condition });
    expect((await attempt({ "if-none-match": etag })).statusCode).toBe(412);
    expect((await attempt({ "if-match": `W/${etag}` })).statusCode).toBe(412);
    expect((await attempt({ "if-match": `"x", ${etag}` })).statusCode).toBe(204);
  });

  it("does not mind a Content-Type or a body", async () => {
    await post({ id: "mine" });
    expect((await call(server, "DELETE", `${v1}/mine`, { body: {} })).statusCode).toBe(204);
  });
});

describe("GET …/{id}", () => {
  it("has no context when no metadata is wanted", async () => {
    await post({ id: "mine" });
    const reply = await call(server, "GET", `${v1}/mine`, {
      headers: { accept: "application/json;odata.metadata=none" },
    });
    expect(reply.json()).not.toHaveProperty("@odata.context");
    expect(reply.json()).toHaveProperty("id", "mine");
  });

  it("ignores options of the caller's own", async () => {
    await post({ id: "mine" });
    expect((await call(server, "GET", `${v1}/mine?x=1`)).statusCode).toBe(200);
  });
});
