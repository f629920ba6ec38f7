import { describe, expect, it } from "vitest";
import { ResponseShapeError } from "../src/core.js";
import { collect, createTestClient, failureOf, fakeService, json } from "./fake-service.js";

const base = "https://graph.example/beta/auditLogs/directoryProvisioning";
const page = (ids: string[], nextLink?: string) =>
  json({ value: ids.map((id) => ({ id })), ...(nextLink === undefined ? {} : { "@odata.nextLink": nextLink }) });

describe("list", () => {
  it("gives the items of every page, an empty page in the middle included", async () => {
    const service = fakeService(
      page(["a", "b"], `${base}?$skiptoken=1`),
      page([], `${base}?$skiptoken=2`),
      page(["c"]),
    );
    const items = await collect(createTestClient(service).list({ top: 2 }));
    expect(items.map((item) => item.id)).toEqual(["a", "b", "c"]);
    expect(service.requests.map((request) => request.url)).toEqual([
      `${base}?$top=2`,
      `${base}?$skiptoken=1`,
      `${base}?$skiptoken=2`,
    ]);
  });

  it("asks for a page only when it is needed", async () => {
    const service = fakeService(page(["a", "b"], `${base}?$skiptoken=1`));
    for await (const item of createTestClient(service).list()) if (item.id === "a") break;
    expect(service.requests).toHaveLength(1);
  });

  it("starts anew with each iteration", async () => {
    const service = fakeService(page(["a"]), page(["b"]));
    const items = createTestClient(service).list();
    expect(await collect(items)).toEqual([{ id: "a" }]);
    expect(await collect(items)).toEqual([{ id: "b" }]);
  });

  it("sends token, accept and a new client-request-id with every page", async () => {
    const service = fakeService(page([], `${base}?$skiptoken=1`), page([]));
    await collect(createTestClient(service).list());
    for (const [index, { headers }] of service.requests.entries()) {
      expect(headers.get("authorization")).toBe("Bearer secret-token-0123456789");
      expect(headers.get("accept")).toBe("application/json");
      expect(headers.get("client-request-id")).toBe(`request-${index + 1}`);
    }
  });
});

describe("pages", () => {
  it("goes on from a nextLink kept from before", async () => {
    const service = fakeService(page(["c"]));
    const link = `${base}?$top=2&$skiptoken=abc`;
    const pages = await collect(createTestClient(service).pages({ nextLink: link, top: 9 }));
    expect(pages).toMatchObject([{ items: [{ id: "c" }], nextLink: undefined }]);
    expect(service.requests.map((request) => request.url)).toEqual([link]);
  });

  it("refuses to go on at another service, before anything is sent", () => {
    const service = fakeService();
    expect(() => createTestClient(service).pages({ nextLink: "https://evil.example/x" })).toThrow(TypeError);
    const withPassword = () => createTestClient(service).pages({ nextLink: "https://user:hunter2@graph.example/x" });
    expect(withPassword).toThrow(/does not belong/);
    expect(withPassword).not.toThrow(/hunter2/);
    const otherPath = () => createTestClient(service).list({ nextLink: "https://graph.example/beta/users" });
    expect(otherPath).toThrow(/another path/);
  });

  it.each([
    ["another host", "https://evil.example/beta/auditLogs/directoryProvisioning?$skiptoken=1"],
    ["another port", "https://graph.example:8443/beta/auditLogs/directoryProvisioning?$skiptoken=1"],
    ["another scheme", "http://graph.example/beta/auditLogs/directoryProvisioning?$skiptoken=1"],
    [
      "the same host with a password",
      "https://user:hunter2@graph.example/beta/auditLogs/directoryProvisioning?$skiptoken=1",
    ],
    [
      "the same host with a user name",
      "https://hunter2@graph.example/beta/auditLogs/directoryProvisioning?$skiptoken=1",
    ],
    ["a host without scheme", "//evil.example/x"],
    ["no address", "http://["],
    ["a number", 7],
    ["the same page", base],
  ])("refuses a nextLink to %s and sends nothing there", async (_, link) => {
    const service = fakeService(json({ value: [{ id: "a" }], "@odata.nextLink": link }));
    const error = await failureOf(collect(createTestClient(service).pages()));
    expect(ResponseShapeError.isInstance(error) && error.reason).toBe("link");
    expect(String(error) + JSON.stringify(error)).not.toContain("hunter2");
    expect(service.requests).toHaveLength(1);
  });

  it("takes a null nextLink for the end", async () => {
    const service = fakeService(json({ value: [], "@odata.nextLink": null }));
    expect(await collect(createTestClient(service).pages())).toMatchObject([{ items: [], nextLink: undefined }]);
  });

  it("says where in the page an event has the wrong shape", async () => {
    const service = fakeService(json({ value: [{ id: "a" }, { id: 5 }] }, 200, { "request-id": "r-1" }));
    const error = await failureOf(collect(createTestClient(service).pages()));
    expect(error).toMatchObject({
      reason: "schema",
      status: 200,
      requestId: "r-1",
      issues: [{ path: ["value", 1, "id"], message: "expected a string" }],
      message: `GET /beta/auditLogs/directoryProvisioning answered 200, but value/1/id: expected a string (request-id r-1)`,
    });
  });

  it.each([[{}], [{ value: {} }], [[]], [null], ["text"]])("refuses %j as a collection", async (body) => {
    const error = await failureOf(collect(createTestClient(fakeService(json(body))).pages()));
    expect(ResponseShapeError.isInstance(error) && error.issues[0]?.path).toEqual(["value"]);
  });
});
