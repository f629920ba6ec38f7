import { describe, expect, it } from "vitest";
import { hotCondition } from "../../src/query/hot-condition.js";
import { bind } from "./bind.js";

const hot = (text: string) => hotCondition(bind(text));

describe("hotCondition", () => {
  it("takes the column that few summaries share, and leaves the others to be asked", () => {
    const { equality, residual } = hot(
      "provisioningStatusInfo/status eq 'Failure' and jobId eq 'job' and changeId eq 'c'",
    );
    expect(equality).toEqual({ column: "change", value: "c" });
    expect(residual).toMatchObject({ operator: "and", operands: [{ kind: "comparison" }, { kind: "comparison" }] });
  });

  it("leaves nothing to be asked when a column and the time are the whole filter", () => {
    expect(
      hot(
        "'FAILURE' eq provisioningStatusInfo/status and (activityDateTime ge 2026-03-02 and activityDateTime lt 2026-03-03)",
      ),
    ).toEqual({
      equality: { column: "status", value: "failure" },
      from: { at: "2026-03-02T00:00:00", inclusive: true },
      to: { at: "2026-03-03T00:00:00", inclusive: false },
      id: undefined,
      name: undefined,
      residual: undefined,
    });
  });

  it("keeps the narrower of two times", () => {
    expect(
      hot(
        "activityDateTime gt 2026-03-02 and activityDateTime ge 2026-03-02 and 2026-03-05 ge activityDateTime and activityDateTime le 2026-03-04",
      ),
    ).toMatchObject({
      from: { at: "2026-03-02T00:00:00", inclusive: false },
      to: { at: "2026-03-04T00:00:00", inclusive: true },
    });
  });

  it("takes a list of one value as an equality, and no other list", () => {
    expect(hot("jobId in ('a')").equality).toEqual({ column: "job", value: "a" });
    expect(hot("jobId in ('a','b')").equality).toBe(undefined);
  });

  it.each(["jobId eq null", "jobId ne 'a'", "jobId eq 'a' or jobId eq 'b'", "not (jobId eq 'a')", "jobId eq cycleId"])(
    "finds no column in %s",
    (text) => {
      expect(hot(text)).toMatchObject({ equality: undefined, residual: { type: "Edm.Boolean" } });
    },
  );

  it("gives the id, which stays to be asked", () => {
    expect(hot("id eq 'a' and jobId ne 'b'")).toMatchObject({ id: "a", residual: { operands: { length: 2 } } });
  });

  it("gives the longest part of a name in lower case, which stays to be asked", () => {
    expect(
      hot("contains(sourceIdentity/displayName,'Ada') and endswith(targetIdentity/displayName,'XAMPLE')"),
    ).toMatchObject({
      name: "xample",
      residual: { operands: { length: 2 } },
    });
  });

  it.each([
    ["contains(sourceIdentity/displayName,'ab')", undefined],
    ["contains(sourceIdentity/displayName,'😀😀')", undefined],
    ["contains(tolower(sourceIdentity/displayName),'ada')", "ada"],
    ["contains(tolower(sourceIdentity/displayName),'żółć')", "żółć"],
    ["contains(toupper(sourceIdentity/displayName),'ADA')", undefined],
    ["contains(jobId,'abc')", undefined],
    ["contains(sourceIdentity/displayName,'abc') eq false", undefined],
    ["servicePrincipal/displayName eq 'Contoso'", "contoso"],
  ])("of %s takes the name %s", (text, name) => {
    expect(hot(text).name).toBe(name);
  });
});
