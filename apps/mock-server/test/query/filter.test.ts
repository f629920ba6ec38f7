import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MockServer } from "../../src/index.js";
import { call, contractPath, createTestServer, unversionedPath } from "../call.js";
import { allIds, idsOf, type Page, storeEvents } from "./events.js";

const v1 = "/v1.0/auditLogs/provisioning";
const beta = "/beta/auditLogs/provisioning";
let server: MockServer;
beforeAll(async () => {
  server = await createTestServer();
  await storeEvents(server);
});
afterAll(() => server.close());

async function find(query: string, path = v1): Promise<string> {
  const reply = await call(server, "GET", `${path}?${query}`);
  expect([reply.statusCode, reply.statusCode === 200 ? "" : reply.body]).toEqual([200, ""]);
  return idsOf([reply.json<Page>()]).sort().join("");
}
const filter = (text: string, path = v1) => find(`$filter=${encodeURIComponent(text)}`, path);

describe("$filter", () => {
  it.each([
    ["jobId eq 'job.alpha'", "b"],
    ["contains(jobId,'alpha')", "b"],
    ["servicePrincipal/id eq 'app-2'", "gh"],
    ["sourceIdentity/displayName eq 'Conan O''Neil'", "d"],
    ["activityDateTime gt 2026-03-01T00:00:00.0000001Z and activityDateTime lt 2026-03-02T00:00:00Z", "c"],
    ["activityDateTime ge 2026-03-02T23:59:59.5Z and activityDateTime le 2026-03-02T23:59:59.5Z", "f"],
    ["activityDateTime gt 2026-03-02 and activityDateTime lt 2026-03-03", "ef"],
    ["contains(targetIdentity/identityType,'User')", "abcdfgh"],
    ["not contains(targetIdentity/identityType,'x')", "abcdfgh"],
    ["targetIdentity/id eq null", "e"],
    ["durationInMilliseconds lt 100", "c"],
    ["startswith(tolower(jobId),'job.')", "ab"],
    ["endswith(servicePrincipal/displayName,'HR')", "g"],
    ["id in ('a','g','nope')", "ag"],
    ["provisioningAction eq 'delete' or provisioningStatusInfo/status eq 'failure'", "fg"],
    ["provisioningAction eq 'DELETE'", "fg"],
    ["provisioningAction eq microsoft.graph.provisioningAction'delete'", "fg"],
    ["provisioningAction ne 'create'", "fg"],
    ["PROVISIONINGACTION EQ 'Delete' AND NOT(id EQ 'f')", "g"],
    ["modifiedProperties/any(p:p/displayName eq 'active') and id lt 'c'", "ab"],
    ["servicePrincipal/name eq 'Woodgrove HR'", "g"],
    ["jobId eq 'nobody''s'", ""],
    ["now() lt 2026-03-02T08:14:06Z and id eq 'a'", "a"],
  ])("%s finds %j", async (text, ids) => {
    expect(await filter(text)).toBe(ids);
    expect(await filter(text, contractPath)).toBe(ids);
  });

  it("takes Microsoft's own long example", async () => {
    const text =
      "((contains(tolower(servicePrincipal/id), 'app-2') or contains(tolower(servicePrincipal/displayName), 'app-2')) and activityDateTime gt 2026-03-02 and activityDateTime lt 2026-03-05)";
    const reply = await call(
      server,
      "GET",
      `${v1}?$filter=${encodeURIComponent(text)}&$top=500&$orderby=activityDateTime desc`,
    );
    expect(idsOf([reply.json<Page>()])).toEqual(["h", "g"]);
  });

  it("knows the names of beta on beta only", async () => {
    expect(await filter("statusInfo/status eq 'failure' and action eq 'Delete'", contractPath)).toBe("f");
    expect(await filter("statusInfo/status eq 'failure'", unversionedPath)).toBe("f");
    expect(await filter("statusInfo/status eq 'failure'", beta)).toBe("f");
    const reply = await call(server, "GET", `${v1}?$filter=action eq 'Delete'`);
    expect(reply.statusCode).toBe(400);
  });

  it("that finds nothing answers 200 with an empty page", async () => {
    const reply = await call(server, "GET", `${v1}?$filter=jobId eq 'nobody'`);
    expect([reply.statusCode, reply.json()]).toEqual([
      200,
      { "@odata.context": "http://graph.test/v1.0/$metadata#auditLogs/provisioning", value: [] },
    ]);
  });

  it.each([
    "$filter=jobId%20eq%20'a%2Bb%20%26%20c'",
    "$filter=jobId+eq+%27a%2Bb+%26+c%27",
    "%24filter=jobId+eq+%27a%2Bb+%26+c%27",
    "&$filter=jobId eq 'a%2Bb %26 c'",
    "$Filter=jobId%20EQ%20'a%2Bb%20%26%20c'",
  ])("is the same however it is spelt: %s", async (query) => {
    expect(await find(query)).toBe("c");
  });

  it("keeps a + in an offset that is written %2B", async () => {
    expect(await find("$filter=activityDateTime eq 2026-03-03T01:59:59.5%2B02:00")).toBe("f");
  });

  it("needs no $ on beta, and is an option of nobody's without it on v1.0", async () => {
    expect(await find("filter=id eq 'a'&top=5", beta)).toBe("a");
    expect(await find("filter=id eq 'a'")).toBe(allIds.join(""));
  });

  it("asked again and again sees what was written in between", async () => {
    await using fresh = await createTestServer();
    const path = `${v1}?$filter=jobId eq 'job.alpha'&$count=true`;
    const ask = async () => (await call(fresh, "GET", path)).json<Page>()["@odata.count"];
    expect([await ask(), await ask(), await ask()]).toEqual([0, 0, 0]);
    await storeEvents(fresh);
    expect([await ask(), await ask(), await ask()]).toEqual([1, 1, 1]);
  });

  it("with now() asks for the present anew each time", async () => {
    let now = new Date("2026-03-02T00:00:00Z");
    await using moving = await createTestServer({ now: () => now });
    await storeEvents(moving);
    const ask = async () =>
      idsOf([(await call(moving, "GET", `${v1}?$filter=activityDateTime lt now()`)).json<Page>()]).length;
    expect([await ask(), await ask(), await ask()]).toEqual([3, 3, 3]);
    now = new Date("2026-03-03T00:00:00Z");
    expect(await ask()).toBe(6);
  });
});
