/** What the documentation lets a query do with one path. */
export interface FilterPolicy {
  /** Wire names joined by `/`. */
  readonly path: string;
  /** Filter operators and functions that are documented for this path. */
  readonly operators: readonly string[];
  /** Whether `$orderby` on this path is documented. */
  readonly orderby: boolean;
  /** Where it is written. */
  readonly source: string;
}

const resourcePage = "learn.microsoft.com/graph/api/resources/provisioningobjectsummary";
const listPage = "microsoft-graph-docs: provisioningobjectsummary-list (beta, 2021), attributes supported by $filter";
const betaTypings = "npm @microsoft/microsoft-graph-types-beta 0.44.0-preview, property comment";
const tutorial = "Microsoft Entra tutorial for cross-tenant synchronization, provisioning log query";

const text = ["eq", "contains"] as const;

/** Paths both service roots know. */
export const v1FilterPolicy = [
  { path: "id", operators: text, orderby: false, source: resourcePage },
  { path: "activityDateTime", operators: ["eq", "gt", "lt"], orderby: true, source: resourcePage },
  { path: "tenantId", operators: text, orderby: false, source: resourcePage },
  { path: "jobId", operators: text, orderby: false, source: resourcePage },
  { path: "cycleId", operators: text, orderby: false, source: resourcePage },
  { path: "changeId", operators: text, orderby: false, source: resourcePage },
  { path: "provisioningAction", operators: text, orderby: false, source: resourcePage },
  { path: "provisioningStatusInfo/status", operators: text, orderby: false, source: resourcePage },
  {
    path: "servicePrincipal/id",
    operators: text,
    orderby: false,
    source: `${resourcePage} (eq); ${tutorial} (contains)`,
  },
  {
    path: "servicePrincipal/displayName",
    operators: text,
    orderby: false,
    source: `${resourcePage} (eq); ${tutorial} (contains)`,
  },
  { path: "initiatedBy/displayName", operators: text, orderby: false, source: listPage },
  { path: "sourceSystem/displayName", operators: text, orderby: false, source: resourcePage },
  { path: "targetSystem/displayName", operators: text, orderby: false, source: resourcePage },
  { path: "sourceIdentity/id", operators: text, orderby: false, source: resourcePage },
  { path: "sourceIdentity/displayName", operators: text, orderby: false, source: resourcePage },
  { path: "sourceIdentity/identityType", operators: text, orderby: false, source: resourcePage },
  { path: "targetIdentity/id", operators: text, orderby: false, source: resourcePage },
  { path: "targetIdentity/displayName", operators: text, orderby: false, source: resourcePage },
  { path: "targetIdentity/identityType", operators: text, orderby: false, source: resourcePage },
] as const satisfies readonly FilterPolicy[];

/** Paths of the beta root: those of v1.0, the two older names, and the duration. */
export const betaFilterPolicy = [
  ...v1FilterPolicy,
  { path: "action", operators: text, orderby: false, source: betaTypings },
  { path: "statusInfo/status", operators: text, orderby: false, source: betaTypings },
  { path: "durationInMilliseconds", operators: ["eq", "gt", "lt"], orderby: false, source: betaTypings },
] as const satisfies readonly FilterPolicy[];
