/** Query options by the names every client has for them. */
export interface Query {
  readonly filter?: string;
  readonly orderby?: string;
  readonly select?: string;
  readonly top?: number | string;
  readonly count?: boolean | string;
}

/** The clients a question is put through. */
export type Through = "http" | "graph-client" | "kiota-beta" | "kiota-v1" | "own";

/** A question about the events of `query-events.ts` and its answer. */
export interface QueryCase {
  /** Which of the checklist's statements it is an instance of. */
  readonly statement: number;
  readonly query: Query;
  readonly answer: Found | Refused;
  /** Clients that cannot put this question, each because of something the remark of the statement says. */
  readonly except?: readonly Through[];
}

export interface Found {
  /** In the order of the answer, over all pages. */
  readonly ids: readonly string[];
  /** Events on each page. */
  readonly pages?: readonly number[];
  readonly count?: number;
}

export interface Refused {
  /** Graph's words, as far as they are known. */
  readonly message: string | RegExp;
}

const type = "microsoft.graph.provisioningObjectSummary";
const newestFirst = "activityDateTime desc";
const all = ["e12", "e11", "e10", "e09", "e08", "e07", "e06", "e05", "e04", "e03", "e02", "e01"];

const found = (statement: number, filter: string, ids: readonly string[], more: Query = {}): QueryCase => ({
  statement,
  query: { filter, orderby: newestFirst, ...more },
  answer: { ids },
});
const refused = (statement: number, query: Query, message: string | RegExp): QueryCase => ({
  statement,
  query,
  answer: { message },
});

/** Every question that more than one client can put, in the order of the statements. */
const queryCases: readonly QueryCase[] = [
  refused(
    18,
    { filter: "createdDateTime gt 2026-01-01T00:00:00Z" },
    `Invalid filter clause: Could not find a property named 'createdDateTime' on type '${type}'.`,
  ),
  refused(
    19,
    { filter: "activityDateTime gt 2025-11-24T01:11:04" },
    /^Invalid filter clause: The DateTimeOffset text '2025-11-24T01:11:04' should be in format /,
  ),
  refused(20, { filter: "activityDateTime gt '2026-01-01T00:00:00Z'" }, /^Invalid filter clause/),
  refused(21, { filter: "jobId eq" }, /^Invalid filter clause: .* position \d+/),
  refused(21, { filter: "jobId eqq 'a'" }, /^Invalid filter clause: .* position \d+/),
  refused(21, { filter: "(jobId eq 'a'" }, /^Invalid filter clause: .* position \d+/),
  refused(21, { filter: "jobId eq 'a" }, /^Invalid filter clause: .* position \d+/),
  refused(
    22,
    { select: "nope" },
    `Parsing OData Select and Expand failed: Could not find a property named 'nope' on type '${type}'.`,
  ),
  refused(23, { top: -1 }, /./),
  { ...refused(23, { top: "x" }, /./), except: ["own"] },
  { ...refused(23, { count: "x" }, /./), except: ["own"] },
  found(42, "jobId eq 'scim.contoso.fabrikam'", ["e12", "e10", "e08", "e06", "e04", "e02", "e01"]),
  found(42, "contains(jobId,'Dropbox')", ["e11", "e09", "e07", "e05", "e03"]),
  found(42, "servicePrincipal/id eq '00000000-0000-4000-8000-0000000000d2'", ["e11", "e09", "e07", "e05", "e03"]),
  found(42, "sourceIdentity/displayName eq 'Ada Example'", ["e11", "e08", "e03", "e01"]),
  found(42, "provisioningStatusInfo/status eq 'failure'", ["e11", "e08", "e04", "e02"]),
  found(42, "provisioningAction eq 'create' and contains(sourceIdentity/displayName,'Example')", ["e10", "e01"]),
  found(
    43,
    "((contains(tolower(servicePrincipal/id), 'fabrikam') or contains(tolower(servicePrincipal/displayName), 'fabrikam')) and activityDateTime gt 2026-03-02 and activityDateTime lt 2026-03-03)",
    ["e10", "e08", "e06", "e04", "e02"],
    { top: 500 },
  ),
  found(44, "sourceIdentity/displayName eq 'Sean O''Neil'", ["e02"]),
  found(44, "contains(sourceIdentity/displayName,'Dot & Co')", ["e09"]),
  found(45, "activityDateTime gt 2026-03-02T08:00:00.5Z and activityDateTime lt 2026-03-02T09:00:00Z", ["e07"]),
  found(45, "activityDateTime lt 2026-03-02T08:00:00.5Z and activityDateTime gt 2026-03-02T07:00:00Z", ["e03"]),
  found(45, "activityDateTime ge 2026-03-02T08:00:00.5Z and activityDateTime le 2026-03-02T08:00:00.5Z", [
    "e06",
    "e05",
    "e04",
  ]),
  found(46, "jobId eq 'nobody'", []),
  found(47, "contains(targetIdentity/displayName,'Example')", ["e12", "e11", "e08", "e07", "e06", "e03", "e01"]),
  found(47, "not contains(targetIdentity/displayName,'Example')", ["e09", "e04", "e02"]),
  found(48, "activityDateTime eq 2026-03-02T10:00:00.5+02:00", ["e06", "e05", "e04"]),
  found(48, "sourceIdentity/displayName eq 'Dot & Co + Sons'", ["e09"]),
  found(51, "jobId EQ 'scim.contoso.fabrikam' AND NOT(contains(sourceIdentity/displayName,'Example'))", ["e04", "e02"]),
  found(51, "endsWith(jobId,'.out') Or STARTSWITH(sourceIdentity/displayName,'Eve')", [
    "e11",
    "e10",
    "e09",
    "e07",
    "e05",
    "e03",
  ]),
  { statement: 52, query: { orderby: newestFirst }, answer: { ids: all } },
  { statement: 52, query: { orderby: newestFirst, top: 1 }, answer: { ids: all, pages: all.map(() => 1) } },
  {
    statement: 52,
    query: { orderby: "activityDateTime", top: 4 },
    answer: { ids: all.toReversed(), pages: [4, 4, 4] },
  },
  { statement: 53, query: { orderby: newestFirst, top: 5 }, answer: { ids: all, pages: [5, 5, 2] } },
  {
    statement: 54,
    query: { filter: "provisioningAction ne 'create'", orderby: newestFirst, top: 3, select: "id,jobId", count: true },
    answer: { ids: ["e12", "e11", "e08", "e07", "e06", "e05", "e04", "e03"], pages: [3, 3, 2], count: 8 },
  },
  found(90, "ProvisioningAction eq 'STAGEDDELETE'", ["e12"]),
  found(90, "provisioningaction eq microsoft.graph.provisioningAction'disable'", ["e07"]),
  found(90, "provisioningStatusInfo/Status eq 'Warning'", ["e06"]),
];

/** The statements a client has questions of. */
export function statementsThrough(client: Through): number[] {
  return [...new Set(casesThrough(client).map(({ statement }) => statement))];
}

export function casesThrough(client: Through): readonly QueryCase[] {
  return queryCases.filter(({ except }) => except?.includes(client) !== true);
}
