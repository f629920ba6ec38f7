import { type RunningMockServer, startMockServer } from "@org/mock-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "./fake-system.js";

const count = 400;
const unmet = "jobId eq 'nothing'";
let mock: RunningMockServer;
let world: { environment: Record<string, string>; fetch: typeof globalThis.fetch };
let file = "";
let v1File = "";
let sample: Sample;

interface Sample {
  readonly activityDateTime: string;
  readonly jobId: string;
  readonly cycleId: string;
  readonly servicePrincipal: { readonly id: string; readonly displayName: string };
  readonly sourceIdentity: {
    readonly id: string;
    readonly displayName: string;
    readonly details: { readonly UserPrincipalName: string };
  };
}

beforeAll(async () => {
  mock = await startMockServer({ scenario: "steady", count, now: () => new Date("2026-03-02T08:14:05.250Z") });
  world = { environment: { PROVLOG_URL: mock.url, PROVLOG_TOKEN: mock.token }, fetch: globalThis.fetch };
  const list = async (version: string) => {
    const environment = { ...world.environment, PROVLOG_VERSION: version };
    const { stdout } = await run(["list", "--all", "-o", "ndjson"], { ...world, environment });
    return stdout.trimEnd().split("\n");
  };
  // In another order than any list would give them.
  const shuffle = (lines: readonly string[]) =>
    lines.toSorted((left, right) => left.slice(-40).localeCompare(right.slice(-40))).join("\n");
  const lines = await list("beta");
  sample = JSON.parse(lines[Math.floor(count / 3)] ?? "") as Sample;
  file = shuffle(lines);
  v1File = shuffle(await list("v1.0"));
});

afterAll(() => mock.close());

describe.each(["beta", "v1.0"])("the same flags give the same events of a %s service and of a file:", (version) => {
  const flags: (() => readonly string[])[] = [
    () => [],
    () => ["--limit", "7"],
    () => ["--all"],
    () => ["--status", "failure", "--all"],
    () => ["--status", "failure,skipped", "--limit", "9"],
    () => ["--action", "create,Update", "--all"],
    () => ["--since", sample.activityDateTime, "--all"],
    () => ["--until", sample.activityDateTime, "--all"],
    () => ["--since", "yesterday", "--until", "today", "--all"],
    () => ["--since", "36h", "--all"],
    () => ["--app", sample.servicePrincipal.id, "--all"],
    () => ["--app", sample.servicePrincipal.displayName.slice(1, 5), "--app", "nobody's", "--all"],
    () => ["--user", sample.sourceIdentity.id, "--all"],
    () => ["--user", sample.sourceIdentity.displayName.slice(0, 5), "--all"],
    () => ["--user", sample.sourceIdentity.details.UserPrincipalName, "--all"],
    () => ["--job", sample.jobId, "--cycle", sample.cycleId, "--all"],
    () => ["--orderby", "activityDateTime asc", "--limit", "30"],
    () => ["--orderby", "servicePrincipal/displayName desc, durationInMilliseconds", "--limit", "50", "--top", "7"],
    () => ["--orderby", "provisioningStatusInfo/status", "--all"],
    () => ["--filter", "provisioningSteps/any(s:s/status eq 'failure') and durationInMilliseconds gt 500", "--all"],
    () => ["--filter", "not contains(targetIdentity/displayName,'a') or cycleId eq null", "--limit", "40"],
    () => ["--filter", "activityDateTime gt now() sub duration'PT30H'", "--all"],
    () => ["--filter", unmet, "--all"],
  ];

  it.each(flags.map((argv, index) => [index, argv] as const))("case %i", async (_, argv) => {
    const line = ["list", ...argv(), "-o", "ndjson"];
    const environment = { ...world.environment, PROVLOG_VERSION: version };
    const served = await run(line, { ...world, environment });
    const files = { "events.ndjson": version === "beta" ? file : v1File };
    const read = await run([...line, "events.ndjson"], { environment, files });
    expect({ line, ...served }).toMatchObject({ exitCode: 0 });
    expect(read).toMatchObject({ exitCode: 0, requests: [] });
    expect(read.stdout).toBe(served.stdout);
    expect(read.stderr).toBe(served.stderr);
    // A condition that nothing meets would compare nothing.
    if (!line.includes(unmet)) expect(read.stdout).not.toBe("");
  });
});

describe("a service that takes only what Graph documents", () => {
  it("takes every flag", async () => {
    await using strict = await startMockServer({ profile: "strict" });
    const environment = { PROVLOG_URL: strict.url, PROVLOG_TOKEN: strict.token };
    const moments = ["--since", "2h", "--until", "now"];
    const texts = [
      "--app",
      sample.servicePrincipal.id,
      "--app",
      "Drop",
      "--user",
      sample.sourceIdentity.id,
      "--user",
      "Ada",
    ];
    const members = ["--status", "failure,warning", "--action", "create", "--job", "j", "--cycle", "c"];
    const argv = ["list", ...moments, ...texts, ...members];
    expect(await run(argv, { environment, fetch: globalThis.fetch })).toMatchObject({ exitCode: 0 });
    // It is strict indeed.
    const refused = await run(["list", "--filter", "jobId ge 'j'"], { environment, fetch: globalThis.fetch });
    expect(refused).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining("the filter sent was: jobId ge 'j'"),
    });
  });
});
