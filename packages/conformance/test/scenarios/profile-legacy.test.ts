import { expect } from "vitest";
import { storeQueryEvents } from "../../src/ask.js";
import { errorOf, hintOf, membersOf, v1 } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url, { profile: "legacy" });

verifies("profile:legacy:filter", async (mock) => {
  await storeQueryEvents(mock);
  for (const filter of [
    "activityDateTime gt '2026-01-01T00:00:00Z'",
    "createdDateTime gt 2026-01-01T00:00:00Z",
    "jobId eqq 'a'",
  ]) {
    const reply = await mock.call("GET", `${v1}?$filter=${encodeURIComponent(filter)}`);
    expect([filter, reply.status, errorOf(reply)]).toMatchObject([
      filter,
      400,
      { code: "BadRequest", message: "Invalid filter clause" },
    ]);
    expect(hintOf(reply)).toMatch(/./);
  }
  const found = await mock.call("GET", `${v1}?$filter=jobId%20ne%20'Dropbox.contoso.out'&$top=1&$select=id`);
  expect(membersOf(found)).toEqual([{ id: "e12" }]);
});

verifies("profile:legacy:uri", async ({ call }) => {
  for (const [path, message] of [
    ["/v1.0/auditLog/provisioning", /^Resource not found for the segment 'auditLog'\.$/],
    [`${v1}?$select=nope`, /^Parsing OData Select and Expand failed: Could not find a property named 'nope' on type '/],
  ] as const) {
    const reply = await call("GET", path);
    expect([path, reply.status, errorOf(reply)]).toMatchObject([path, 400, { code: "RequestBroker--ParseUri" }]);
    expect(errorOf(reply).message).toMatch(message);
  }
});

verifies("profile:legacy:token", async ({ callAnonymously }) => {
  const refusal = async (authorization: string) => {
    const reply = await callAnonymously("GET", v1, { headers: { authorization } });
    return [reply.status, errorOf(reply).code, errorOf(reply).message];
  };
  const code = "InvalidAuthenticationToken";
  expect(await refusal("token nope")).toEqual([401, code, expect.stringMatching(/^IDX14100: JWT is not well formed/)]);
  expect(await refusal("token a.b.c")).toEqual([401, code, "CompactToken parsing failed with error code: 80049217"]);
});
