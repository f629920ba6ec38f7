import { describe, expect, it } from "vitest";
import { bodies, twins, whole } from "./bodies.js";
import { call, contractPath, createTestServer, unversionedPath } from "./call.js";
import { pageExample, pageProperties } from "./page-example.js";

const json = { "content-type": "application/json" };

it.each([contractPath, unversionedPath])(
  "answers the page's example at %s with 200 and a whole object",
  async (path) => {
    await using server = await createTestServer();
    const reply = await call(server, "PATCH", path, { body: pageExample, headers: json });
    expect(reply.statusCode).toBe(200);
    const body = reply.json<Record<string, unknown>>();
    expect(Object.keys(body).filter((name) => !name.startsWith("@"))).toEqual(expect.arrayContaining(pageProperties));
    expect(body["@odata.type"]).toBe("#microsoft.graph.provisioningObjectSummary");
    expect(body["@odata.context"]).toBe("http://graph.test/beta/$metadata#auditLogs/directoryProvisioning/$entity");
    const readBack = await call(server, "GET", `${path}/${String(body["id"])}`);
    expect(readBack.statusCode).toBe(200);
    expect(readBack.json()).toMatchObject({ id: body["id"], tenantId: "String", jobId: "String", action: "String" });
  },
);

it("tells a caller without a token the exact header to add, which then works", async () => {
  await using server = await createTestServer();
  const refused = await call(server, "PATCH", contractPath, { body: pageExample, headers: json, token: null });
  expect(refused.statusCode).toBe(401);
  const { error } = refused.json<{ error: { message: string; details: { code: string; message: string }[] } }>();
  expect(error.message).toBe("Access token is empty.");
  const hint = error.details.find(({ code }) => code === "MockHint")?.message ?? "";
  expect(hint).toContain(`-H "Authorization: Bearer ${server.token}"`);
  const token = /-H "Authorization: Bearer ([^"]+)"/.exec(hint)?.[1] ?? "";
  const accepted = await call(server, "PATCH", contractPath, { body: pageExample, headers: json, token });
  expect(accepted.statusCode).toBe(200);
});

