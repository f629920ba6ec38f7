import { provisioningObjectSummaryDescription as beta } from "@org/models";
import { provisioningObjectSummaryDescription as v1 } from "@org/models/v1";
import { bindFilter, parseFilter } from "@org/odata";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/errors.js";
import { buildListQuery, type QueryFlags } from "../../src/query/list-query.js";

const now = new Date("2026-03-02T08:14:05Z");
const build = (flags: QueryFlags, description = beta) => buildListQuery(flags, description, now);
const id = "00000000-0000-4000-8000-0000000000aa";

describe("the filter of the flags", () => {
  it.each<[QueryFlags, string]>([
    [{ since: "2h" }, "activityDateTime gt 2026-03-02T06:14:04.9999999Z"],
    [{ until: "today" }, "activityDateTime lt 2026-03-02T00:00:00Z"],
    [{ app: [id] }, `servicePrincipal/id eq '${id}'`],
    [{ app: ["Drop"] }, "contains(servicePrincipal/displayName,'Drop')"],
    [{ user: [id] }, `sourceIdentity/id eq '${id}' or targetIdentity/id eq '${id}'`],
    [
      { user: ["O'Neil"] },
      "sourceIdentity/id eq 'O''Neil' or targetIdentity/id eq 'O''Neil' or " +
        "contains(sourceIdentity/displayName,'O''Neil') or contains(targetIdentity/displayName,'O''Neil')",
    ],
    [
      { user: ["ada@contoso.example"] },
      "sourceIdentity/id eq 'ada@contoso.example' or targetIdentity/id eq 'ada@contoso.example' or " +
        "contains(sourceIdentity/displayName,'ada@contoso.example') or " +
        "contains(targetIdentity/displayName,'ada@contoso.example') or " +
        "sourceIdentity/details/UserPrincipalName eq 'ada@contoso.example' or " +
        "targetIdentity/details/UserPrincipalName eq 'ada@contoso.example'",
    ],
    [{ status: ["Failure"] }, "provisioningStatusInfo/status eq 'failure'"],
    [
      { status: ["failure", "warning", "failure"] },
      "provisioningStatusInfo/status eq 'failure' or provisioningStatusInfo/status eq 'warning'",
    ],
    [{ action: ["stageddelete"] }, "provisioningAction eq 'stagedDelete'"],
    [{ job: ["a", "b"] }, "jobId eq 'a' or jobId eq 'b'"],
    [{ cycle: ["c"] }, "cycleId eq 'c'"],
    [
      { since: "today", app: ["a", "b"], job: ["j"] },
      "activityDateTime gt 2026-03-01T23:59:59.9999999Z and " +
        "(contains(servicePrincipal/displayName,'a') or contains(servicePrincipal/displayName,'b')) and jobId eq 'j'",
    ],
    [{ job: ["j"], filter: "id eq 'x' OR id eq 'y'" }, "jobId eq 'j' and (id eq 'x' or id eq 'y')"],
    [{ filter: "id  EQ 'x'" }, "id  EQ 'x'"],
  ])("of %j", (flags, text) => {
    expect(build(flags).filterText).toBe(text);
    expect(build(flags, v1).filterText).toBe(text);
  });

  it("uses only what Graph documents of each path", () => {
    const flags = {
      since: "2h",
      until: "now",
      app: [id, "a"],
      user: [id, "a"],
      status: ["failure"],
      action: ["create"],
    };
    const { filterText } = build({ ...flags, job: ["j"], cycle: ["c"] });
    const bind = () => bindFilter(parseFilter(filterText ?? ""), v1, { documentedOnly: true });
    expect(bind).not.toThrow();
  });

  it("is absent without flags, and when every moment passes", () => {
    expect(build({}).filterText).toBeUndefined();
    expect(build({ since: "0001-01-01" }).filterText).toBeUndefined();
  });

  it.each<[QueryFlags, string]>([
    [{ since: "2h", until: "3h" }, "--since 2h is not before --until 3h"],
    [{ since: "2026-03-02T00:00:00.5Z", until: "2026-03-02" }, "is not before"],
    [{ status: ["failed"] }, '--status "failed": it can be success, failure, '],
    [{ status: ["failur"] }, "Did you mean failure?"],
    [{ action: ["make"] }, '--action "make": it can be '],
  ])("of %j is refused", (flags, text) => {
    expect(() => build(flags)).toThrow(UsageError);
    expect(() => build(flags)).toThrow(text);
  });
});

