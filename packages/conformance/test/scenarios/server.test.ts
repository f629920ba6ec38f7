import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { pageExample, pageProperties, wholeBody } from "../../src/page-example.js";
import { beta, membersOf, openScenario, scenarioTime, unversioned, v1 } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url);

verifies("server:restart", async () => {
  const folder = await mkdtemp(join(tmpdir(), "conformance-"));
  try {
    const options = { data: join(folder, "events.db") };
    const before = new Map<string, unknown>();
    {
      await using scenario = await openScenario(options);
      for (const address of [beta, unversioned]) {
        for (const body of [pageExample, wholeBody]) {
          const { status, json } = await scenario.call("PATCH", address, { body });
          expect(status).toBe(200);
          const id = String(json["id"]);
          before.set(id, await scenario.read(id));
          for (const name of pageProperties) expect(json).toHaveProperty(name);
        }
      }
    }
    await using restarted = await openScenario(options);
    expect(before.size).toBe(4);
    for (const [id, summary] of before) expect(await restarted.read(id)).toEqual(summary);
  } finally {
    await rm(folder, { recursive: true });
  }
});

verifies("server:empty", async ({ call }) => {
  for (const set of [beta, v1, unversioned]) expect(membersOf(await call("GET", set))).toEqual([]);
});

verifies("server:reset", async ({ call, create, reset }) => {
  const { id } = await create();
  await reset();
  expect(membersOf(await call("GET", v1))).toEqual([]);
  expect((await call("GET", `${v1}/${id}`)).status).toBe(404);
});

verifies("server:base-url", async () => {
  await using scenario = await openScenario({ publicBaseUrl: "https://graph.example/proxy" });
  const posted = await scenario.call("POST", v1, { body: { id: "one", activityDateTime: scenarioTime } });
  expect(posted.headers.location).toBe(`https://graph.example/proxy${v1}/one`);
  expect(posted.json["@odata.context"]).toBe(
    "https://graph.example/proxy/v1.0/$metadata#auditLogs/provisioning/$entity",
  );
  await scenario.create();
  const page = await scenario.call("GET", `${v1}?$top=1`);
  expect(String(page.json["@odata.nextLink"]).startsWith(`https://graph.example/proxy${v1}?`)).toBe(true);
});

verifies("server:control:health", async ({ callAnonymously }) => {
  const reply = await callAnonymously("GET", "/_mock/health");
  expect(reply.status).toBe(200);
  expect(reply.headers["content-type"]).toMatch(/json/);
});

verifies("server:control:reset", async ({ call, create }) => {
  await create();
  const reply = await call("POST", "/_mock/reset", { body: {} });
  expect(reply.status).toBeLessThan(300);
  expect(membersOf(await call("GET", v1))).toEqual([]);
});

verifies("server:control:seed", async ({ call }) => {
  const seed = async () => {
    await call("POST", "/_mock/reset", { body: {} });
    const reply = await call("POST", "/_mock/seed", { body: { scenario: "steady", seed: 7, count: 20 } });
    expect(reply.status).toBeLessThan(300);
    return membersOf(await call("GET", v1));
  };
  const first = await seed();
  expect(first).toHaveLength(20);
  expect(await seed()).toEqual(first);
});

verifies("server:control:requests", async ({ token, call }) => {
  await call("PATCH", beta, { body: { id: "nobody", jobId: "x" } });
  const reply = await call("GET", "/_mock/requests");
  expect(reply.status).toBe(200);
  expect(reply.text).toContain("directoryProvisioning");
  expect(reply.text).toContain("404");
  expect(reply.text).not.toContain(token);
});

verifies("server:control:guarded", async ({ call, create, read }) => {
  const { id } = await create();
  const foreign = await call("POST", "/_mock/reset", { headers: { host: "evil.example" }, body: {} });
  expect(foreign.status).toBeGreaterThanOrEqual(400);
  const form = { "content-type": "application/x-www-form-urlencoded", origin: "https://evil.example" };
  const simple = await call("POST", "/_mock/reset", { headers: form, body: "a=b" });
  expect(simple.status).toBeGreaterThanOrEqual(400);
  for (const path of ["/_mock/reset", "/_mock/seed"]) expect((await call("POST", path)).status).toBe(415);
  expect(await read(id)).toMatchObject({ id });
  for (const path of ["/_mock/health", "/_mock/requests"]) {
    const { headers } = await call("GET", path, { headers: { origin: "https://evil.example" } });
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  }
});

verifies("server:home", async ({ url, callAnonymously }) => {
  const reply = await callAnonymously("GET", "/", { headers: { accept: "text/html" } });
  expect(reply.status).toBe(200);
  expect(reply.headers["content-type"]).toMatch(/^text\/html/);
  expect(reply.text).toContain(url);
  expect(reply.text).toContain("Bearer ");
  expect(reply.text.match(/curl/g)?.length).toBeGreaterThanOrEqual(3);
});
