import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MockServer } from "../../src/index.js";
import { call, createTestServer } from "../call.js";

const v1 = "/v1.0/auditLogs/provisioning";
let server: MockServer;
beforeAll(async () => {
  server = await createTestServer();
  await server.fill({ scenario: "steady", seed: 1, count: 4_000 });
});
afterAll(() => server.close());

const long = (text: string) => text.repeat(Math.floor(15_000 / text.length));

describe("a query made to take long", () => {
  it.each([
    ["parentheses", `${long("(")}1 eq 1`],
    ["not", `${long("not ")}true`],
    ["a minus", `${long("- ")}1 eq 1`],
    ["or", `${long("id eq 'a' or ").replace(/ or $/, "")}`],
    ["in", `id in (${long("'a',")}'a')`],
    ["calls", `${long("tolower(")}`],
    ["lambdas", long("provisioningSteps/any(a:")],
    ["a text", `contains(jobId,'${long("x")}')`],
    ["quotes", `jobId eq ${long("'")}`],
    ["a path", `${long("a/")}a eq 1`],
    ["a number", `durationInMilliseconds eq ${long("9")}`],
    ["commas", long(",")],
  ])("of %s is answered, or refused as Graph refuses", async (_, filter) => {
    const reply = await call(
      server,
      "GET",
      `${v1}?$top=1&$filter=${encodeURIComponent(filter).replaceAll("%20", "+")}`,
    );
    expect([200, 400, 414]).toContain(reply.statusCode);
    if (reply.statusCode === 400) expect(reply.json().error.message.length).toBeLessThan(1_000);
  });

  it.each([
    ["$orderby", long("id,")],
    ["$select", long("id,")],
    ["$expand", long("a(")],
    ["$skiptoken", long("x")],
    ["$top", long("1")],
  ])("in %s is refused", async (option, value) => {
    expect((await call(server, "GET", `${v1}?${option}=${value}`)).statusCode).toBe(400);
  });

  it("lets other requests be answered in between, however many there are of it", async () => {
    const url = await server.listen();
    const headers = { authorization: "Bearer any" };
    const ask = async (path: string) => {
      const response = await fetch(`${url}${path}`, { headers });
      await response.arrayBuffer();
      return response.status;
    };
    const slow = Array.from(
      { length: 10 },
      (_, index) =>
        `contains(tolower(concat(targetIdentity/displayName,jobId)),'nobody${index}') or provisioningSteps/any(s:contains(s/description,'nobody${index}'))`,
    );
    let open = slow.length;
    const searches = slow.map(async (filter) => {
      const status = await ask(`${v1}?$filter=${encodeURIComponent(filter)}&$orderby=jobId&$count=true`);
      open -= 1;
      return status;
    });
    const id = await server.newestId();
    let answered = 0;
    while (open > 0) {
      expect(await ask(`${v1}/${id}`)).toBe(200);
      if (open > 0) answered += 1;
    }
    // Were the searches run one after another and each at one go, it would be no more than one after each.
    expect(answered).toBeGreaterThan(slow.length);
    expect(await Promise.all(searches)).toEqual(slow.map(() => 200));
  });
});
