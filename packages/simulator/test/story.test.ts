import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeScenario } from "../src/index.js";
import { now, optionsFor, type Row, rowsOf } from "./rows.js";

const seeds = fc.maxSafeInteger();

/** Holds a rule over whole stories of many seeds. */
function always(rule: (rows: readonly Row[], seed: number) => void): void {
  fc.assert(
    fc.property(seeds, fc.constantFrom(1, 120, 700, 2_500), (seed, count) => rule(rowsOf(seed, count), seed)),
    { numRuns: 15 },
  );
}

function groupBy(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()];
}

describe("every steady story", () => {
  it("creates an object once, before it updates, disables or deletes it", () => {
    always((rows) => {
      for (const events of groupBy(rows, ({ job, source }) => `${job} ${source}`)) {
        let exists = false;
        for (const { action, status } of events) {
          if (action === "create") expect(exists).toBe(false);
          if (action === "update" || action === "disable" || action === "delete") expect(exists).toBe(true);
          if (status === "success" && action === "create") exists = true;
          if (status === "success" && action === "delete") exists = false;
        }
      }
    });
  });

  it("knows no target id before a successful create, and one and the same from then on", () => {
    always((rows) => {
      for (const events of groupBy(rows, ({ job, source }) => `${job} ${source}`)) {
        let target = "";
        for (const row of events) {
          if (row.action === "create" && row.status === "success") {
            expect(row.target).not.toBe("");
            target = row.target;
          }
          expect(row.target).toBe(target);
        }
      }
    });
  });

  it("gives no two objects of an application the same target id", () => {
    always((rows) => {
      const created = rows.filter(({ action, status }) => action === "create" && status === "success");
      expect(new Set(created.map(({ job, target }) => `${job} ${target}`)).size).toBe(created.length);
    });
  });

  it("keeps each action inside its cycle, and each cycle to one job and one stretch of forty minutes", () => {
    always((rows, seed) => {
      const { applications } = describeScenario(optionsFor(seed, rows.length));
      const stretchOfCycle = new Map<string, string>();
      const cycleOfStretch = new Map<string, string>();
      for (const { job, cycle, time, duration } of rows) {
        const application = applications.find(({ jobId }) => jobId === job);
        const begin = Date.parse(application?.firstCycleDateTime ?? "");
        const number = Math.floor((time - begin) / 2_400_000);
        expect(time - duration).toBeGreaterThanOrEqual(begin + number * 2_400_000);
        const stretch = `${job} ${number}`;
        expect(stretchOfCycle.get(cycle) ?? stretch).toBe(stretch);
        expect(cycleOfStretch.get(stretch) ?? cycle).toBe(cycle);
        stretchOfCycle.set(cycle, stretch);
        cycleOfStretch.set(stretch, cycle);
      }
    });
  });

  it("runs oldest first and ends less than a minute before now, or at it", () => {
    always((rows) => {
      for (const [index, { time }] of rows.entries()) expect(time).toBeGreaterThanOrEqual(rows[index - 1]?.time ?? 0);
      const last = rows.at(-1)?.time ?? 0;
      expect(last).toBeLessThanOrEqual(now.getTime());
      expect(last).toBeGreaterThan(now.getTime() - 61_000);
    });
  });

  it("gives every event and every change an id of its own", () => {
    always((rows) => {
      expect(new Set(rows.flatMap(({ id, change }) => [id, change])).size).toBe(rows.length * 2);
    });
  });

  it("ends a skipped event with the step that says why, and no other event", () => {
    always((rows) => {
      for (const { status, last, lastDetails, steps, stepTypes } of rows) {
        expect(last.status).toBe(status);
        expect(steps.includes("EntrySynchronizationSkip")).toBe(status === "skipped");
        expect(stepTypes[0]).toBe("import");
        expect(stepTypes.at(-1)).toBe("export");
        if (status === "skipped") {
          expect(steps.at(-1)).toBe("EntrySynchronizationSkip");
          expect(lastDetails["SkipReason"]).toMatch(/^[A-Z][A-Za-z]+$/);
          expect(lastDetails["ReportableIdentifier"]).not.toBe("");
        }
      }
    });
  });

  it("names the error of a failed event and of no other", () => {
    always((rows) => {
      for (const { status, error } of rows) {
        if (status === "failure") expect(error?.errorCode).toMatch(/^[A-Z][A-Za-z]+$/);
        else expect(error).toBeNull();
      }
    });
  });

  it("tries a failed operation again, in a later cycle, and never before the time the failure announced", () => {
    always((rows) => {
      for (const events of groupBy(rows, ({ job, source }) => `${job} ${source}`)) {
        let announced = 0;
        let failedCycle = "";
        for (const { steps, status, error, time, cycle } of events) {
          if (steps[0] === "EntryEscrowRetry") {
            expect(announced).toBeGreaterThan(0);
            expect(time).toBeGreaterThanOrEqual(announced);
            expect(cycle).not.toBe(failedCycle);
          }
          if (status !== "failure") continue;
          announced = Date.parse(/after this date: (\S+) UTC$/.exec(error?.reason ?? "")?.[1] ?? "");
          expect(announced).toBeGreaterThan(time);
          failedCycle = cycle;
        }
      }
    });
  });
});

describe("the steady story", () => {
  const rows = rowsOf(42, 1_000);

  it("shows joiners, movers, leavers, groups, skips and failures within a thousand events", () => {
    const kinds = new Set(rows.map(({ action, status }) => `${action} ${status}`));
    for (const kind of ["create success", "update success", "disable success", "delete success", "other skipped"]) {
      expect(kinds).toContain(kind);
    }
    expect(rows.some(({ status, steps }) => status === "success" && steps[0] === "EntryEscrowRetry")).toBe(true);
    const reasons = new Set(rows.map(({ lastDetails }) => lastDetails["SkipReason"]));
    for (const reason of [
      "RedundantExport",
      "NotEffectivelyEntitled",
      "AttributeValidationFailed",
      "UnableToResolveReferenceAttributeValue",
    ]) {
      expect(reasons).toContain(reason);
    }
  });

  it("begins with fifty people in the first cycle of the first job", () => {
    const first = rows.filter(({ cycle }) => cycle === rows[0]?.cycle);
    expect(first.filter(({ first: { description } }) => description?.startsWith("Received User"))).toHaveLength(50);
  });

  it("is mostly success, often skipped, seldom failure, however long it is", () => {
    const many = rowsOf(7, 20_000);
    const share = (status: string) => many.filter((row) => row.status === status).length / many.length;
    for (const half of [many.slice(0, 10_000), many.slice(10_000)]) {
      expect(half.some(({ action }) => action === "create")).toBe(true);
    }
    expect(share("success")).toBeGreaterThan(share("skipped") * 0.8);
    expect(share("failure")).toBeGreaterThan(0.01);
    expect(share("failure")).toBeLessThan(0.1);
  });
});
