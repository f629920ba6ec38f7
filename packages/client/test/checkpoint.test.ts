import { describe, expect, it } from "vitest";
import { CheckpointError, type SummaryPage } from "../src/core.js";
import { collect, createTestClient, fakeService, json, type TestSummary, token } from "./fake-service.js";

const base = "https://graph.example/beta/auditLogs/directoryProvisioning";
const query = { filter: "jobId eq 'x'", top: 2 };

/** A log of nine events in pages of two; the skip token is the index to go on from. */
function logOfNine() {
  const answer = (at: number) =>
    json({
      value: Array.from({ length: Math.min(2, 9 - at) }, (_, index) => ({ id: `event-${at + index}` })),
      ...(at + 2 < 9 ? { "@odata.nextLink": `${base}?$top=2&$filter=jobId%20eq%20%27x%27&$skiptoken=${at + 2}` } : {}),
    });
  return fakeService(
    ...Array.from({ length: 10 }, () => ({ url }: { url: string }) => {
      return answer(Number(new URL(url).searchParams.get("$skiptoken") ?? 0));
    }),
  );
}

async function firstPage(): Promise<SummaryPage<TestSummary>> {
  for await (const page of createTestClient(logOfNine()).pages(query)) return page;
  throw new Error("no page");
}

function refusal(checkpoint: string, options: object = {}): { reason: string; text: string; requests: number } {
  const service = fakeService();
  try {
    createTestClient(service).list({ ...options, checkpoint });
  } catch (error) {
    if (!CheckpointError.isInstance(error)) throw error;
    const text = String(error) + JSON.stringify(error);
    return { reason: error.reason, text, requests: service.requests.length };
  }
  throw new Error("expected a refusal");
}

describe("a checkpoint", () => {
  it("continues in a new client, each event once, wherever the first run stopped", async () => {
    for (let stopAfter = 1; stopAfter <= 5; stopAfter += 1) {
      const ids: string[] = [];
      let checkpoint = "";
      for await (const page of createTestClient(logOfNine()).pages(query)) {
        ids.push(...page.items.map(({ id }) => id));
        checkpoint = page.checkpoint;
        if (ids.length >= 2 * stopAfter) break;
      }
      const rest = await collect(createTestClient(logOfNine()).list({ checkpoint }));
      expect([...ids, ...rest.map(({ id }) => id)]).toEqual(Array.from({ length: 9 }, (_, index) => `event-${index}`));
    }
  });

  it("of the last page gives no page and asks nothing, so that no finished run begins again", async () => {
    const pages = await collect(createTestClient(logOfNine()).pages(query));
    const service = fakeService();
    expect(await collect(createTestClient(service).pages({ checkpoint: pages.at(-1)?.checkpoint }))).toEqual([]);
    expect(service.requests).toEqual([]);
  });

  it("goes on to further checkpoints of the same query", async () => {
    const { checkpoint } = await firstPage();
    const [second] = await collect(createTestClient(logOfNine()).pages({ checkpoint }));
    const third = await collect(createTestClient(logOfNine()).pages({ ...query, checkpoint: second?.checkpoint }));
    expect(third.flatMap(({ items }) => items)).toHaveLength(5);
  });

  it("is JSON without the token", async () => {
    const { checkpoint } = await firstPage();
    expect(JSON.parse(checkpoint)).toMatchObject({ version: 1, collection: base });
    expect(checkpoint).not.toContain(token);
  });

  it("is not taken together with a nextLink", async () => {
    const { checkpoint } = await firstPage();
    expect(() => createTestClient(fakeService()).pages({ checkpoint, nextLink: base })).toThrow(TypeError);
  });
});

describe("a checkpoint that cannot be continued from is refused before anything is sent:", () => {
  it.each([
    "",
    "x",
    "null",
    "[]",
    "{}",
    '{"version":1}',
    `{"version":1,"collection":"${base}","query":{"$top":2},"nextLink":null}`,
    `{"version":1,"collection":"${base}","query":{},"nextLink":7}`,
    " ".repeat(2_000_000),
  ])("text that no page gave (%#)", (checkpoint) => {
    expect(refusal(checkpoint)).toMatchObject({ requests: 0 });
    expect(["unreadable", "version"]).toContain(refusal(checkpoint).reason);
  });

  it("one of a later version", async () => {
    const { checkpoint } = await firstPage();
    expect(refusal(checkpoint.replace('"version":1', '"version":2')).reason).toBe("version");
  });

  it.each([
    ["another origin", "https://evil.example/beta/auditLogs/directoryProvisioning?$skiptoken=1"],
    ["another scheme", "http://graph.example/beta/auditLogs/directoryProvisioning?$skiptoken=1"],
    ["a password", "https://user:hunter2@graph.example/beta/auditLogs/directoryProvisioning?$skiptoken=1"],
    ["another path", "https://graph.example/beta/users?hunter2"],
    ["a path that climbs", "https://graph.example/beta/auditLogs/directoryProvisioning/../../users"],
    ["no address", "/beta/auditLogs/directoryProvisioning"],
  ])("one whose link has %s", async (_, nextLink) => {
    const { checkpoint } = await firstPage();
    const changed = JSON.stringify({ ...JSON.parse(checkpoint), nextLink });
    expect(refusal(changed)).toMatchObject({ reason: "service", requests: 0 });
    expect(refusal(changed).text).not.toContain("hunter2");
  });

  it("one of another service, version or entity set", async () => {
    const { checkpoint } = await firstPage();
    for (const options of [{ baseUrl: "https://other.example" }, { entitySet: "provisioning" as const }]) {
      const client = createTestClient(fakeService(), options);
      expect(() => client.pages({ checkpoint })).toThrow(/another service, version or entity set/);
    }
  });

  it("one of another query, and says which options differ", async () => {
    const { checkpoint } = await firstPage();
    const { reason, text } = refusal(checkpoint, { filter: "jobId eq 'hunter2'", top: 2 });
    expect(reason).toBe("query");
    expect(text).toContain("$filter must be");
    expect(text).not.toContain("hunter2");
    expect(refusal(checkpoint, { ...query, skip: 1 }).text).toContain("$skip must be");
  });

  it("one with a selection that is not repeated, since the events' type would promise more", async () => {
    const [page] = await collect(createTestClient(fakeService(json({ value: [] }))).pages({ select: ["id"] }));
    const checkpoint = page?.checkpoint ?? "";
    expect(refusal(checkpoint).text).toContain("$select must be");
    const pages = createTestClient(fakeService()).pages({ checkpoint, select: ["id"] });
    expect(await collect(pages)).toEqual([]);
  });
});
