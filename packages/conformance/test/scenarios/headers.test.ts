import { expect } from "vitest";
import { isRecord } from "../../src/call.js";
import { beta, errorOf, v1 } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url);

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

verifies("header:content-type", async ({ call, create }) => {
  const { id } = await create();
  for (const reply of [
    await call("GET", v1),
    await call("GET", `${v1}/${id}`),
    await call("PATCH", beta, { body: { id } }),
  ]) {
    expect(reply.headers["content-type"]).toBe(
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
    );
  }
});

verifies("header:odata-version", async ({ call, create }) => {
  const { id } = await create();
  for (const path of [v1, `${v1}/${id}`]) {
    const reply = await call("GET", path, { headers: { "odata-maxversion": "4.01" } });
    expect(reply.headers["odata-version"]).toBe("4.0");
  }
});

verifies("header:always", async ({ call, callAnonymously, create }) => {
  const { id } = await create();
  const success = await call("GET", `${v1}/${id}`);
  expect(success.headers["cache-control"]).toBe("no-cache");
  for (const reply of [success, await call("GET", v1), await callAnonymously("GET", v1), await call("PUT", v1)]) {
    expect(reply.headers["request-id"]).toMatch(guid);
    expect(reply.headers["client-request-id"]).toMatch(guid);
    expect(Date.parse(String(reply.headers.date))).not.toBeNaN();
    expect(reply.headers["strict-transport-security"]).toBe("max-age=31536000");
  }
});

verifies("header:diagnostic", async ({ call, callAnonymously }) => {
  for (const reply of [await call("GET", v1), await callAnonymously("GET", v1)]) {
    const diagnostic: unknown = JSON.parse(String(reply.headers["x-ms-ags-diagnostic"]));
    const info = isRecord(diagnostic) ? diagnostic["ServerInfo"] : undefined;
    expect(Object.keys(isRecord(info) ? info : {})).toEqual([
      "DataCenter",
      "Slice",
      "Ring",
      "ScaleUnit",
      "RoleInstance",
    ]);
    expect(info).toMatchObject({ RoleInstance: "PROVLOGMOCK" });
  }
});

verifies("header:cross-origin", async ({ call, callAnonymously, create }) => {
  const { id } = await create();
  const headers = { origin: "https://app.example" };
  for (const reply of [
    await call("GET", v1, { headers }),
    await call("PATCH", beta, { headers, body: { id } }),
    await call("GET", `${v1}/nobody`, { headers }),
    await callAnonymously("GET", v1, { headers }),
  ]) {
    expect(reply.headers["access-control-allow-origin"]).toBe("*");
    expect(reply.headers["access-control-expose-headers"]).toBe(
      "ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, Retry-After",
    );
  }
  const { headers: without } = await call("GET", v1);
  expect(Object.keys(without).filter((name) => name.startsWith("access-control"))).toEqual([]);
});

verifies("header:cross-origin:preflight", async ({ call, callAnonymously }) => {
  const headers = { origin: "https://app.example", "access-control-request-method": "PATCH" };
  const granted = await callAnonymously("OPTIONS", beta, { headers });
  expect(granted.status).toBe(204);
  expect(granted.headers).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-allow-methods": expect.stringContaining("PATCH"),
    "access-control-allow-headers": expect.stringContaining("Authorization"),
    "access-control-max-age": "600",
  });
  expect((await call("OPTIONS", beta)).status).toBe(405);
  for (const path of ["/", "/_mock/reset"]) {
    const own = await callAnonymously("OPTIONS", path, { headers });
    expect(own.status).toBeGreaterThanOrEqual(400);
    expect(Object.keys(own.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  }
});

const withMetadata = (level: string) => ({ headers: { accept: `application/json;odata.metadata=${level}` } });

verifies("header:accept:none", async ({ call, create }) => {
  const { id } = await create();
  await create();
  const page = await call("GET", `${v1}?$top=1`, withMetadata("none"));
  expect(Object.keys(page.json)).toEqual(["@odata.nextLink", "value"]);
  const one = await call("GET", `${v1}/${id}`, withMetadata("none"));
  const contract = await call("PATCH", beta, { ...withMetadata("none"), body: { id } });
  for (const reply of [page, one, contract]) {
    expect(reply.status).toBe(200);
    expect(reply.headers["content-type"]).toMatch(/;odata\.metadata=none;/);
    expect(reply.text).not.toContain("@odata.context");
  }
});

verifies("header:accept:full", async ({ call, create }) => {
  const { id } = await create();
  const full = await call("GET", `${v1}/${id}`, withMetadata("full"));
  expect(full.headers["content-type"]).toMatch(/;odata\.metadata=minimal;/);
  expect(full.text).toBe((await call("GET", `${v1}/${id}`)).text);
});

verifies("header:accept:ieee754", async ({ call, create }) => {
  const { id } = await create({ durationInMilliseconds: 828 });
  const reply = await call("GET", `${v1}/${id}`, { headers: { accept: "application/json;IEEE754Compatible=true" } });
  expect(reply.headers["content-type"]).toMatch(/;IEEE754Compatible=true;/);
  expect(reply.json["durationInMilliseconds"]).toBe(828);
});

verifies("header:accept:not-json", async ({ call, create, read }) => {
  const { id } = await create({ jobId: "before" });
  const xml = { accept: "application/xml" };
  const replies = [
    await call("GET", v1, { headers: xml }),
    await call("GET", `${v1}/${id}`, { headers: xml }),
    await call("PATCH", beta, { headers: xml, body: { id, jobId: "after" } }),
  ];
  for (const reply of replies) {
    expect(reply.status).toBe(406);
    expect(errorOf(reply).message).toMatch(/^A supported MIME type could not be found/);
  }
  expect(await read(id)).toMatchObject({ jobId: "before" });
  for (const accept of ["*/*", "text/html, application/*;q=0.5", "application/xml, application/json"]) {
    expect((await call("GET", v1, { headers: { accept } })).status).toBe(200);
  }
});

verifies("header:no-compression", async ({ call, create }) => {
  await create();
  const reply = await call("GET", v1, { headers: { "accept-encoding": "gzip, deflate, br" } });
  expect(reply.headers["content-encoding"]).toBeUndefined();
  expect(reply.json).toHaveProperty("value");
});

verifies("header:no-deprecation", async ({ call }) => {
  const { headers } = await call("GET", beta);
  expect(headers["deprecation"]).toBeUndefined();
  expect(headers["link"]).toBeUndefined();
});

verifies("header:client-request-id", async ({ call }) => {
  const mine = "00000000-0000-4000-8000-0000000000c1";
  const named = await call("GET", `${v1}/nobody`, { headers: { "client-request-id": mine } });
  expect(named.headers["client-request-id"]).toBe(mine);
  expect(errorOf(named).innerError?.["client-request-id"]).toBe(mine);
  expect(named.headers["request-id"]).not.toBe(mine);
  const unnamed = await call("GET", `${v1}/nobody`);
  expect(unnamed.headers["client-request-id"]).toBe(unnamed.headers["request-id"]);
  expect(errorOf(unnamed).innerError?.["client-request-id"]).toBe(unnamed.headers["request-id"]);
});
