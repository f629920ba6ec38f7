import { describe, expect, it } from "vitest";
import { json, run } from "./fake-system.js";

const event = (id: string) => ({ action: "Create", id, activityDateTime: "2026-03-02T08:14:05.123Z", extra: 1 });
const page = (ids: string[], next?: string) =>
  json({
    value: ids.map(event),
    ...(next === undefined ? {} : { "@odata.nextLink": `http://127.0.0.1:4480/x?${next}` }),
  });

describe("list", () => {
  it("asks for a page of the limit and prints a table with headings", async () => {
    const { exitCode, stdout, requests } = await run(["list", "--limit", "2"], { answers: [page(["a", "b"])] });
    expect(exitCode).toBe(0);
    expect(requests.map((request) => request.url)).toEqual([
      "http://127.0.0.1:4480/beta/auditLogs/directoryProvisioning?$top=2",
    ]);
    const lines = stdout.split("\n");
    expect(lines[0]).toMatch(/^TIME +ACTION +STATUS +SOURCE +TARGET +APPLICATION +ID$/);
    expect(lines[1]).toMatch(/^2026-03-02T08:14:05Z {2}Create .* a$/);
    expect(lines).toHaveLength(4);
  });

  it("stops at the limit in the middle of a page and says so on stderr", async () => {
    const { stdout, stderr } = await run(["list", "--limit", "1", "--top", "2", "-o", "ndjson"], {
      answers: [page(["a", "b"])],
    });
    expect(stdout).toBe(`${JSON.stringify(event("a"))}\n`);
    expect(stderr).toContain("stopped after 1; --limit N or --all shows more.");
  });

  it("says nothing of more when the limit is the end", async () => {
    const { stderr } = await run(["list", "--limit", "2"], { answers: [page(["a", "b"])] });
    expect(stderr).not.toContain("stopped");
  });

  it("follows every page with --all, headings printed once", async () => {
    const { stdout } = await run(["list", "--all"], { answers: [page(["a"], "1"), page([], "2"), page(["b"])] });
    expect(stdout.match(/TIME/g)).toHaveLength(1);
    expect(stdout.trimEnd().split("\n")).toHaveLength(3);
  });

  it("prints one JSON array over all pages, events as they came", async () => {
    const { stdout } = await run(["list", "--all", "-o", "json"], { answers: [page(["a"], "1"), page(["b"])] });
    expect(JSON.parse(stdout)).toEqual([event("a"), event("b")]);
    expect(stdout).toBe(`${JSON.stringify([event("a"), event("b")], null, 2)}\n`);
  });

  it("prints an empty array when there is nothing", async () => {
    expect((await run(["list", "-o", "json"], { answers: [page([])] })).stdout).toBe("[]\n");
  });

  it("tells people when there is nothing", async () => {
    const { stdout, stderr } = await run(["list"], { answers: [page([])] });
    expect(stdout).toBe("");
    expect(stderr).toContain("no events.");
  });

  it("passes order and filter on as Graph takes them", async () => {
    const { requests } = await run(["list", "--orderby", "activityDateTime asc", "--filter", "jobId eq 'x'"], {
      answers: [page([])],
    });
    expect(requests[0]?.url).toContain("$top=25&$orderby=activityDateTime%20asc&$filter=jobId%20eq%20%27x%27");
  });

  it("refuses --all with --limit", async () => {
    expect(await run(["list", "--all", "--limit", "3"])).toMatchObject({ exitCode: 2, requests: [] });
  });

  it("asks nothing for --limit 0, and does not claim that there is nothing", async () => {
    const { exitCode, requests, stderr } = await run(["list", "--limit", "0"]);
    expect({ exitCode, requests }).toEqual({ exitCode: 0, requests: [] });
    expect(stderr).toContain("--limit 0 asks for nothing.");
    expect(stderr).not.toContain("no events");
  });

  it("ends quietly when nobody reads any more, and asks for no further page", async () => {
    const world = { answers: [page(["a"], "1")], stdoutTakes: 0 };
    const { exitCode, stderr, requests } = await run(["list", "--all", "-o", "ndjson"], world);
    expect({ exitCode, requests: requests.length }).toEqual({ exitCode: 0, requests: 1 });
    expect(stderr).not.toContain("error");
  });

  it("reads v1.0 when the environment says so", async () => {
    const { requests } = await run(["list"], { environment: { PROVLOG_VERSION: "v1.0" }, answers: [page([])] });
    expect(requests[0]?.url).toContain("/v1.0/auditLogs/provisioning?");
  });
});
