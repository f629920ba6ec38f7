import { expect } from "vitest";
import { storeQueryEvents } from "../../src/ask.js";
import type { Reply } from "../../src/call.js";
import { queryEvents } from "../../src/query-events.js";
import { beta, betaProvisioning, errorOf, type Json, membersOf, type Scenario, v1 } from "../../src/scenario.js";
import { createVerifies } from "../../src/verifies.js";

const verifies = createVerifies(import.meta.url);

const ids = (reply: Reply): unknown[] => membersOf(reply).map(({ id }: Json) => id);
const failures = "$filter=provisioningStatusInfo/status%20eq%20'failure'";
const failed = ["e11", "e08", "e04", "e02"];

/** A reply that has to be 200; the path is part of what is compared, so that a failure says which one it was. */
async function read({ call }: Scenario, path: string): Promise<Reply> {
  const reply = await call("GET", path);
  expect([path, reply.status, errorOf(reply)]).toEqual([path, 200, {}]);
  return reply;
}

async function expectRefusal({ call }: Scenario, path: string, message: RegExp = /./): Promise<void> {
  const reply = await call("GET", path);
  expect([path, reply.status, errorOf(reply)]).toEqual([
    path,
    400,
    expect.objectContaining({ code: "BadRequest", message: expect.stringMatching(message) }),
  ]);
}

verifies("query:encodings", async (mock) => {
  await storeQueryEvents(mock);
  const spellings = [
    "$filter=sourceIdentity/displayName%20eq%20%27Sean%20O%27%27Neil%27",
    "$filter=sourceIdentity/displayName+eq+'Sean+O''Neil'",
    "%24filter=sourceIdentity%2FdisplayName+eq+%27Sean+O%27%27Neil%27",
    new URLSearchParams({ $filter: "sourceIdentity/displayName eq 'Sean O''Neil'" }).toString(),
  ];
  for (const query of spellings) expect([query, ids(await read(mock, `${v1}?${query}`))]).toEqual([query, ["e02"]]);
  const offset = "$filter=activityDateTime%20eq%202026-03-02T10:00:00.5";
  expect(ids(await read(mock, `${v1}?${offset}%2B02:00`))).toEqual(["e06", "e05", "e04"]);
  await expectRefusal(mock, `${v1}?${offset}+02:00`, /^Invalid filter clause/);
});

verifies("query:empty-pair", async (mock) => {
  await storeQueryEvents(mock);
  for (const query of [`&${failures}`, `${failures}&`, `&&${failures}&tag=1`]) {
    expect([query, ids(await read(mock, `${v1}?${query}`))]).toEqual([query, failed]);
  }
});

verifies("query:without-dollar", async (mock) => {
  await storeQueryEvents(mock);
  const query = "filter=jobId%20eq%20'Dropbox.contoso.out'&top=2&orderby=activityDateTime&select=id&count=true";
  for (const set of [beta, betaProvisioning]) {
    const { json } = await read(mock, `${set}?${query}`);
    expect(json).toMatchObject({ "@odata.count": 5, value: [{ id: "e03" }, { id: "e05" }] });
  }
  expect(ids(await read(mock, `${v1}?${query}`))).toHaveLength(queryEvents.length);
});

verifies("query:letter-case", async (mock) => {
  await storeQueryEvents(mock);
  const filter =
    "NOT(Contains(toLower(servicePrincipal/displayName),'dropbox'))%20AND%20provisioningAction%20EQ%20'create'";
  for (const name of ["$Filter", "$FILTER", "%24fIlTeR"]) {
    expect(ids(await read(mock, `${v1}?${name}=${filter}&$OrderBy=activityDateTime%20DESC`))).toEqual([
      "e10",
      "e02",
      "e01",
    ]);
  }
  const first = await read(mock, `${v1}?$Top=10`);
  const token = new URL(String(first.json["@odata.nextLink"])).searchParams.get("$skiptoken");
  for (const name of ["$skipToken", "$SKIPTOKEN", "$skiptoken"]) {
    expect(ids(await read(mock, `${v1}?$Top=10&${name}=${token}`))).toEqual(["e02", "e01"]);
  }
});