describe("the order", () => {
  const names = (flags: QueryFlags) =>
    build(flags).orderby.map(({ path, descending }) => `${path.segments.join("/")} ${descending ? "desc" : "asc"}`);

  it("is that of a service: the newest first, and the key behind what is asked, in its direction", () => {
    expect(names({})).toEqual(["activityDateTime desc", "id desc"]);
    expect(names({ orderby: "jobId desc, cycleid" })).toEqual(["jobId desc", "cycleId asc", "id asc"]);
    expect(names({ orderby: "id desc" })).toEqual(["id desc"]);
    expect(build({}).orderbyText).toBeUndefined();
  });
});

describe("what cannot be right", () => {
  const message = (flags: QueryFlags) => {
    try {
      build(flags);
    } catch (error) {
      if (error instanceof UsageError) return error.message;
      throw error;
    }
    throw new Error("expected a refusal");
  };

  it("is shown with its place and what may have been meant", () => {
    expect(message({ filter: "jobId eq 'x' and stauts eq 'failure'" })).toBe(
      [
        "--filter: The type microsoft.graph.provisioningObjectSummary has no property 'stauts'.",
        "  jobId eq 'x' and stauts eq 'failure'",
        "                   ^",
        "Did you mean provisioningStatusInfo/status or statusInfo/status?",
      ].join("\n"),
    );
  });

  it("is pointed at inside its path", () => {
    expect(message({ filter: "servicePrincipal/displayNam eq 'x'" }).split("\n").slice(2)).toEqual([
      "                   ^",
      "Did you mean displayName?",
    ]);
  });

  it.each([
    ["createdDateTime gt 2026-03-01", "Did you mean activityDateTime?"],
    ["jobid2 eq 'x'", "Did you mean jobId?"],
    ["contian(jobId,'x')", "Did you mean contains?"],
    ["provisioningAction eq 'creat'", "Did you mean create?"],
    ["provisioningAction eq 'zzz'", "It can be "],
    ["activityDateTime gt '2026-03-01T00:00:00Z'", "^"],
    ["activityDateTime gt 2026-03-01T00:00:00", "^"],
    ['jobId eq "x"', "Texts stand in single quotes: 'failure'."],
    ["jobId == 'x'", "Write eq for =, ne for !="],
    ["jobId eq 'x' && jobId eq 'y'", "and, or, not."],
    ["jobId eq", "^"],
    ["jobId eq 'x", "^"],
  ])("in %s has advice", (filter, advice) => {
    expect(message({ filter })).toContain(advice);
  });

  it("is cut around the place when it is long, and cannot move the cursor", () => {
    const filter = `jobId eq '${"x".repeat(500)}\u001b[2J' and stauts eq '${"y".repeat(500)}'`;
    const [, line = "", caret = ""] = message({ filter }).split("\n");
    expect(line.length).toBeLessThan(120);
    expect(line).not.toContain("\u001b");
    expect(line.slice(caret.indexOf("^"))).toMatch(/^stauts/);
  });

  it("is told of the order, too", () => {
    expect(message({ orderby: "activityDateTme desc" })).toContain("--orderby: ");
    expect(message({ orderby: "activityDateTme desc" })).toContain("Did you mean activityDateTime?");
    expect(message({ orderby: "provisioningSteps" })).toContain("it is a collection");
  });
});
