import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type RunningMockServer, startMockServer } from "@org/mock-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exitCodeMeanings, exitCodes } from "../../src/exit-codes.js";
import { runBin, runShell } from "./run-bin.js";

let mock: RunningMockServer;
let odd: Server;
let oddUrl = "";

beforeAll(async () => {
  mock = await startMockServer({ scenario: "steady", count: 20, now: () => new Date("2026-03-02T08:00:00Z") });
  // Answers that the mock does not give: the status is the first segment of the path.
  odd = createServer((request, response) => {
    const status = Number(request.url?.split("/")[1] ?? 500);
    response.writeHead(status, { "retry-after": "9999" }).end(status === 200 ? "hello" : "");
  });
  await new Promise<void>((done) => odd.listen(0, "127.0.0.1", done));
  oddUrl = `http://127.0.0.1:${(odd.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await mock.close();
  odd.closeAllConnections();
  await new Promise((done) => odd.close(done));
});

const event = { id: "a", activityDateTime: "2026-03-02T08:14:05Z" };

describe("exit codes of the built program", () => {
  const cases: [keyof typeof exitCodes, readonly string[], ((() => string) | undefined)?, string?][] = [
    ["done", ["list", "--limit", "1"]],
    ["done", ["--help"]],
    ["done", ["validate", "-"], undefined, JSON.stringify(event)],
    ["invalid", ["validate", "-"], undefined, JSON.stringify({ ...event, colour: "green" })],
    ["usage", ["lst"]],
    ["usage", ["list", "--tpo", "1"]],
    ["usage", ["update"]],
    ["usage", ["list", "--filter", "x eq 1"]],
    ["refused", ["update", "--set", "jobId=x"]],
    ["notAllowed", ["get", "a"], () => `${oddUrl}/401`],
    ["notAllowed", ["get", "a"], () => `${oddUrl}/403`],
    ["notFound", ["get", "unknown"]],
    ["preconditionFailed", ["update", "--id", "unknown", "--if-match", "*", "--create-if-missing", "--set", "jobId=x"]],
    ["throttled", ["get", "a"], () => `${oddUrl}/429`],
    ["unreachable", ["list"], () => "http://127.0.0.1:9"],
    ["notUnderstood", ["update", "--set", "jobId=x"], () => `${oddUrl}/200`],
    ["badInput", ["update", "no-such-file.json"]],
    ["badInput", ["list", "no-such-file.json"]],
    ["badInput", ["list", "-"], undefined, "[5]"],
    ["badInput", ["validate", "no-such-file.json"]],
  ];

  it.each(cases)("is that of %s for provlog %j", async (name, argv, url, stdin) => {
    const run = await runBin(argv, {
      environment: { PROVLOG_URL: url?.() ?? mock.url },
      ...(stdin === undefined ? {} : { stdin }),
    });
    expect({ exitCode: run.exitCode, stderr: run.stderr }).toMatchObject({ exitCode: exitCodes[name] });
    expect(run.stderr).not.toContain("error in provlog itself");
  });

  it("are all run here, but for an error of the program and a full disk", () => {
    const missing = Object.keys(exitCodes).filter((name) => !cases.some(([run]) => run === name));
    expect(missing).toEqual(["outputFailed", "internal"]);
  });
});

describe.runIf(existsSync("/dev/full"))("a full disk", () => {
  it.each(["list -o json", "--help", "--version"])("is told in one line by provlog %s", async (line) => {
    const run = await runShell(`provlog ${line} > /dev/full`, { environment: { PROVLOG_URL: mock.url } });
    expect(run).toMatchObject({
      exitCode: exitCodes.outputFailed,
      stderr: expect.stringMatching(/^provlog: the output cannot be written: [^\n]*ENOSPC[^\n]*\n$/),
    });
  });
});

describe("the README", () => {
  it("has the same table of exit codes", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const rows = [...readme.matchAll(/^\|\s*(\d+)\s*\|\s*(.+?)\s*\|$/gm)].map((match) => [
      Number(match[1]),
      match[2]?.replaceAll("`", ""),
    ]);
    expect(rows).toEqual(
      Object.entries(exitCodes).map(([name, code]) => [code, exitCodeMeanings[name as keyof typeof exitCodes]]),
    );
  });
});
