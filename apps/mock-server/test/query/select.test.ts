import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatOf } from "../../src/accept.js";
import { addresses } from "../../src/entity-sets.js";
import { renderPart } from "../../src/envelope.js";
import type { MockServer } from "../../src/index.js";
import { call, contractPath, createTestServer, unversionedPath } from "../call.js";
import { type Page, storeEvents } from "./events.js";

const v1 = "/v1.0/auditLogs/provisioning";
let server: MockServer;
beforeAll(async () => {
  server = await createTestServer();
  await storeEvents(server);
});
afterAll(() => server.close());

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const reply = await call(server, "GET", path, { headers });
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.json<Page>();
};

describe("$select on a list", () => {
  it.each([
    [v1, "http://graph.test/v1.0/$metadata#auditLogs/provisioning"],
    [contractPath, "http://graph.test/beta/$metadata#auditLogs/directoryProvisioning"],
    [unversionedPath, "http://graph.test/beta/$metadata#auditLogs/directoryProvisioning"],
    ["/beta/auditLogs/provisioning", "http://graph.test/beta/$metadata#auditLogs/provisioning"],
  ])("at %s gives what was asked for in that order, and the context says so", async (path, context) => {
    const page = await ask(`${path}?$select=jobId, ID,servicePrincipal/DisplayName&$top=1`);
    expect(page["@odata.context"]).toBe(`${context}(jobId,id,servicePrincipal/displayName)`);
    expect(page.value.map((event) => Object.keys(event))).toEqual([["jobId", "id", "servicePrincipal"]]);
    expect(page.value[0]?.["servicePrincipal"]).toEqual({ displayName: null });
  });

  it("of * is everything", async () => {
    const all = await ask(`${v1}?$top=1`);
    expect((await ask(`${v1}?$top=1&$select=*,id`)).value).toEqual(all.value);
  });

  it("has no context where no metadata is wanted", async () => {
    const page = await ask(`${v1}?$select=id&$top=8`, { accept: "application/json;odata.metadata=none" });
    expect(Object.keys(page)).toEqual(["value"]);
  });
});

describe("$select of one", () => {
  it.each([
    [v1, "http://graph.test/v1.0/$metadata#auditLogs/provisioning"],
    [contractPath, "http://graph.test/beta/$metadata#auditLogs/directoryProvisioning"],
    [unversionedPath, "http://graph.test/beta/$metadata#auditLogs/directoryProvisioning"],
  ])("at %s gives the same as in the list, with the ETag of the whole", async (path, context) => {
    const whole = await call(server, "GET", `${path}/g`);
    const part = await call(server, "GET", `${path}/g?$select=servicePrincipal/displayName,jobId`);
    expect(part.body).toBe(
      `{"@odata.context":"${context}(servicePrincipal/displayName,jobId)/$entity","servicePrincipal":{"displayName":"Woodgrove HR"},"jobId":"scim.contoso.fabrikam"}`,
    );
    expect(part.headers["etag"]).toBe(whole.headers["etag"]);
    expect(part.headers["content-type"]).toBe(whole.headers["content-type"]);
    expect((await call(server, "GET", `${path}/g?$select=*`)).body).toBe(whole.body);
  });

  it("that is not stored is 404", async () => {
    expect((await call(server, "GET", `${v1}/nope?$select=id`)).statusCode).toBe(404);
  });

  it("gives a part of an open type, also where it is not there", async () => {
    const { targetSystem } = (
      await call(server, "GET", `${v1}/a?$select=targetSystem/details/Active,targetSystem/details/nothing`)
    ).json();
    expect(targetSystem).toEqual({ details: { Active: "True" } });
  });

  it.each(["minimal", "none"] as const)("of nothing that is there is still an object: %s", (metadata) => {
    const [address] = addresses;
    if (address === undefined) throw new Error("there is no address");
    const stored = { etag: "1", members: Buffer.from('"id":"a"}') };
    const format = formatOf(`application/json;odata.metadata=${metadata}`);
    const body = renderPart(stored, [{ segments: ["jobId"], type: "Edm.String" }], {
      address,
      origin: { url: "http://graph.test", heads: new Map() },
      format,
    });
    expect(Object.keys(JSON.parse(body.toString()))).toEqual(metadata === "none" ? [] : ["@odata.context"]);
  });
});
