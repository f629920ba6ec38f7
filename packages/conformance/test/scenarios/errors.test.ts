import { expect } from "vitest";
import type { Reply } from "../../src/call.js";
import { wholeBody } from "../../src/page-example.js";
import {
  beta,
  betaProvisioning,
  errorOf,
  hintOf,
  membersOf,
  scenarioTime,
  unversioned,
  v1,
} from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url);

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const unreadable = "Protocol 'Bearer' failed to validate because The token could not be read.";

function expectGraphError(reply: Reply): void {
  expect(Object.keys(reply.json)).toEqual(["error"]);
  const error = errorOf(reply);
  expect(error.code).toBeTypeOf("string");
  expect(error.message).toBeTypeOf("string");
  expect(Object.keys(error.innerError ?? {})).toEqual(["date", "request-id", "client-request-id"]);
}

verifies("error:envelope", async ({ call, callAnonymously }) => {
  const replies = [
    await callAnonymously("GET", v1),
    await call("GET", `${v1}/nobody`),
    await call("GET", `${v1}?$top=-1`),
    await call("GET", "/v1.0/auditLog/provisioning"),
    await call("PUT", v1, { body: {} }),
    await call("PATCH", beta, { body: { nope: 1 } }),
    await call("PATCH", `${beta}/nobody`, { headers: { "if-match": "*" }, body: {} }),
  ];
  expect(replies.map(({ status }) => status)).toEqual([401, 404, 400, 400, 405, 400, 412]);
  for (const reply of replies) expectGraphError(reply);
});

verifies("error:date", async ({ call }) => {
  const { innerError } = errorOf(await call("GET", `${v1}/nobody`));
  expect(innerError?.["date"]).toBe(scenarioTime.slice(0, 19));
});

verifies("error:request-id", async ({ call }) => {
  const replies = [await call("GET", `${v1}/nobody`), await call("GET", `${v1}/nobody`)];
  for (const reply of replies) {
    expect(reply.headers["request-id"]).toMatch(guid);
    expect(errorOf(reply).innerError?.["request-id"]).toBe(reply.headers["request-id"]);
  }
  expect(new Set(replies.map(({ headers }) => headers["request-id"])).size).toBe(2);
});

verifies("error:content-type", async ({ call, callAnonymously }) => {
  for (const reply of [await callAnonymously("GET", v1), await call("GET", `${v1}/nobody`)]) {
    expect(reply.headers["content-type"]).toBe("application/json");
    expect(reply.headers["odata-version"]).toBeUndefined();
  }
});

verifies("error:hint", async ({ call }) => {
  const reply = await call("PATCH", beta, { body: { jobId: "x" } });
  expect(errorOf(reply).code).toBe("BadRequest");
  expect(errorOf(reply).details).toEqual([{ code: "MockHint", message: hintOf(reply) }]);
  expect(String(errorOf(reply).message)).not.toContain(hintOf(reply));
});

verifies("auth:none", async ({ callAnonymously }) => {
  for (const path of [v1, beta, `${v1}/x`, unversioned]) {
    const reply = await callAnonymously("GET", path);
    expect(reply.status).toBe(401);
    expect(errorOf(reply)).toMatchObject({ code: "InvalidAuthenticationToken", message: "Access token is empty." });
  }
  expect((await callAnonymously("PATCH", beta, { body: wholeBody })).status).toBe(401);
});

verifies("auth:none:hint", async ({ call, callAnonymously }) => {
  const hint = hintOf(await callAnonymously("PATCH", beta, { body: wholeBody }));
  const header = /-H "Authorization: (Bearer [^"]+)"/.exec(hint)?.[1];
  expect(hint).toMatch(/-H "Authorization: Bearer [^"]+"/);
  const reply = await call("PATCH", beta, { headers: { authorization: String(header) }, body: wholeBody });
  expect(reply.status).toBe(200);
});

verifies("auth:empty", async ({ callAnonymously }) => {
  for (const authorization of ["Bearer", "Bearer "]) {
    const reply = await callAnonymously("GET", v1, { headers: { authorization } });
    expect(reply.status).toBe(401);
    expect(errorOf(reply)).toMatchObject({ code: "InvalidAuthenticationToken", message: "UnableToParseTokens" });
  }
});

verifies("auth:scheme", async ({ callAnonymously }) => {
  for (const authorization of ["Basic dXNlcjpwdw==", "token nope", "nope"]) {
    const reply = await callAnonymously("GET", v1, { headers: { authorization } });
    expect(reply.status).toBe(401);
    expect(errorOf(reply)).toMatchObject({ code: "InvalidAuthenticationToken", message: unreadable });
  }
});

verifies("auth:challenge", async ({ callAnonymously }) => {
  for (const headers of [{}, { authorization: "Bearer" }, { authorization: "Basic eA==" }]) {
    const { headers: answered } = await callAnonymously("GET", v1, { headers });
    expect(answered["www-authenticate"]).toBe(
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
    );
  }
});

verifies("auth:any-text", async ({ callAnonymously }) => {
  for (const authorization of ["Bearer nope", "bearer nope", "Bearer a.b.c"]) {
    expect((await callAnonymously("GET", v1, { headers: { authorization } })).status).toBe(200);
  }
});

