import { describe, expect, it } from "vitest";
import { run } from "./fake-system.js";

const event = (id: string, minute: number, more: object = {}) => ({
  action: "Create",
  id,
  activityDateTime: `2026-03-02T07:${String(minute).padStart(2, "0")}:00Z`,
  provisioningStatusInfo: { status: minute % 2 === 0 ? "failure" : "success" },
  servicePrincipal: { displayName: "Dropbox" },
  extra: minute,
  ...more,
});
const events = [event("c", 2), event("a", 5), event("d", 1), event("b", 4)];
const lines = events.map((one) => JSON.stringify(one)).join("\n");
const ids = (stdout: string) => [...stdout.matchAll(/"id": ?"(\w+)"/g)].map(([, id]) => id);

describe("list of a file", () => {
  it.each([
    ["events.ndjson", lines],
    ["events.json", JSON.stringify(events)],
    ["pretty.json", JSON.stringify(events, null, 2)],
    ["page.json", JSON.stringify({ "@odata.context": "x", value: events })],
    ["pages.json", events.map((one) => JSON.stringify({ value: [one] }, null, 1)).join("\n")],
    ["one line per page", events.map((one) => JSON.stringify({ value: [one] })).join("\n")],
  ])("reads %s, the newest first, and asks no service", async (path, text) => {
    const { exitCode, stdout, stderr, requests } = await run(["list", path, "-o", "ndjson"], {
      files: { [path]: text },
    });
    expect({ exitCode, requests, stderr }).toEqual({ exitCode: 0, requests: [], stderr: "" });
    expect(ids(stdout)).toEqual(["a", "b", "c", "d"]);
  });

  it("prints events as they stand in the file", async () => {
    const { stdout } = await run(["list", "-", "--limit", "1", "-o", "ndjson"], { stdin: lines });
    expect(stdout).toBe(`${JSON.stringify(events[1])}\n`);
  });

  it("takes several files as one", async () => {
    const files = { "1.json": JSON.stringify([events[0]]), "2.json": JSON.stringify([events[1], events[3]]) };
    const { stdout } = await run(["list", "1.json", "2.json", "--limit", "2", "-o", "json"], { files });
    expect(ids(stdout)).toEqual(["a", "b"]);
  });

  it("filters, orders, limits and says that there is more", async () => {
    const argv = [
      "list",
      "-",
      "--status",
      "failure",
      "--orderby",
      "activityDateTime asc",
      "--limit",
      "1",
      "-o",
      "ndjson",
    ];
    const { stdout, stderr } = await run(argv, { stdin: lines });
    expect(ids(stdout)).toEqual(["c"]);
    expect(stderr).toContain("stopped after 1; --limit N or --all shows more.");
  });

  it("includes the moment of --since and leaves out that of --until", async () => {
    const argv = ["list", "-", "--since", "2026-03-02T07:02:00Z", "--until", "2026-03-02T07:05:00Z", "-o", "ndjson"];
    expect(ids((await run(argv, { stdin: lines })).stdout)).toEqual(["b", "c"]);
  });

  it("counts hours back from the clock it is given", async () => {
    // It is 08:14:05.25 there.
    const { stdout } = await run(["list", "-", "--since", "73m", "-o", "ndjson"], { stdin: lines });
    expect(ids(stdout)).toEqual(["a", "b", "c"]);
  });

  it("sees older spellings as a service would store them", async () => {
    const stdin = JSON.stringify(event("a", 1, { servicePrincipal: [{ id: "s", name: "Fabrikam" }] }));
    const { stdout } = await run(["list", "-", "--app", "Fabri", "-o", "ndjson"], { stdin });
    expect(stdout).toBe(`${stdin}\n`);
  });

  it.each(["", "\n", "[]", '{"value":[]}'])("takes %j for a list of no events", async (stdin) => {
    const { exitCode, stdout, stderr } = await run(["list", "-"], { stdin });
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: "", stderr: "provlog: no events.\n" });
  });

  it("tells what is no event, leaves it out, and ends with an exit code of its own", async () => {
    const text = [JSON.stringify(events[0]), "5", "{", JSON.stringify({ id: "x" }), JSON.stringify(events[1])].join(
      "\n",
    );
    const { exitCode, stdout, stderr } = await run(["list", "e.ndjson", "-o", "ndjson"], {
      files: { "e.ndjson": text },
    });
    expect(exitCode).toBe(10);
    expect(ids(stdout)).toEqual(["a", "c"]);
    expect(stderr).toMatch(/e\.ndjson:2: is no event: /);
    expect(stderr).toMatch(/e\.ndjson:3: is not JSON: /);
    expect(stderr).toMatch(/e\.ndjson:4: is no event: activityDateTime: /);
    expect(stderr).toContain("left out what is no event: 3.");
  });

  it("tells the first ten of them only", async () => {
    const { stderr } = await run(["list", "-"], { stdin: "{}\n".repeat(500) });
    expect(stderr.match(/^provlog: stdin:\d+: is no event: /gm)).toHaveLength(10);
    expect(stderr).toContain("left out what is no event: 500.");
  });

  it("says that a file is not there", async () => {
    const { exitCode, stderr } = await run(["list", "no.json"]);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 10,
      stderr: "provlog: no.json cannot be read: there is no such file\n",
    });
  });

  it("refuses to sort more than it may keep, and says what to write instead", async () => {
    const stdin = '{"id":"a","activityDateTime":"2026-03-02T08:14:05Z"}\n'.repeat(50_001);
    const { exitCode, stdout, stderr } = await run(["list", "-", "--all"], { stdin });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("more than 50000 events of the file pass");
    expect(stderr).toContain("give --limit up to 50000");
  });
});
