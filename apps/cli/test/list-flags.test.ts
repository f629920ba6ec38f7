import { describe, expect, it } from "vitest";
import { graphFailure, json, run } from "./fake-system.js";

const event = {
  id: "a",
  activityDateTime: "2026-03-02T08:14:05.123Z",
  provisioningAction: "create",
  provisioningStatusInfo: { status: "failure", errorInformation: { errorCode: "X", reason: "=cmd|' /C calc'!A0" } },
  sourceIdentity: { displayName: "Ada \u001b[2J" },
  provisioningSteps: [{ name: "import" }],
  durationInMilliseconds: 5,
};
const answers = () => [json({ value: [event] })];
const filterOf = (url: string | undefined) => new URL(url ?? "").searchParams.get("$filter");

describe("conditions", () => {
  it("of all flags go out as one filter", async () => {
    const argv = ["list", "--since", "2h", "--until", "now", "--app", "Drop", "--user", "Ada", "--status", "failure"];
    const more = [
      "--status",
      "warning,skipped",
      "--action",
      "create",
      "--job",
      "j",
      "--cycle",
      "c",
      "--filter",
      "id eq 'a'",
    ];
    const { exitCode, requests } = await run([...argv, ...more], { answers: answers() });
    expect(exitCode).toBe(0);
    expect(filterOf(requests[0]?.url)).toBe(
      "activityDateTime gt 2026-03-02T06:14:05.2499999Z and activityDateTime lt 2026-03-02T08:14:05.25Z and " +
        "contains(servicePrincipal/displayName,'Drop') and (sourceIdentity/id eq 'Ada' or targetIdentity/id eq 'Ada' or " +
        "contains(sourceIdentity/displayName,'Ada') or contains(targetIdentity/displayName,'Ada')) and " +
        "(provisioningStatusInfo/status eq 'failure' or provisioningStatusInfo/status eq 'warning' or " +
        "provisioningStatusInfo/status eq 'skipped') and provisioningAction eq 'create' and jobId eq 'j' and " +
        "cycleId eq 'c' and id eq 'a'",
    );
  });

  it("keep what would part or end an address inside their value", async () => {
    const name = "a&$top=1#b+c 'ü'%";
    const { requests } = await run(["list", "--app", name], { answers: answers() });
    expect(filterOf(requests[0]?.url)).toBe("contains(servicePrincipal/displayName,'a&$top=1#b+c ''ü''%')");
    expect(new URL(requests[0]?.url ?? "").searchParams.get("$top")).toBe("25");
  });

  it.each([
    [["--filter", "stauts eq 'failure'"], "Did you mean"],
    [["--filter", "jobId eq"], "^"],
    [["--orderby", "nope"], "has no property 'nope'"],
    [["--columns", "id,activtyDateTime"], "Did you mean activityDateTime?"],
    [["--columns", "id,servicePrincipal/displayNam"], "Did you mean displayName?"],
    [["--columns", "*"], "--columns takes paths"],
    [["--columns", "provisioningSteps/name"], "provisioningSteps"],
    [["--status", "failed"], "it can be success"],
    [["--since", "soon"], "this is no moment"],
  ])("that cannot be right (%j) are refused before anything is sent", async (flags, text) => {
    const { exitCode, stdout, stderr, requests } = await run(["list", ...flags]);
    expect({ exitCode, stdout, requests }).toEqual({ exitCode: 2, stdout: "", requests: [] });
    expect(stderr).toContain(text);
  });

  it("refused by the service show the filter it was sent", async () => {
    const refusal = graphFailure(400, "BadRequest", "Invalid filter clause: no");
    const { exitCode, stderr } = await run(["list", "--job", "j"], { answers: [refusal] });
    expect(exitCode).toBe(3);
    expect(stderr).toContain("Invalid filter clause: no");
    expect(stderr).toContain("provlog: the filter sent was: jobId eq 'j'\n");
  });

  it("that nothing meets say how names are compared", async () => {
    const hint = "hint: --app and --user compare names letter by letter";
    expect((await run(["list", "--app", "x"], { answers: [json({ value: [] })] })).stderr).toContain(hint);
    expect((await run(["list", "--job", "x"], { answers: [json({ value: [] })] })).stderr).not.toContain(hint);
  });
});

describe("columns", () => {
  const columns = ["--columns", "ID, provisioningstatusinfo/status,sourceIdentity/displayName,durationInMilliseconds"];

  it("are those of the table, in any letter case, with nothing a terminal would obey", async () => {
    const { stdout } = await run(["list", ...columns], { answers: answers() });
    const [head = "", row = ""] = stdout.split("\n");
    expect(head).toMatch(/^id +provisioningStatusInfo\/status +sourceIdentity\/displayName +durationInMilliseconds$/);
    expect(row).toMatch(/^a +failure +Ada \\u001b\[2J +5$/);
    expect(head.indexOf("sourceIdentity")).toBe(row.indexOf("Ada"));
  });

  it("are members of flat objects in JSON, null where there is nothing", async () => {
    const argv = ["list", "--columns", "id,provisioningStatusInfo/status,jobId", "-o"];
    const object = { id: "a", "provisioningStatusInfo/status": "failure", jobId: null };
    expect(JSON.parse((await run([...argv, "json"], { answers: answers() })).stdout)).toEqual([object]);
    expect((await run([...argv, "ndjson"], { answers: answers() })).stdout).toBe(`${JSON.stringify(object)}\n`);
  });

  it("are records in CSV, whole values as JSON", async () => {
    const argv = ["list", "--columns", "id,provisioningSteps,durationInMilliseconds,jobId", "-o", "csv"];
    const { stdout } = await run(argv, { answers: answers() });
    expect(stdout).toBe('id,provisioningSteps,durationInMilliseconds,jobId\r\na,"[{""name"":""import""}]",5,\r\n');
  });
});

describe("-o csv", () => {
  it("has a heading and defuses formulas", async () => {
    const { stdout } = await run(["list", "-o", "csv"], { answers: answers() });
    const [head, row] = stdout.split("\r\n");
    expect(head).toMatch(/^id,activityDateTime,provisioningAction,provisioningStatusInfo\/status,/);
    expect(row).toContain(",'=cmd|' /C calc'!A0,");
  });

  it("has the heading alone when there is nothing", async () => {
    const { stdout } = await run(["list", "-o", "csv", "--columns", "id"], { answers: [json({ value: [] })] });
    expect(stdout).toBe("id\r\n");
  });
});

describe("--help", () => {
  it("says how moments, names, files and CSV are read and written", async () => {
    const { stdout } = await run(["list", "--help"]);
    for (const text of ["days of UTC", "--until does not", "capitals included", "50000", "apostrophe", "- for stdin"]) {
      expect(stdout.replaceAll(/\s+/g, " ").toLowerCase()).toContain(text.toLowerCase());
    }
  });
});