verifies("query:next-link", async (mock) => {
  await storeQueryEvents(mock);
  const options = {
    $filter: "servicePrincipal/displayName eq 'Dropbox Business' and sourceIdentity/displayName ne 'O''Neil + Sons'",
    $orderby: "sourceIdentity/displayName desc,id",
    $select: "id,jobId",
    $count: "true",
    $top: "2",
    tag: "mine",
  };
  const query = Object.entries(options).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const first = await read(mock, `${v1}?${query.join("&")}`);
  const link = new URL(String(first.json["@odata.nextLink"]));
  expect(link.href.startsWith(`${mock.url}${v1}?`)).toBe(true);
  const { $skiptoken: token, ...kept } = Object.fromEntries(link.searchParams);
  expect(kept).toEqual(options);
  const second = await read(mock, link.pathname + link.search);
  expect([ids(first), ids(second)]).toEqual([
    ["e09", "e07"],
    ["e05", "e03"],
  ]);
  for (const name of ["$skiptoken", "$skipToken", "%24skipToken"]) {
    const reordered = [`${name}=${token}`, ...query.toReversed()].join("&");
    expect(ids(await read(mock, `${v1}?${reordered}`))).toEqual(["e05", "e03"]);
  }
});

verifies("query:skip-token", async (mock) => {
  await storeQueryEvents(mock);
  const first = await read(mock, `${v1}?${failures}&$top=1`);
  const token = String(new URL(String(first.json["@odata.nextLink"])).searchParams.get("$skiptoken"));
  expect(ids(await read(mock, `${v1}?${failures}&$top=3&$skiptoken=${token}`))).toEqual(failed.slice(1));
  const quoted = /^Unable to parse the skiptoken value '/;
  const middle = Math.floor(token.length / 2);
  const changed = token.slice(0, middle) + (token[middle] === "A" ? "B" : "A") + token.slice(middle + 1);
  for (const query of [
    `${failures}&$top=1&$skiptoken=${changed}`,
    `$top=1&$skiptoken=${token}`,
    `${failures.replace("failure", "success")}&$top=1&$skiptoken=${token}`,
    `${failures}&$top=1&$orderby=id&$skiptoken=${token}`,
    `${failures}&$top=1&$select=id&$skiptoken=${token}`,
  ]) {
    await expectRefusal(mock, `${v1}?${query}`, quoted);
  }
  const payload = Buffer.from(JSON.stringify({ tid: "00000000-0000-4000-8000-00000000beef" })).toString("base64url");
  const foreign = await mock.call("GET", `${v1}?${failures}&$top=1&$skiptoken=${token}`, {
    headers: { authorization: `Bearer e30.${payload}.x` },
  });
  expect([foreign.status, errorOf(foreign).message]).toEqual([400, expect.stringMatching(quoted)]);
});

verifies("query:skip-token:short", async (mock) => {
  for (const id of ["a", "b", "c"]) {
    await mock.create({ id, sourceIdentity: { displayName: "ö".repeat(100_000) + id } });
  }
  const query = "$orderby=sourceIdentity/displayName&$top=1&$select=id";
  const seen: unknown[] = [];
  for (let next: unknown = `${mock.url}${v1}?${query}`; typeof next === "string"; ) {
    expect(next.length).toBeLessThan(2_048 + query.length);
    const reply = await read(mock, next.slice(mock.url.length));
    seen.push(...ids(reply));
    next = reply.json["@odata.nextLink"];
  }
  expect(seen).toEqual(["a", "b", "c"]);
});

verifies("orderby:paths", async (mock) => {
  await storeQueryEvents(mock);
  const order = async (orderby: string) => ids(await read(mock, `${v1}?$orderby=${encodeURIComponent(orderby)}`));
  const byTarget = ["e05", "e10", "e01", "e03", "e08", "e11", "e06", "e07", "e09", "e12", "e02", "e04"];
  expect(await order("targetIdentity/displayName,id")).toEqual(byTarget);
  expect(await order("targetIdentity/displayName desc,id desc")).toEqual(byTarget.toReversed());
  const byAction = await order("provisioningAction desc,activityDateTime");
  expect(byAction.slice(0, 6)).toEqual(["e03", "e04", "e05", "e11", "e12", "e06"]);
  await expectRefusal(mock, `${v1}?$orderby=provisioningSteps`);
  await expectRefusal(mock, `${v1}?$orderby=servicePrincipal`);
});

