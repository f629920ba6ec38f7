import { describe, expect, it } from "vitest";
import { exitCodes } from "../src/exit-codes.js";
import { graphFailure, json, run } from "./fake-system.js";

const event = { id: "a", activityDateTime: "2026-03-02T08:14:05Z" };
const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });

describe("exit codes", () => {
  it.each([
    ["done", [json(event)]],
    ["refused", [graphFailure(400, "BadRequest", "m")]],
    ["refused", [graphFailure(500, "InternalServerError", "")]],
    ["notAllowed", [graphFailure(401, "InvalidAuthenticationToken", "m")]],
    ["notAllowed", [graphFailure(403, "Authorization_RequestDenied", "m")]],
    ["notFound", [graphFailure(404, "Request_ResourceNotFound", "m")]],
    ["preconditionFailed", [graphFailure(412, "PreconditionFailed", "m")]],
    ["throttled", [new Response(null, { status: 429, headers: { "retry-after": "9999" } })]],
    ["unreachable", [refused]],
    ["notUnderstood", [json({ id: 5 })]],
    ["notUnderstood", [json([])]],
  ] as const)("has %s", async (name, answers) => {
    expect((await run(["get", "a"], { answers: [...answers] })).exitCode).toBe(exitCodes[name]);
  });

  it.each([
    [["lst"], "did you mean `list`?"],
    [["list", "--tpo", "3"], "did you mean --top?"],
    [["list", "-o", "jsn"], 'did you mean "json"?'],
    [["list", "--top", "many"], "not a whole number from 1"],
    [["list", "--top", "0"], "not a whole number from 1"],
    [["list", "--limit", "-1"], "not a whole number from 0"],
    [["list", "--top"], "top"],
    [["list", "--status", ""], "empty"],
    [["list", "--url", "http://127.0.0.1", "events.json"], "exclude each other"],
    [["get"], "id"],
    [["get", ""], "empty"],
    [["update", "--id", "", "-s", "a=b"], "empty"],
    [["update", "--if-match", "a b", "-s", "a=b"], "no etag"],
  ])("has usage for %j, with a reason on stderr", async (argv, text) => {
    const { exitCode, stdout, stderr } = await run(argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: exitCodes.usage, stdout: "" });
    expect(stderr).toContain("provlog: ");
    expect(stderr).toContain(text);
  });

  it.each([
    [{ PROVLOG_TOKEN: "hunter2 hunter3" }, "PROVLOG_TOKEN has blanks"],
    [{ PROVLOG_URL: "https://graph.example" }, "PROVLOG_TOKEN is not set"],
    [{ PROVLOG_URL: "foo" }, "PROVLOG_URL is no address"],
    [{ PROVLOG_URL: "localhost:4480" }, "PROVLOG_URL is no address"],
    [{ PROVLOG_URL: "http://127.0.0.1?hunter2" }, "query"],
    [{ PROVLOG_URL: "http://user:hunter2@127.0.0.1" }, "user name or password"],
    [{ PROVLOG_URL: "http://127.0.0.1/beta" }, "leave the version out"],
    [{ PROVLOG_VERSION: "v3" }, "beta or v1.0"],
  ])("has usage for the environment %j, without repeating secrets", async (environment, text) => {
    const { exitCode, stderr } = await run(["list"], { environment });
    expect(exitCode).toBe(exitCodes.usage);
    expect(stderr).toContain(text);
    expect(stderr).not.toContain("hunter");
  });

  it("has no two alike and none that a shell uses", () => {
    const codes = Object.values(exitCodes);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toBeLessThan(126);
  });
});

