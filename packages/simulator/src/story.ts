import type { Application, AttributeName } from "./applications.js";
import type { Person } from "./people.js";
import type { SkipReason } from "./problems.js";

/** A group of the tenant, one per department. */
export interface Group {
  readonly kind: "Group";
  readonly id: string;
  readonly displayName: string;
}

export type Subject = Person | Group;

export interface AttributeChange {
  readonly attribute: AttributeName | "active" | "members";
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

/** What repeated failures of one operation have in common. */
export interface Escrow {
  /** Attempts that have failed so far. */
  readonly attempts: number;
  /** Seconds of story time. */
  readonly createdAt: number;
  /** Not before this second of story time is the next attempt made. */
  readonly nextAttemptAt: number;
}

export type Outcome =
  | { readonly status: "success" }
  | { readonly status: "skipped"; readonly reason: Exclude<SkipReason, "UnableToResolveReferenceAttributeValue"> }
  | {
      readonly status: "skipped";
      readonly reason: "UnableToResolveReferenceAttributeValue";
      /** Source id of the member that has no account. */
      readonly member: string;
    }
  | { readonly status: "failure"; readonly code: string; readonly retry: Escrow };

/**
 * One event of a story before it is worded. It refers to live objects of the story, so read it before the story goes on.
 */
export interface StoryEvent {
  /** Position in the story, from 0. */
  readonly index: number;
  /** Seconds since the story began. */
  readonly at: number;
  /** Number of the cycle of the job, from 0. */
  readonly cycle: number;
  readonly application: Application;
  readonly subject: Subject;
  readonly action: "create" | "update" | "delete" | "disable" | "other";
  readonly outcome: Outcome;
  /** Set when this is another attempt at something that failed before. */
  readonly escrow: Escrow | undefined;
  /** Whether the source reported the subject for the first time. */
  readonly isNew: boolean;
  /** Key in the target system after the event; empty when there is none. */
  readonly targetId: string;
  /** What was exported or was to be exported. */
  readonly changes: readonly AttributeChange[];
  /** Facts the scoping step prints. */
  readonly scope: { readonly active: boolean; readonly assigned: boolean; readonly filter: boolean };
}

/** Seconds from one cycle of a job to its next: PT40M. */
export const cycleSeconds = 2_400;
