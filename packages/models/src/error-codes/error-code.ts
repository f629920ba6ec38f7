/** Where a code turns up: on a row of any job, on rows of one kind of job, or on a job as a whole. */
export type ErrorCodeKind = "row" | "crossTenant" | "hrToActiveDirectory" | "apiDriven" | "job";

/** Who can put it right. */
export type ErrorOwner =
  /** The people who run or build the target application, or its settings. */
  | "targetApplication"
  /** Attribute mappings, matching attributes and scope of the job. */
  | "mapping"
  /** The record of the object in the source system. */
  | "sourceData"
  /** A conflicting or duplicate object in the target system. */
  | "targetData"
  /** The credential or account the job signs in with, and what it may do. */
  | "credential"
  /** Licences or quotas. */
  | "licence"
  /** Settings of the source or target tenant. */
  | "tenantSettings"
  /** The provisioning agent in the local network. */
  | "agent"
  /** The provisioning service itself, or the directory behind it. */
  | "service";

/**
 * What the service is known to do on its own: nothing that a source tells of, another attempt at a time it does not
 * state, one after forty minutes, one in the next cycle, or one after about six hours.
 */
export type RetryHabit = "none" | "automatic" | "after40Minutes" | "nextCycle" | "afterSixHours";

/** How sure a statement is: on a page of the vendor, in a record of the live service, or concluded. */
export type Basis = "documented" | "observed" | "inferred";

/** Where a statement comes from. */
export interface KnowledgeSource {
  readonly basis: Basis;
  /** Title of the page, or what kind of record. */
  readonly title: string;
}

/** What is known about one `errorCode`. */
export interface ErrorCodeFacts {
  /** As it stands in `errorInformation/errorCode`; compared exactly, case included. */
  readonly code: string;
  readonly kind: ErrorCodeKind;
  /** Other texts the same thing is reported under. */
  readonly aliases: readonly string[];
  readonly cause: string;
  readonly owner: ErrorOwner;
  readonly retry: RetryHabit;
  /** What a human does next. */
  readonly nextStep: string;
  readonly source: KnowledgeSource;
}

/** What is known about one `SkipReason` in the details of a skipped event's last step. */
export interface SkipReasonFacts {
  readonly reason: string;
  readonly meaning: string;
  /** True when a skip for this reason is the service's normal work and nobody has to do anything. */
  readonly isExpected: boolean;
  /** Keys beside `SkipReason` that say more. */
  readonly companionDetails: readonly string[];
  readonly nextStep: string;
  readonly source: KnowledgeSource;
}