verifies("select:members", async (mock) => {
  await storeQueryEvents(mock);
  const query = "$filter=id%20eq%20'e02'&$select=jobId,%20provisioningAction";
  for (const [set, name] of [
    [v1, "/v1.0/$metadata#auditLogs/provisioning"],
    [beta, "/beta/$metadata#auditLogs/directoryProvisioning"],
  ] as const) {
    const { json } = await read(mock, `${set}?${query}`);
    expect(json).toEqual({
      "@odata.context": `${mock.url}${name}(jobId,provisioningAction)`,
      value: [{ jobId: "scim.contoso.fabrikam", provisioningAction: "create" }],
    });
  }
  const nested = await read(mock, `${v1}?$filter=id%20eq%20'e02'&$select=id,sourceIdentity/displayName`);
  expect(membersOf(nested)).toEqual([{ id: "e02", sourceIdentity: { displayName: "Sean O'Neil" } }]);
  const everything = await read(mock, `${v1}?$filter=id%20eq%20'e02'&$select=*`);
  expect(membersOf(everything)).toEqual(membersOf(await read(mock, `${v1}?$filter=id%20eq%20'e02'`)));
});

verifies("count:option", async (mock) => {
  await storeQueryEvents(mock);
  const first = await read(mock, `${v1}?${failures}&$count=true&$top=3`);
  expect([first.json["@odata.count"], ids(first).length]).toEqual([4, 3]);
  const second = await read(mock, String(first.json["@odata.nextLink"]).slice(mock.url.length));
  expect([second.json["@odata.count"], ids(second)]).toEqual([4, failed.slice(3)]);
  expect((await read(mock, `${v1}?$count=TRUE&$skip=11`)).json["@odata.count"]).toBe(12);
  expect((await read(mock, `${v1}?$count=false`)).json).not.toHaveProperty("@odata.count");
  const accept = "application/json;IEEE754Compatible=true";
  const text = await mock.call("GET", `${v1}?${failures}&$count=true`, { headers: { accept } });
  expect(text.json["@odata.count"]).toBe("4");
});

verifies("count:segment", async (mock) => {
  await storeQueryEvents(mock);
  for (const set of [v1, beta, betaProvisioning]) {
    for (const [query, count] of [
      ["", "12"],
      [`?${failures}`, "4"],
      ["?$filter=jobId%20eq%20'nobody'", "0"],
    ] as const) {
      const reply = await mock.call("GET", `${set}/$count${query}`);
      expect([query, reply.status, reply.text]).toEqual([query, 200, count]);
      expect(reply.headers["content-type"]).toMatch(/^text\/plain(;|$)/);
    }
  }
  await expectRefusal(mock, `${v1}/$count?$filter=nope%20eq%201`, /^Invalid filter clause/);
});

verifies("count:segment:json", async (mock) => {
  const json = await mock.call("GET", `${v1}/$count`, { headers: { accept: "application/json" } });
  expect([json.status, errorOf(json).code]).toEqual([415, "UnsupportedMediaType"]);
  for (const accept of ["text/plain", "*/*", "application/json, text/plain"]) {
    expect((await mock.call("GET", `${v1}/$count`, { headers: { accept } })).status).toBe(200);
  }
});

verifies("skip:option", async (mock) => {
  await storeQueryEvents(mock);
  expect(ids(await read(mock, `${v1}?${failures}&$skip=3`))).toEqual(failed.slice(3));
  const first = await read(mock, `${v1}?${failures}&$skip=1&$top=2`);
  const second = await read(mock, String(first.json["@odata.nextLink"]).slice(mock.url.length));
  expect([ids(first), ids(second)]).toEqual([failed.slice(1, 3), failed.slice(3)]);
  for (const skip of ["-1", "x", "1.5"]) await expectRefusal(mock, `${v1}?$skip=${skip}`);
});

verifies("query:format", async (mock) => {
  await storeQueryEvents(mock);
  expect((await read(mock, `${v1}?$format=json`)).headers["content-type"]).toMatch(/^application\/json;/);
  const none = await read(mock, `${v1}?$top=1&$format=application/json;odata.metadata=none`);
  expect(Object.keys(none.json)).toEqual(["@odata.nextLink", "value"]);
  await expectRefusal(mock, `${v1}?$format=atom`);
  await expectRefusal(mock, `${v1}?$format=xml`);
});
