import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openStore, type SummaryStore, type TenantStore } from "../src/index.js";
import { Connection, type Statement } from "../src/sqlite/connection.js";
import { buildVaried, filterOf, orderOf } from "./query-data.js";

let store: SummaryStore;
let tenant: TenantStore;
/** The steps of every statement that was run, as the database explains them. */
let steps: string[] = [];

beforeAll(async () => {
  const { prepare } = Connection.prototype;
  vi.spyOn(Connection.prototype, "prepare").mockImplementation(function (this: Connection, sql: string): Statement {
    const statement = prepare.call(this, sql);
    const note = () => {
      for (const step of prepare.call(this, `explain query plan ${sql}`).all()) steps.push(String(step[3]));
    };
    return {
      ...statement,
      all(...values) {
        note();
        return statement.all(...values);
      },
      first(...values) {
        note();
        return statement.first(...values);
      },
    };
  });
  // Without a cache every document is read by a statement too; with a clock that stands, no search is cut into pieces.
  store = await openStore(":memory:", { cacheBytes: 0, clock: () => 0 });
  tenant = store.forTenant("contoso");
  await tenant.insertMany(buildVaried(200));
});

beforeEach(() => {
  steps = [];
});

afterAll(async () => {
  vi.restoreAllMocks();
  await store.close();
});

/** What finds documents by their row numbers is the same everywhere. */
const byRow =
  /^(SEARCH summary USING INTEGER PRIMARY KEY|SCAN json_each |SCAN piece|LIST SUBQUERY|SCAN \(subquery|CO-ROUTINE)/;
const distinctSteps = () => [...new Set(steps)].filter((step) => !byRow.test(step));

const indexed = [
  ["provisioningStatusInfo/status eq 'failure'", "status=?"],
  ["servicePrincipal/id eq 'sp1'", "application=?"],
  ["jobId eq 'job.1'", "job=?"],
  ["cycleId eq 'cycle 1'", "cycle=?"],
  ["changeId eq 'c1'", "change=?"],
  ["sourceIdentity/id eq 's1'", "source=?"],
  ["targetIdentity/id eq 't1'", "target=?"],
  ["provisioningAction eq 'create'", "action=?"],
] as const;

const columnOf = (condition: string) => condition.replace("=?", "");
const search = (condition: string, rest = "") =>
  `SEARCH summary USING COVERING INDEX summary_by_${columnOf(condition)} (tenant=? AND ${condition}${rest})`;

describe("the plan", () => {
  it.each(indexed)(
    "of the newest page with %s is one search of its index, at any time and on any page",
    async (text, condition) => {
      const filter = filterOf(text);
      const first = await tenant.list({ filter, orderby: [], top: 2 }, "beta");
      expect(distinctSteps()).toEqual([search(condition)]);
      steps = [];
      await tenant.list({ filter, orderby: [], top: 2, skipToken: first.skipToken }, "beta");
      expect(distinctSteps()).toEqual([search(condition, " AND (at,id)<(?,?)")]);
      steps = [];
      const times = "activityDateTime ge 2026-03-02T08:00:10Z and activityDateTime lt 2026-03-02T08:00:20Z";
      await tenant.list(
        { filter: filterOf(`${text} and ${times}`), orderby: orderOf("activityDateTime"), top: 2 },
        "beta",
      );
      expect(distinctSteps()).toEqual([search(condition, " AND at>? AND at<?")]);
      steps = [];
      await tenant.count(filter);
      expect(distinctSteps()).toEqual([search(condition)]);
    },
  );

  it("of the newest page, and of the next, is one search of the index on time", async () => {
    const { skipToken } = await tenant.list({ orderby: [], top: 2 }, "beta");
    await tenant.list({ orderby: [], top: 2, skipToken }, "beta");
    expect(distinctSteps()).toEqual([
      "SEARCH summary USING COVERING INDEX summary_by_time (tenant=?)",
      "SEARCH summary USING COVERING INDEX summary_by_time (tenant=? AND (at,id)<(?,?))",
    ]);
  });

  it("of contains on a display name is a match in the index of names", async () => {
    await tenant.list(
      { filter: filterOf("contains(sourceIdentity/displayName,'Lovelace')"), orderby: [], top: 100 },
      "beta",
    );
    // The first only looks how far the rows go; what was found is put in order at last.
    expect(distinctSteps()).toEqual([
      "SEARCH summary",
      "SCAN names VIRTUAL TABLE INDEX 0:M1><",
      "USE TEMP B-TREE FOR ORDER BY",
    ]);
  });

  it("of a condition on documents is a search of the index that finds fewest, and of rows by number", async () => {
    const filter = filterOf(
      "jobId eq 'job.1' and provisioningStatusInfo/status eq 'failure' and durationInMilliseconds gt 9",
    );
    await tenant.list({ filter, orderby: [], top: 2 }, "beta");
    expect(distinctSteps()).toEqual([search("job=?")]);
  });
});