describe("the contract's answer", () => {
  it("has the page's properties in the page's order, then the others, each complex value with its type", async () => {
    await using server = await createTestServer();
    const reply = await call(server, "PATCH", contractPath, { body: whole });
    const body = reply.json<Record<string, unknown>>();
    const names = Object.keys(body).filter((name) => !name.startsWith("@") && pageProperties.includes(name));
    expect(names).toEqual(pageProperties);
    expect(Object.keys(body).slice(0, 3)).toEqual(["@odata.context", "@odata.type", "id"]);
    for (const name of ["servicePrincipal", "initiatedBy", "sourceSystem", "targetIdentity", "statusInfo"]) {
      expect(body[name]).toHaveProperty(["@odata.type"], expect.stringMatching(/^#microsoft\.graph\./));
    }
    expect(body["targetSystem"]).toHaveProperty("details", { Active: "True" });
  });

  it("is accepted again unchanged", async () => {
    await using server = await createTestServer();
    const created = (await call(server, "PATCH", contractPath, { body: whole })).json<object>();
    const again = await call(server, "PATCH", contractPath, { body: created });
    expect(again.statusCode).toBe(200);
    expect(again.json()).toEqual(created);
  });

  it("says where a created event is, absolute and versioned, also at the address without a version", async () => {
    await using server = await createTestServer();
    for (const path of [contractPath, unversionedPath]) {
      const reply = await call(server, "PATCH", path, { body: twins });
      const { id } = reply.json<{ id: string }>();
      expect(reply.headers["content-location"]).toBe(`http://graph.test${contractPath}/${id}`);
      expect(reply.headers["location"]).toBeUndefined();
    }
  });

  it("leaves out every annotation when no metadata is wanted", async () => {
    await using server = await createTestServer();
    const headers = { accept: "application/json;odata.metadata=none" };
    const reply = await call(server, "PATCH", contractPath, { body: whole, headers });
    expect(reply.statusCode).toBe(200);
    expect(reply.body).not.toContain("@odata");
    expect(reply.headers["content-type"]).toContain("odata.metadata=none");
  });

  it("begins its links with the public base URL where one is set", async () => {
    await using server = await createTestServer({ publicBaseUrl: "https://graph.example/base/" });
    const reply = await call(server, "PATCH", contractPath, { body: whole });
    expect(reply.headers["content-location"]).toMatch(/^https:\/\/graph\.example\/base\/beta\//);
    expect(reply.json()).toHaveProperty(
      ["@odata.context"],
      "https://graph.example/base/beta/$metadata#auditLogs/directoryProvisioning/$entity",
    );
  });
});

describe("a placeholder", () => {
  it("means the clock's time and no duration on create", async () => {
    await using server = await createTestServer();
    const reply = await call(server, "PATCH", contractPath, { body: bodies.placeholders });
    expect(reply.json()).toMatchObject({ activityDateTime: "2026-03-02T08:14:05.250Z", durationInMilliseconds: null });
    expect(reply.headers["x-mock-note"]).toContain("activityDateTime and durationInMilliseconds");
    expect(reply.body).not.toContain("String (timestamp)");
    expect(reply.body).not.toContain("Integer");
  });

  it("keeps the property's value on update", async () => {
    await using server = await createTestServer();
    const { id } = (await call(server, "PATCH", contractPath, { body: whole })).json<{ id: string }>();
    const reply = await call(server, "PATCH", contractPath, { body: { ...bodies.placeholders, id } });
    expect(reply.json()).toMatchObject({
      id,
      activityDateTime: whole["activityDateTime"],
      durationInMilliseconds: whole["durationInMilliseconds"],
      jobId: "String",
    });
  });

  it.each([
    { activityDateTime: "string (timestamp)" },
    { activityDateTime: "Integer" },
    { durationInMilliseconds: "String (timestamp)" },
  ])("is exactly the page's text in the page's place: %j is refused", async (change) => {
    await using server = await createTestServer();
    const reply = await call(server, "PATCH", contractPath, { body: { ...whole, ...change } });
    expect(reply.statusCode).toBe(400);
  });
});

describe("Prefer", () => {
  it.each([
    ["return=representation", "return=representation", 200],
    ["RETURN=minimal", "return=minimal", 204],
    ['return="minimal"', "return=minimal", 204],
    ["return=minimal, return=representation", "return=minimal", 204],
    ["odata.maxpagesize=5, respond-async", undefined, 200],
    ["create-if-missing", undefined, 200],
    ["ret urn=minimal", undefined, 200],
    ['"return=minimal"', undefined, 200],
    ['foo="x, return=minimal"', undefined, 200],
    ['foo="x\\", return=minimal"', undefined, 200],
    ['foo="x\\", return=minimal', undefined, 200],
    ['foo="x\\', undefined, 200],
    ['foo="x, y"; return=minimal', "return=minimal", 204],
  ])("%s on an update is answered with Preference-Applied %s", async (prefer, applied, status) => {
    await using server = await createTestServer();
    const { id } = (await call(server, "PATCH", contractPath, { body: whole })).json<{ id: string }>();
    const reply = await call(server, "PATCH", contractPath, { body: { id }, headers: { prefer } });
    expect(reply.statusCode).toBe(status);
    expect(reply.headers["preference-applied"]).toBe(applied);
  });

  it.each([
    'foo="a, create-if-missing, b"',
    'foo="a; create-if-missing',
    '"create-if-missing"',
    "create-if-missing=no",
  ])("%s creates nothing", async (prefer) => {
    await using server = await createTestServer();
    const reply = await call(server, "PATCH", contractPath, { body: { ...whole, id: "mine" }, headers: { prefer } });
    expect(reply.statusCode).toBe(404);
  });

  it("takes the semicolon of Microsoft's guidelines between two preferences", async () => {
    await using server = await createTestServer();
    const headers = { prefer: "create-if-missing; return=representation" };
    const reply = await call(server, "PATCH", contractPath, { body: { ...whole, id: "mine" }, headers });
    expect(reply.statusCode).toBe(201);
    expect(reply.headers["preference-applied"]).toBe("create-if-missing, return=representation");
    expect(reply.headers["location"]).toBe(`http://graph.test${contractPath}/mine`);
  });
});
