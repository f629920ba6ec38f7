import { expect, it } from "vitest";
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
