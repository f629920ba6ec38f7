import { describe, expect, it } from "vitest";
import { createProvisioningClient, GraphError, type ResponseHead, ResponseShapeError } from "../src/core.js";
import { createTestClient, failureOf, fakeService, graphFailure, json, schema } from "./fake-service.js";

const base = "https://graph.example/beta/auditLogs/directoryProvisioning";

describe("writes", () => {
  it("updates by contract without an id in the address", async () => {
    const service = fakeService(json({ id: "new" }));
    expect(await createTestClient(service).updateByContract({ jobId: "j" })).toEqual({ id: "new" });
    const [request] = service.requests;
    expect(request).toMatchObject({ method: "PATCH", url: base, body: '{"jobId":"j"}' });
    expect(request?.headers.get("content-type")).toBe("application/json");
    expect(request?.headers.has("prefer")).toBe(false);
  });

  it("updates one event by id", async () => {
    const service = fakeService(json({ id: "a" }));
    await createTestClient(service).update("a", { jobId: null });
    expect(service.requests[0]).toMatchObject({ method: "PATCH", url: `${base}/a`, body: '{"jobId":null}' });
  });

  it("creates in the entity set", async () => {
    const service = fakeService(json({ id: "a" }, 201));
    await createTestClient(service, { entitySet: "provisioning" }).create({ id: "a" });
    expect(service.requests[0]).toMatchObject({
      method: "POST",
      url: "https://graph.example/beta/auditLogs/provisioning",
      body: '{"id":"a"}',
    });
  });

  it("deletes by id, without a body", async () => {
    const service = fakeService(new Response(null, { status: 204 }));
    await createTestClient(service).delete("a", { ifMatch: "7" });
    expect(service.requests[0]).toMatchObject({ method: "DELETE", url: `${base}/a`, body: undefined });
    expect(service.requests[0]?.headers.get("if-match")).toBe('"7"');
    expect(service.requests[0]?.headers.has("content-type")).toBe(false);
  });

  it("asks for a minimal answer and for a create in one Prefer header", async () => {
    const service = fakeService(new Response(null, { status: 204 }));
    const result = await createTestClient(service).update("a", {}, { return: "minimal", createIfMissing: true });
    expect(result).toBeUndefined();
    expect(service.requests[0]?.headers.get("prefer")).toBe("return=minimal, create-if-missing");
  });

  it.each([
    ["7", '"7"'],
    ['"7"', '"7"'],
    ['W/"7"', 'W/"7"'],
    ["*", "*"],
  ])("sends the etag %s as %s", async (given, sent) => {
    const service = fakeService(json({ id: "a" }));
    await createTestClient(service).update("a", {}, { ifMatch: given });
    expect(service.requests[0]?.headers.get("if-match")).toBe(sent);
  });

  it("refuses an etag that would end the header", async () => {
    const service = fakeService();
    const error = await failureOf(createTestClient(service).update("a", {}, { ifMatch: '"7"\r\nx: y' }));
    expect(error).toBeInstanceOf(TypeError);
    expect(service.requests).toHaveLength(0);
  });

  it.each([
    [{ durationInMilliseconds: Number.NaN }, "durationInMilliseconds is NaN"],
    [{ a: {}, b: [{ c: 1 }, { c: -Infinity }] }, "b/1/c is -Infinity"],
  ])("refuses %o, which JSON would turn into null and the service into a cleared value", async (change, text) => {
    const service = fakeService();
    const client = createTestClient(service);
    for (const written of [client.update("a", change), client.updateByContract(change), client.create(change)]) {
      const error = await failureOf(written);
      expect(error).toBeInstanceOf(TypeError);
      expect(error).toMatchObject({ message: `${text}, a number JSON does not have` });
    }
    expect(service.requests).toHaveLength(0);
  });

  it("refuses a body that is nested too deeply to be written", async () => {
    let deep: object = {};
    for (let depth = 0; depth < 50_000; depth += 1) deep = { deep };
    const error = await failureOf(createTestClient(fakeService()).update("a", deep));
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: "the body is nested too deeply to be sent as JSON" });
  });

  it("hands the head of the answer to onResponse", async () => {
    const heads: ResponseHead[] = [];
    const headers = {
      etag: '"8"',
      "request-id": "r-1",
      location: `${base}/a`,
      "preference-applied": "create-if-missing",
    };
    const service = fakeService(json({ id: "a" }, 201, { ...headers, "set-cookie": "session=1" }));
    await createTestClient(service).update("a", {}, { onResponse: (head) => heads.push(head) });
    expect(heads).toEqual([
      {
        status: 201,
        etag: '"8"',
        location: `${base}/a`,
        preferenceApplied: "create-if-missing",
        requestId: "r-1",
        clientRequestId: "request-1",
        headers: { "content-type": "application/json", ...headers, "set-cookie": "[redacted]" },
      },
    ]);
  });

  it.each([429, 503, 504])("is not repeated after %i, even when the service says when", async (status) => {
    const service = fakeService(graphFailure(status, "UnknownError", "later", { "retry-after": "1" }));
    const error = await failureOf(createTestClient(service).updateByContract({}));
    expect(GraphError.isInstance(error) && error.retryAfter).toBe(1);
    expect(service.requests).toHaveLength(1);
  });

  it("says so when the written event is not sent back although it was asked for", async () => {
    const error = await failureOf(createTestClient(fakeService(new Response(null, { status: 204 }))).update("a", {}));
    expect(ResponseShapeError.isInstance(error) && error.message).toMatch(/answered 204, but the written event/);
  });
});

describe("a client of v1.0", () => {
  it("reads provisioning", async () => {
    const service = fakeService(json({ id: "a" }));
    await createProvisioningClient({ ...service.options, schema, version: "v1.0" }).get("a");
    expect(service.requests[0]?.url).toBe("https://graph.example/v1.0/auditLogs/provisioning/a");
  });

  it("refuses the entity set that only beta has", () => {
    const { options } = fakeService();
    const create = () =>
      createProvisioningClient({ ...options, schema, version: "v1.0", entitySet: "directoryProvisioning" });
    expect(create).toThrow(TypeError);
  });
});
