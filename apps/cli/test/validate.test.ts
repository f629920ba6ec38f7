import { describe, expect, it } from "vitest";
import { run } from "./fake-system.js";

const good = { id: "a", activityDateTime: "2026-03-02T08:14:05Z", action: "Create" };
const bad = { id: "b", activityDateTime: "yesterday", colour: "green" };
const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join("");

describe("validate", () => {
  it("finds nothing in a valid file and says so on stderr", async () => {
    const result = await run(["validate", "a.json"], { files: { "a.json": JSON.stringify(good) } });
    expect(result).toMatchObject({ exitCode: 0, stdout: "", stderr: "provlog: 1 valid, 0 invalid.\n" });
  });

  it("names file, line, path and reason in NDJSON", async () => {
    const result = await run(["validate", "a.ndjson"], { files: { "a.ndjson": lines(good, bad) } });
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toMatch(/^a\.ndjson:2: colour .+\na\.ndjson:2: activityDateTime .+\n$/);
    expect(result.stderr).toBe("provlog: 1 valid, 1 invalid.\n");
  });

  it("names file, index, path and reason in an array and in a collection", async () => {
    const nested = { ...good, sourceIdentity: { id: 5 } };
    const files = {
      "a.json": JSON.stringify([good, nested]),
      "c.json": JSON.stringify({ "@odata.context": "x", value: [nested] }),
    };
    const { stdout } = await run(["validate", "a.json", "c.json"], { files });
    expect(stdout).toMatch(/^a\.json\[1\]: sourceIdentity\.id .+\nc\.json\[0\]: sourceIdentity\.id .+\n$/);
  });

  it("names a single event by its file alone", async () => {
    const { stdout } = await run(["validate", "-"], { stdin: JSON.stringify({ ...good, jobId: 5 }, null, 2) });
    expect(stdout).toMatch(/^stdin: jobId .+\n$/);
  });

  it("reports what is not JSON like everything else", async () => {
    const { exitCode, stdout } = await run(["validate", "a.ndjson"], {
      files: { "a.ndjson": `{"id":\n${lines(good)}` },
    });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^a\.ndjson:1: is not JSON: /);
  });

  it.each([
    ["auto", { ...good, provisioningAction: "create" }, 0],
    ["v1", good, 1],
    ["beta", good, 0],
    ["auto", { id: "a", activityDateTime: good.activityDateTime, provisioningAction: "create" }, 0],
    ["v1", { id: "a", activityDateTime: good.activityDateTime, provisioningAction: "create" }, 0],
  ])("holds an event against the shape %s", async (shape, event, exitCode) => {
    expect((await run(["validate", "--shape", shape, "-"], { stdin: JSON.stringify(event) })).exitCode).toBe(exitCode);
  });

  it("gives programs one object per reason", async () => {
    const { stdout } = await run(["validate", "-o", "ndjson", "--layout", "lines", "-"], { stdin: lines(bad) });
    const findings = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(findings).toMatchObject([
      { file: "stdin", line: 1, path: ["colour"], code: "unknownProperty", reason: expect.any(String) },
      { file: "stdin", line: 1, path: ["activityDateTime"], code: "dateTimeOffset" },
    ]);
  });

  it("gives programs an array, also an empty one", async () => {
    expect((await run(["validate", "-o", "json", "-"], { stdin: lines(good) })).stdout).toBe("[]\n");
    const { stdout } = await run(["validate", "-o", "json", "-"], { stdin: lines(bad, bad) });
    expect(JSON.parse(stdout)).toHaveLength(4);
  });

  it("goes on after a file it cannot read; what is invalid counts for more", async () => {
    const files = { "bad.json": JSON.stringify(bad), "good.json": JSON.stringify(good) };
    expect(await run(["validate", "none.json", "good.json"], { files })).toMatchObject({
      exitCode: 10,
      stderr:
        "provlog: none.json cannot be read: there is no such file\nprovlog: 1 valid, 0 invalid, 1 unreadable file.\n",
    });
    expect(await run(["validate", "none.json", "bad.json"], { files })).toMatchObject({ exitCode: 1 });
  });

  it("shows control characters of a file instead of obeying them", async () => {
    const { stdout } = await run(["validate", "-"], { stdin: JSON.stringify({ ...good, "\u001b[31mred": 1 }) });
    expect(stdout).toContain("\\u001b[31mred");
    expect(stdout).not.toContain("\u001b");
  });

  it("needs a file", async () => {
    expect(await run(["validate"])).toMatchObject({ exitCode: 2, stdout: "" });
  });
});
