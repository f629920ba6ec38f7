import { describe, expect, it } from "vitest";
import { judgeAuthorization } from "../src/plugins/authentication.js";
import { whole } from "./bodies.js";
import { call, contractPath, createTestServer } from "./call.js";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const tokenOf = (claims: unknown) => `${encode({ alg: "none" })}.${encode(claims)}.signature`;

const idsOf = async (server: Parameters<typeof call>[0], token: string): Promise<string[]> => {
  const reply = await call(server, "GET", contractPath, { token });
  return reply.json<{ value: { id: string }[] }>().value.map(({ id }) => id);
};

describe("a tenant", () => {
  it("is the token's tid, and sees nothing of another", async () => {
    await using server = await createTestServer();
    const contoso = tokenOf({ tid: "contoso" });
    const fabrikam = tokenOf({ tid: "fabrikam" });
    for (const token of [contoso, fabrikam]) {
      expect((await call(server, "POST", contractPath, { body: { ...whole, id: "same" }, token })).statusCode).toBe(
        201,
      );
    }
    await call(server, "POST", contractPath, { body: { ...whole, id: "contoso-only" }, token: contoso });
    expect(await idsOf(server, fabrikam)).toEqual(["same"]);
    expect((await call(server, "GET", `${contractPath}/contoso-only`, { token: fabrikam })).statusCode).toBe(404);
    expect((await call(server, "DELETE", `${contractPath}/same`, { token: fabrikam })).statusCode).toBe(204);
    expect(await idsOf(server, contoso)).toHaveLength(2);
    expect(await idsOf(server, "any text")).toEqual([]);
  });

  it("is never the body's tenantId", async () => {
    await using server = await createTestServer();
    await call(server, "POST", contractPath, { body: { ...whole, id: "mine", tenantId: "fabrikam" }, token: "text" });
    expect(await idsOf(server, tokenOf({ tid: "fabrikam" }))).toEqual([]);
    expect(await idsOf(server, server.token)).toEqual(["mine"]);
  });

  it("is emptied by a reset, whoever wrote to it", async () => {
    await using server = await createTestServer();
    const token = tokenOf({ tid: "fabrikam" });
    await call(server, "PATCH", contractPath, { body: whole, token });
    await server.reset();
    expect(await idsOf(server, token)).toEqual([]);
  });
});

describe("judgeAuthorization", () => {
  const judge = (authorization: string) => judgeAuthorization(authorization, "default", "token");

  it.each([
    ["any text", "Bearer nope"],
    ["a scheme in other case", "bearer nope"],
    ["a JWT without tid", `Bearer ${tokenOf({ aud: "x" })}`],
    ["a JWT with a tid that is no text", `Bearer ${tokenOf({ tid: 5 })}`],
    ["a JWT with a tid of other characters", `Bearer ${tokenOf({ tid: "a'; drop" })}`],
    ["a JWT with a tid too long for a key", `Bearer ${tokenOf({ tid: "x".repeat(129) })}`],
    ["a JWT whose claims are no object", `Bearer ${tokenOf(null)}`],
    ["dots and nonsense", "Bearer a.b.c"],
    ["text with blanks", "Bearer a b c"],
  ])("takes %s for the default tenant", (_, authorization) => {
    expect(judge(authorization)).toEqual({ tenantId: "default" });
  });

  it("takes a readable tid, signed or not", () => {
    expect(judge(`Bearer ${tokenOf({ tid: "contoso" })}`)).toEqual({ tenantId: "contoso" });
    expect(judge(`Bearer e30.${encode({ tid: "contoso" })}.`)).toEqual({ tenantId: "contoso" });
  });
});

describe("--auth off", () => {
  it("asks for no token, and still lets one choose the tenant", async () => {
    await using server = await createTestServer({ auth: "off" });
    const reply = await call(server, "POST", contractPath, { body: { ...whole, id: "mine" }, token: null });
    expect(reply.statusCode).toBe(201);
    const withScheme = await call(server, "GET", contractPath, { token: null, headers: { authorization: "Basic x" } });
    expect(withScheme.statusCode).toBe(200);
    expect(await idsOf(server, tokenOf({ tid: "fabrikam" }))).toEqual([]);
  });
});

it("never repeats a caller's token in an answer", async () => {
  await using server = await createTestServer();
  const replies = await Promise.all([
    call(server, "GET", contractPath, { token: null, headers: { authorization: "Basic s3cret-text" } }),
    call(server, "GET", "/v1.0/nope", { token: "s3cret-text" }),
    call(server, "PUT", contractPath, { token: "s3cret-text" }),
  ]);
  for (const reply of replies) expect(JSON.stringify(reply.headers) + reply.body).not.toContain("s3cret-text");
});
