import { describe, expect, it } from "vitest";
import { createProvisioningClient, v1Where, where } from "../src/index.js";
import { collect, createTestClient, failureOf, fakeService, json } from "./fake-service.js";

const base = "https://graph.example/beta/auditLogs/directoryProvisioning";
const event = { id: "a", activityDateTime: "2026-03-02T08:14:05Z" };
const connect = (...answers: Parameters<typeof fakeService>) => {
  const service = fakeService(...answers);
  return { client: createProvisioningClient(service.options), requests: service.requests };
};

describe("query options", () => {
  it("are sent in their text form, lists joined", async () => {
    const { client, requests } = connect(json({ value: [event] }));
    const options = {
      top: 5,
      skip: 2,
      orderby: ["activityDateTime desc", "servicePrincipal/displayName"],
      filter: where("provisioningStatusInfo/status").eq("failure"),
      select: ["id", "activityDateTime"],
      count: true,
    } as const;
    await collect(client.list(options));
    expect(requests[0]?.url).toBe(
      `${base}?$top=5&$skip=2&$orderby=activityDateTime%20desc%2CservicePrincipal%2FdisplayName` +
        "&$filter=provisioningStatusInfo%2Fstatus%20eq%20%27failure%27&$select=id%2CactivityDateTime&$count=true",
    );
  });

  it("take the texts of both builders and plain texts alike", async () => {
    const { client, requests } = connect(json({ value: [] }), json({ value: [] }), json({ value: [] }));
    await collect(client.list({ filter: where("jobId").eq("O'Neil") }));
    await collect(client.list({ filter: v1Where("jobId").eq("O'Neil") }));
    await collect(client.list({ filter: "jobId eq 'O''Neil'" }));
    const urls = new Set(requests.map(({ url }) => url));
    expect([...urls]).toEqual([`${base}?$filter=jobId%20eq%20%27O%27%27Neil%27`]);
  });

  it("refuse an empty list and a filter that is only an object, before anything is sent", () => {
    const { client, requests } = connect();
    expect(() => client.pages({ select: [] })).toThrow(/select is an empty list/);
    expect(() => client.pages({ orderby: [] })).toThrow(/orderby is an empty list/);
    const filter = {} as ReturnType<ReturnType<typeof where<"id">>["eq"]>;
    expect(() => client.list({ filter })).toThrow(/neither a text nor a condition/);
    expect(requests).toEqual([]);
  });
});

describe("a page's count", () => {
  it("is what the service tells, and undefined when it tells nothing", async () => {
    const service = fakeService(json({ value: [], "@odata.count": 7 }), json({ value: [] }));
    const client = createTestClient(service);
    const pages = [...(await collect(client.pages({ count: true }))), ...(await collect(client.pages()))];
    expect(pages.map(({ count }) => count)).toEqual([7, undefined]);
  });

  it.each([-1, 1.5, "7", {}])("is a ResponseShapeError when it is %j", async (count) => {
    const client = createTestClient(fakeService(json({ value: [], "@odata.count": count })));
    const failure = await failureOf(collect(client.pages({ count: true })));
    expect(failure).toMatchObject({ reason: "schema", issues: [{ path: ["@odata.count"] }] });
  });
});

describe("select", () => {
  it("does not demand members that were not asked for, and gives only what came", async () => {
    const came = { id: "a", jobId: "x" };
    const { client } = connect(json({ value: [came] }));
    expect(await collect(client.list({ select: ["id", "jobId"] }))).toEqual([came]);
  });

  it("still demands what was asked for", async () => {
    const { client } = connect(json({ value: [{ jobId: "x" }] }), json({ value: [{ id: 5, jobId: "x" }] }));
    const absent = await failureOf(collect(client.list({ select: ["id", "jobId"] })));
    expect(absent).toMatchObject({ reason: "schema", issues: [{ path: ["value", 0, "id"] }] });
    const wrong = await failureOf(collect(client.list({ select: "ID, jobId" })));
    expect(wrong).toMatchObject({ reason: "schema", issues: [{ path: ["value", 0, "id"] }] });
  });

  it("still checks a member that came unasked", async () => {
    const { client } = connect(json({ value: [{ jobId: "x", id: 5 }] }));
    expect(await failureOf(collect(client.list({ select: ["jobId"] })))).toMatchObject({ reason: "schema" });
  });

  it("reads older spellings of what was asked for, as without it", async () => {
    const { client } = connect(json({ value: [{ servicePrincipal: [{ id: "s", name: "Fabrikam" }] }] }));
    const events = await collect(client.list({ select: ["servicePrincipal"] }));
    expect(events).toEqual([{ servicePrincipal: { id: "s", displayName: "Fabrikam" } }]);
  });

  it("demands everything again for *", async () => {
    const { client } = connect(json({ value: [{ id: "a" }] }));
    const failure = await failureOf(collect(client.list({ select: "*" })));
    expect(failure).toMatchObject({ issues: [{ path: ["value", 0, "activityDateTime"] }] });
  });

  it("overlooks with any schema what it says of other members", async () => {
    const client = createTestClient(fakeService(json({ value: [{ jobId: "x" }] })));
    expect(await collect(client.list({ select: "jobId" }))).toEqual([{ jobId: "x" }]);
    const refused = createTestClient(fakeService(json({ value: [{ jobId: "x" }] })));
    expect(await failureOf(collect(refused.list({ select: "id" })))).toMatchObject({ reason: "schema" });
  });
});

describe("count", () => {
  it("asks for plain text, the filter encoded, and gives the number", async () => {
    const { client, requests } = connect(new Response("\ufeff42", { headers: { "content-type": "text/plain" } }));
    expect(await client.count({ filter: where("jobId").eq("a+b") })).toBe(42);
    expect(requests[0]?.url).toBe(`${base}/$count?$filter=jobId%20eq%20%27a%2Bb%27`);
    expect(requests[0]?.headers.get("accept")).toBe("text/plain");
  });

  it.each(["", "many", "-1", "1.5", '"7"', "{}"])("is a ResponseShapeError for the answer %j", async (text) => {
    const { client } = connect(...Array.from({ length: 4 }, () => () => new Response(text)));
    expect(await failureOf(client.count())).toMatchObject({ name: "ResponseShapeError" });
  });
});
