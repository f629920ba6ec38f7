import { describe, expect, it } from "vitest";
import { defaultTenantId, describeScenario, describeTenant, simulate } from "../src/index.js";
import { optionsFor, toRow } from "./rows.js";

const options = optionsFor(42, 4_000);
const events = [...simulate(options)];
const rows = events.map(toRow);
const truth = describeScenario(options);

describe("describeScenario", () => {
  it("counts the events of the run by status", () => {
    const count = (status: string) => rows.filter((row) => row.status === status).length;
    expect(truth.events).toEqual({ success: count("success"), skipped: count("skipped"), failure: count("failure") });
  });

  it("names three applications, and no event has another job, service principal or name", () => {
    expect(truth.applications.map(({ displayName }) => displayName)).toEqual([
      "Fabrikam SCIM",
      "Airtable",
      "Dropbox Business",
    ]);
    const stated = truth.applications.map(({ jobId, servicePrincipalId, displayName }) =>
      [jobId, servicePrincipalId, displayName].join(),
    );
    const seen = events.map(({ jobId, servicePrincipal }) =>
      [jobId, servicePrincipal?.id, servicePrincipal?.displayName].join(),
    );
    expect(new Set(seen)).toEqual(new Set(stated));
  });

  it("names everybody the events are about: fifty at first, then one for each seat that falls free", () => {
    const sources = new Set(events.map(({ sourceIdentity }) => sourceIdentity?.id));
    expect(new Set([...truth.people, ...truth.groups].map(({ id }) => id))).toEqual(sources);
    const first = truth.people.filter(({ firstSeenDateTime }) => firstSeenDateTime < "2026-02-09");
    expect(truth.groups).toHaveLength(6);
    expect(first.length).toBeGreaterThanOrEqual(50);
    const present = truth.people.filter(({ leftDateTime }) => leftDateTime === null);
    expect(present.length).toBeLessThanOrEqual(50);
    expect(present.length).toBeGreaterThan(40);
  });

  it("lists in which applications each person has an account at the end", () => {
    for (const person of truth.people) {
      const accounts = truth.applications.filter(({ jobId }) => {
        const changes = rows.filter(
          ({ job, source, action, status }) =>
            job === jobId &&
            source === person.id &&
            status === "success" &&
            (action === "create" || action === "delete"),
        );
        return changes.at(-1)?.action === "create";
      });
      expect([...person.accounts].sort()).toEqual(accounts.map(({ displayName }) => displayName).sort());
    }
  });

  it("accounts for every failed event exactly once, by object, application and code", () => {
    const failed = rows.filter(({ status }) => status === "failure");
    const listed = truth.problems.filter(({ status }) => status === "failure");
    expect(listed.reduce((sum, { events: shown }) => sum + shown, 0)).toBe(failed.length);
    for (const { subjectId, jobId, code, firstEventId, events: shown, firstDateTime, lastDateTime } of listed) {
      const own = failed.filter(
        ({ source, job, error, time }) =>
          source === subjectId &&
          job === jobId &&
          error?.errorCode === code &&
          time >= Date.parse(firstDateTime) &&
          time <= Date.parse(lastDateTime),
      );
      expect(own).toHaveLength(shown);
      expect(own[0]?.id).toBe(firstEventId);
    }
  });

  it("says when a problem was solved: the next success of that object, and none before", () => {
    for (const { subjectId, jobId, firstDateTime, solvedDateTime } of truth.problems) {
      const success = rows.find(
        ({ source, job, status, time }) =>
          source === subjectId && job === jobId && status === "success" && time > Date.parse(firstDateTime),
      );
      expect(success?.time ?? null).toBe(solvedDateTime === null ? null : Date.parse(solvedDateTime));
    }
  });

  it("shows each kind of problem a human has to solve, one of them for ever", () => {
    const standing = truth.problems.filter(({ kind }) => kind === "standing");
    expect(new Set(standing.map(({ code }) => code))).toEqual(
      new Set([
        "SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering",
        "LicenseLimitExceeded",
        "AttributeValidationFailed",
        "EntryConflict",
        "UnprocessableEntity",
      ]),
    );
    expect(standing.filter(({ solvedDateTime, events: shown }) => solvedDateTime === null && shown > 10)).toHaveLength(
      1,
    );
  });

  it("gives every problem a cause in words", () => {
    for (const { cause, code } of truth.problems) {
      expect(cause).not.toBe(code);
      expect(cause).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe("describeTenant", () => {
  it("gives the default tenant, or the one asked for", () => {
    expect(describeTenant()).toEqual({ id: defaultTenantId, displayName: "Contoso", defaultDomain: "contoso.example" });
    expect(describeTenant("11111111-2222-4333-8444-555555555555").id).toBe("11111111-2222-4333-8444-555555555555");
  });
});