describe("help", () => {
  it.each([["--help"], ["-h"]])("is what %s prints", async (flag) => {
    const { exitCode, stdout, stderr } = await run([flag]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    for (const code of Object.values(exitCodes)) expect(stdout).toMatch(new RegExp(`^ +${code} {2}\\S`, "m"));
    for (const command of ["mock", "list", "get", "update", "validate"])
      expect(stdout).toMatch(new RegExp(`^ {2}${command} `, "m"));
  });

  it("is what no command at all gets, the commands before the exit codes", async () => {
    const { stdout } = await run([]);
    const order = ["EXAMPLES", "ENVIRONMENT", "COMMANDS", "EXIT CODES"].map((heading) =>
      stdout.indexOf(`\n${heading}\n`),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it("hands mock to the mock server's own program, arguments and all", async () => {
    const { mockRuns, stdout, stderr } = await run(["mock", "--port", "0", "--help"]);
    expect({ mockRuns, stdout, stderr }).toEqual({ mockRuns: [["--port", "0", "--help"]], stdout: "", stderr: "" });
  });

  it.each(["list", "get", "update", "validate"])("exists for %s", async (command) => {
    const { exitCode, stdout } = await run([command, "--help"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`provlog ${command}`);
  });
});

describe("an output that cannot be written", () => {
  it.each([["list", "-o", "json"], ["get", "a"], ["--help"]])(
    "has one line and an exit code of its own for %s",
    async (...argv) => {
      const answers = [json(argv[0] === "list" ? { value: [event] } : event)];
      const { exitCode, stderr } = await run(argv, {
        environment: { PROVLOG_URL: "http://127.0.0.1" },
        answers,
        stdoutFails: true,
      });
      expect({ exitCode, stderr }).toEqual({
        exitCode: exitCodes.outputFailed,
        stderr: "provlog: the output cannot be written: no space left\n",
      });
    },
  );
});

describe("without configuration", () => {
  it("asks the mock, with a made-up token, and says on stderr which service that is", async () => {
    const { requests, stderr } = await run(["get", "a"], { answers: [json(event)] });
    expect(requests[0]?.url).toMatch(/^http:\/\/127\.0\.0\.1:4480\/beta\//);
    expect(requests[0]?.headers.get("authorization")).toBe("Bearer made-up-by-provlog");
    expect(stderr).toBe("provlog: no --url or PROVLOG_URL, so this is the mock at http://127.0.0.1:4480\n");
  });

  it("tells of the made-up token when it was not let in", async () => {
    const answers = () => [graphFailure(401, "InvalidAuthenticationToken", "m")];
    const hint = "PROVLOG_TOKEN is not set, so a made-up token was sent";
    expect((await run(["get", "a"], { answers: answers() })).stderr).toContain(hint);
    const environment = { PROVLOG_TOKEN: "t" };
    expect((await run(["get", "a"], { answers: answers(), environment })).stderr).not.toContain(hint);
  });

  it("says in one line that the other side does not speak https", async () => {
    const failed = Object.assign(new Error("80:error:0A:SSL routines:\n"), { code: "ERR_SSL_WRONG_VERSION_NUMBER" });
    const { exitCode, stderr } = await run(["list", "--url", "https://127.0.0.1:4480"], { answers: [failed] });
    expect({ exitCode, stderr }).toEqual({
      exitCode: exitCodes.unreachable,
      stderr: "provlog: what listens at https://127.0.0.1:4480 does not speak https; http:// may be meant.\n",
    });
  });

  it("says how to start the mock when nothing answers", async () => {
    const { stderr } = await run(["list"], { answers: [refused] });
    expect(stderr).toContain("nothing answers at http://127.0.0.1:4480.");
    expect(stderr).toContain("provlog mock");
  });
});

describe("the token", () => {
  it("is in no output, even when the service repeats it", async () => {
    const environment = { PROVLOG_TOKEN: "secret-token-0123456789" };
    const answers = [graphFailure(401, "InvalidAuthenticationToken", "you sent secret-token-0123456789")];
    const { stdout, stderr, requests } = await run(["get", "a"], { environment, answers });
    expect(requests[0]?.headers.get("authorization")).toBe("Bearer secret-token-0123456789");
    expect(stdout + stderr).not.toContain("secret-token");
  });
});
