import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningMockServer, startMockServer } from "@org/mock-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bin, cleanEnvironment, runBin, runShell } from "./run-bin.js";

let mock: RunningMockServer;
let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "provlog-files-"));
  mock = await startMockServer({ scenario: "steady", count: 300, now: () => new Date("2026-03-02T08:00:00Z") });
});

afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true });
});

const environment = () => ({ PROVLOG_URL: mock.url });

describe("the examples of the help", () => {
  it("run as they stand", async () => {
    const { stdout: help } = await runBin(["--help"]);
    const section = /^EXAMPLES\n((?: {2}.+\n)+)/m.exec(help)?.[1] ?? "";
    const examples = section
      .trim()
      .split("\n")
      .map((line) => line.trim());
    expect(examples).toHaveLength(3);
    for (const example of examples) {
      const { exitCode, stdout, stderr } = await runShell(example, { environment: environment() });
      expect({ example, exitCode, stderr }).toMatchObject({ exitCode: 0 });
      expect(`${stdout}${stderr}`).not.toBe("");
    }
  });
});

describe("list, get, update and validate against a mock", () => {
  it("write and read back one event, and a second update with its old etag is refused", async () => {
    const { stdout } = await runBin(["list", "--limit", "1", "-o", "ndjson"], { environment: environment() });
    const { id } = JSON.parse(stdout) as { id: string };
    const first = await runBin(["update", "--id", id, "--set", "statusInfo/status=warning", "-o", "json"], {
      environment: environment(),
    });
    expect(JSON.parse(first.stdout)).toMatchObject({
      id,
      statusInfo: { status: "warning" },
      provisioningStatusInfo: { status: "warning" },
    });
    const etag = /etag (".+")/.exec(first.stderr)?.[1] ?? "";
    const change = ["update", "-", "--if-match", etag, "-o", "json"];
    const stdin = JSON.stringify({ id, durationInMilliseconds: 7 });
    expect(await runBin(change, { environment: environment(), stdin })).toMatchObject({ exitCode: 0 });
    expect(await runBin(change, { environment: environment(), stdin })).toMatchObject({ exitCode: 6 });
    const read = await runBin(["get", id, "-o", "json"], { environment: environment() });
    expect(JSON.parse(read.stdout)).toMatchObject({ durationInMilliseconds: 7, statusInfo: { status: "warning" } });
  });

  it("lists every event over several pages", async () => {
    const { stdout } = await runBin(["list", "--all", "--top", "70", "-o", "json"], { environment: environment() });
    const ids = (JSON.parse(stdout) as { id: string }[]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(300);
  });

  it("validates what it listed, in both versions and every layout", async () => {
    for (const version of ["beta", "v1.0"]) {
      for (const format of ["json", "ndjson"]) {
        const line = `provlog list --all -o ${format} | provlog validate -o ndjson -`;
        const run = await runShell(line, { environment: { ...environment(), PROVLOG_VERSION: version } });
        expect(run).toMatchObject({
          exitCode: 0,
          stdout: "",
          stderr: expect.stringContaining("300 valid, 0 invalid."),
        });
      }
    }
  });
});

describe("a reader that has seen enough", () => {
  it("ends the program quietly", async () => {
    const line = "provlog list --all --top 10 -o ndjson | head -n 1 > /dev/null";
    const { exitCode, stderr } = await runShell(line, { environment: environment() });
    expect({ exitCode, stderr: stderr.replace(/^provlog: no PROVLOG_TOKEN.*\n/, "") }).toEqual({
      exitCode: 0,
      stderr: "",
    });
  });

  it("ends validate quietly, too, while stdin still flows", async () => {
    const line = `yes '{"id":5}' | head -n 200000 | provlog validate - | head -n 1 > /dev/null`;
    const { stderr } = await runShell(line);
    expect(stderr).not.toMatch(/EPIPE|itself/);
  });
});

describe("a terminal's colours", () => {
  it("are absent in a pipe", async () => {
    const { stdout } = await runBin(["list"], { environment: environment() });
    expect(stdout).not.toContain("\u001b");
  });
});

describe("a file of any size", () => {
  const report =
    "data:text/javascript,process.on('exit',()=>process.stderr.write('rss '+process.resourceUsage().maxRSS))";
  const megabytes = (stderr: string) => Number(/rss (\d+)/.exec(stderr)?.[1]) / 1024;

  it("is validated in less memory than it would take as a whole", async () => {
    const file = join(folder, "large.json");
    const event = {
      id: "a",
      activityDateTime: "2026-03-02T08:14:05Z",
      provisioningSteps: [],
      jobId: "x".repeat(20_000),
    };
    writeFileSync(file, `[${Array.from({ length: 9000 }, () => JSON.stringify(event)).join(",\n")}]`);
    const { exitCode, stderr } = await runBin(["validate", file], { nodeFlags: ["--import", report] });
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining("9000 valid, 0 invalid."),
    });
    // The file alone is 180 MB, its text as JavaScript strings as much again.
    expect(megabytes(stderr)).toBeLessThan(200);
  });

  it("is filtered, sorted and listed in less memory, too", async () => {
    const file = join(folder, "large.ndjson");
    const event = (minute: number) => ({
      id: String(minute),
      activityDateTime: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
      provisioningSteps: [],
      jobId: "x".repeat(20_000),
    });
    writeFileSync(file, Array.from({ length: 9000 }, (_, minute) => `${JSON.stringify(event(minute))}\n`).join(""));
    const argv = ["list", file, "--until", "2026-01-06", "--limit", "3", "--columns", "id", "-o", "ndjson"];
    const { exitCode, stdout, stderr } = await runBin(argv, { nodeFlags: ["--import", report] });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '{"id":"7199"}\n{"id":"7198"}\n{"id":"7197"}\n' });
    expect(megabytes(stderr)).toBeLessThan(200);
  });

  it("may even hold one value that is far too large", async () => {
    const file = join(folder, "one.json");
    writeFileSync(file, `[${"[".repeat(1000)}"${"x".repeat(250_000_000)}"${"]".repeat(1000)}, {}]`);
    const { exitCode, stdout, stderr } = await runBin(["validate", file], { nodeFlags: ["--import", report] });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("one.json[0]: is larger than 16777216 bytes");
    expect(megabytes(stderr)).toBeLessThan(200);
  });
});

