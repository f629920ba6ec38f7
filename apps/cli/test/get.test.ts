import { describe, expect, it } from "vitest";
import { json, run } from "./fake-system.js";

const event = {
  "@odata.context": "x",
  id: "a",
  activityDateTime: "2026-03-02T08:14:05Z",
  sourceIdentity: { displayName: "Ana", details: {} },
  jobId: null,
};

describe("get", () => {
  it("shows what the event says, without annotations and empty properties, and its etag", async () => {
    const { stdout } = await run(["get", "a"], { answers: [json(event, 200, { etag: '"7"' })] });
    expect(stdout).toBe(
      [
        'etag  "7"',
        "id                a",
        "activityDateTime  2026-03-02T08:14:05Z",
        "sourceIdentity",
        "  displayName  Ana",
        "",
      ].join("\n"),
    );
  });

  it("prints the reply whole and in its order as JSON", async () => {
    const { stdout } = await run(["get", "a", "-o", "json"], { answers: [json(event)] });
    expect(stdout).toBe(`${JSON.stringify(event, null, 2)}\n`);
  });

  it("prints it on one line as NDJSON", async () => {
    expect((await run(["get", "a", "-o", "ndjson"], { answers: [json(event)] })).stdout).toBe(
      `${JSON.stringify(event)}\n`,
    );
  });
});
