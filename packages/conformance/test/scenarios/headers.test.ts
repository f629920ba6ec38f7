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
  }
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