verifies("auth:tenant", async ({ call }) => {
  const tokenOf = (tid: string) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    return `Bearer ${part({ alg: "none" })}.${part({ tid })}.x`;
  };
  const contoso = { authorization: tokenOf("00000000-0000-4000-8000-00000000c050") };
  const fabrikam = { authorization: tokenOf("00000000-0000-4000-8000-00000000fab0") };
  const body = { id: "same", activityDateTime: scenarioTime, tenantId: "00000000-0000-4000-8000-00000000fab0" };
  expect((await call("POST", v1, { headers: contoso, body: { ...body, jobId: "contoso" } })).status).toBe(201);
  expect(membersOf(await call("GET", v1, { headers: fabrikam }))).toEqual([]);
  expect((await call("GET", `${v1}/same`, { headers: fabrikam })).status).toBe(404);
  expect((await call("PATCH", beta, { headers: fabrikam, body: { id: "same", jobId: "x" } })).status).toBe(404);
  expect((await call("POST", v1, { headers: fabrikam, body: { ...body, jobId: "fabrikam" } })).status).toBe(201);
  expect((await call("GET", `${v1}/same`, { headers: contoso })).json).toMatchObject({ jobId: "contoso" });
});

verifies("write:no-content-type", async ({ call, create }) => {
  const { id } = await create();
  for (const [method, path] of [
    ["PATCH", beta],
    ["PATCH", `${v1}/${id}`],
    ["POST", v1],
  ] as const) {
    const reply = await call(method, path, { body: JSON.stringify({ id }) });
    expect([method, path, reply.status]).toEqual([method, path, 400]);
    expect(errorOf(reply)).toMatchObject({
      code: "BadRequest",
      message: "Write requests (excluding DELETE) must contain the Content-Type header declaration.",
    });
  }
});

verifies("write:other-content-type", async ({ call, create }) => {
  const { id } = await create();
  for (const type of ["text/plain", "application/xml", "application/x-www-form-urlencoded", "foo"]) {
    const reply = await call("PATCH", beta, { headers: { "content-type": type }, body: JSON.stringify({ id }) });
    expect([type, reply.status]).toEqual([type, 400]);
    expect(errorOf(reply)).toMatchObject({
      code: "BadRequest",
      message: "Entity only allows writes with a JSON Content-Type header.",
    });
  }
  const json = { "content-type": "application/json;odata.metadata=minimal; charset=utf-8" };
  expect((await call("PATCH", beta, { headers: json, body: JSON.stringify({ id }) })).status).toBe(200);
});

verifies("write:content-encoding", async ({ call, create }) => {
  const { id } = await create();
  const headers = { "content-type": "application/json", "content-encoding": "gzip" };
  const reply = await call("PATCH", beta, { headers, body: JSON.stringify({ id }) });
  expect(reply.status).toBe(415);
  expectGraphError(reply);
});

verifies("write:broken-json", async ({ call, create }) => {
  const { id } = await create();
  for (const body of ["{", `{"id":"${id}",}`, "", "not json", "\u0000"]) {
    const reply = await call("PATCH", beta, { headers: { "content-type": "application/json" }, body });
    expect([body, reply.status]).toEqual([body, 400]);
    expect(errorOf(reply)).toMatchObject({
      code: "BadRequest",
      message:
        "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
    });
  }
});

verifies("path:unknown-segment", async ({ call }) => {
  for (const [path, segment] of [
    ["/v1.0/auditLog/provisioning", "auditLog"],
    ["/beta/auditLogs/nope", "nope"],
    ["/v1.0/nope", "nope"],
  ]) {
    const reply = await call("GET", String(path));
    expect([path, reply.status]).toEqual([path, 400]);
    expect(errorOf(reply)).toMatchObject({
      code: "BadRequest",
      message: `Resource not found for the segment '${segment}'.`,
    });
  }
});

verifies("path:version", async ({ call }) => {
  const reply = await call("GET", "/v2.0/auditLogs/provisioning");
  expect(reply.status).toBe(400);
  expect(errorOf(reply)).toMatchObject({ code: "BadRequest", message: "Invalid version: v2.0" });
});

verifies("method:not-allowed", async ({ call, create }) => {
  const { id } = await create();
  for (const [method, path] of [
    ["PUT", v1],
    ["DELETE", v1],
    ["PUT", `${beta}/${id}`],
    ["POST", `${v1}/${id}`],
    ["DELETE", beta],
  ] as const) {
    const reply = await call(method, path, method === "DELETE" ? {} : { body: {} });
    expect([method, path, reply.status]).toEqual([method, path, 405]);
    expect(errorOf(reply)).toMatchObject({
      code: "Request_BadRequest",
      message: "Specified HTTP method is not allowed for the request target.",
    });
  }
});

verifies("method:collection-patch", async ({ call, create, read }) => {
  const { id } = await create({ jobId: "before" });
  for (const set of [v1, betaProvisioning]) {
    const reply = await call("PATCH", set, { body: { id, jobId: "after" } });
    expect([reply.status, errorOf(reply).code]).toEqual([405, "Request_BadRequest"]);
  }
  expect(await read(id)).toMatchObject({ jobId: "before" });
});
