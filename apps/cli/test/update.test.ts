import { describe, expect, it } from "vitest";
import { graphFailure, json, run } from "./fake-system.js";

const reply = {
  "@odata.type": "#microsoft.graph.provisioningObjectSummary",
  id: "a",
  activityDateTime: "2026-03-02T08:14:05Z",
};
const address = "http://127.0.0.1:4480/beta/auditLogs/directoryProvisioning";

describe("update", () => {
  it("sends a file to the documented address and prints the server's reply", async () => {
    const { exitCode, stdout, stderr, requests } = await run(["update", "event.json", "-o", "json"], {
      files: { "event.json": '{\n "id": "a",\n "action": "Create"\n}' },
      answers: [json(reply, 200, { etag: '"8"' })],
    });
    expect(requests[0]).toMatchObject({ method: "PATCH", url: address, body: { id: "a", action: "Create" } });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `${JSON.stringify(reply, null, 2)}\n` });
    expect(stderr).toContain('provlog: updated (200, etag "8")');
  });

  it("reads stdin for -, and puts every --set into it", async () => {
    const { requests } = await run(["update", "-", "--set", "jobId=5", "-s", "statusInfo/status=failure"], {
      stdin: '{"id":"a"}\n',
      answers: [json(reply)],
    });
    expect(requests[0]?.body).toEqual({ id: "a", jobId: "5", statusInfo: { status: "failure" } });
  });

  it("needs no file when something is set, and addresses --id", async () => {
    const argv = ["update", "--id", "a", "--set", "jobId=null", "--if-match", "7", "--create-if-missing"];
    const { requests } = await run(argv, { answers: [json(reply)] });
    expect(requests[0]).toMatchObject({ url: `${address}/a`, body: { jobId: null } });
    expect(requests[0]?.headers.get("if-match")).toBe('"7"');
    expect(requests[0]?.headers.get("prefer")).toBe("create-if-missing");
  });

  it.each([
    [json(reply, 201), /created \(201\)/],
    [json(reply, 200, { "content-location": `${address}/a` }), /created \(200\)/],
  ])("says when the event is a new one", async (answer, text) => {
    expect((await run(["update", "-s", "jobId=x"], { answers: [answer] })).stderr).toMatch(text);
  });

  it("passes the mock's note on", async () => {
    const answers = [json(reply, 200, { "x-mock-note": "placeholders were left out" })];
    expect((await run(["update", "-s", "jobId=x"], { answers })).stderr).toContain("note: placeholders were left out");
  });

  it("refuses to send nothing", async () => {
    expect(await run(["update"])).toMatchObject({ exitCode: 2, requests: [] });
  });

  it("refuses the documented address on v1.0, which has none", async () => {
    const environment = { PROVLOG_VERSION: "v1.0" };
    expect(await run(["update", "-s", "jobId=x"], { environment })).toMatchObject({ exitCode: 2, requests: [] });
  });

  it.each([
    ["an array", "[{}]", /collection/],
    ["a collection", '{"value":[{}]}', /collection/],
    ["an empty array", "[]", /holds no object/],
    ["a text", '"x"', /holds no object/],
    ["two objects", "{}\n{}", /more than one/],
    ["broken JSON", '{"a":', /in the middle/],
    ["nothing", "", /no value/],
    ["a number that JSON.stringify would clear", '{"a":[{"b":1e400}]}', /stdin: a\/0\/b is a number larger than/],
    ["an abyss", `{"a":${"[".repeat(20_000)}${"]".repeat(20_000)}}`, /stdin: is nested deeper than 1000 levels/],
  ])("refuses %s as a body", async (_, stdin, text) => {
    const { exitCode, stderr, requests } = await run(["update", "-"], { stdin });
    expect({ exitCode, requests }).toEqual({ exitCode: 10, requests: [] });
    expect(stderr).toMatch(text);
  });

  it.each(["durationInMilliseconds=1e400", 'sourceSystem={"x":-1e400}', `a${"/a".repeat(2000)}=1`])(
    "refuses --set with a value that cannot be sent",
    async (assignment) => {
      expect(await run(["update", "-s", assignment])).toMatchObject({ exitCode: 2, requests: [] });
    },
  );

  it("names a file that is not there", async () => {
    const { exitCode, stderr } = await run(["update", "none.json"]);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 10,
      stderr: "provlog: none.json cannot be read: there is no such file\n",
    });
  });

  it("shows Graph's refusal with the mock's hint", async () => {
    const hint = { code: "MockHint", message: "send the id\nor all properties" };
    const { exitCode, stdout, stderr } = await run(["update", "-s", "jobId=x"], {
      answers: [graphFailure(400, "BadRequest", "no.", [hint])],
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
    expect(stderr).toContain(
      "failed: 400 BadRequest: no. (request-id r-1)\nprovlog: hint: send the id\nprovlog: or all properties\n",
    );
  });
});