describe("mock", () => {
  async function start(...flags: string[]) {
    const child = spawn(process.execPath, [bin, "mock", "--port", "0", "--count", "10", ...flags], {
      env: cleanEnvironment(),
    });
    const ended = once(child, "close") as Promise<[number | null]>;
    let text = "";
    for await (const chunk of child.stderr.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
      text += String(chunk);
      if (text.includes("Ctrl-C")) break;
    }
    return { child, ended, url: /Address {3}(http:\S+)/.exec(text)?.[1] ?? "" };
  }

  it.each(["SIGTERM", "SIGINT"] as const)("serves until %s and ends with 0", async (signal) => {
    const { child, ended, url } = await start();
    const { stdout } = await runBin(["list", "-o", "json", "--url", url]);
    expect(JSON.parse(stdout)).toHaveLength(10);
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
  });

  it("takes every flag of the mock server's program", async () => {
    const { child, ended, url } = await start("--read-only", "--log", "json");
    expect(await runBin(["update", "--id", "a", "--set", "jobId=x", "--url", url])).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining("405"),
    });
    child.kill();
    await ended;
  });

  it("tells its flags under the name it was called by", async () => {
    const { exitCode, stdout } = await runBin(["mock", "--help"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Usage: provlog mock [flags]");
    expect(stdout).toContain("--https");
  });

  it("says when its port is taken", async () => {
    const port = new URL(mock.url).port;
    expect(await runBin(["mock", "--port", port])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(port),
    });
  });
});
