import type { ProvisioningObjectSummary } from "@org/models";
import { streams } from "./applications.js";
import { targetNames } from "./attributes.js";
import { toDateTime } from "./date-time.js";
import { describeFailure } from "./failures.js";
import { Random } from "./random.js";
import { buildSteps, sourceSystem } from "./steps.js";
import type { StoryEvent } from "./story.js";

/** What all events of one run share. */
export interface Run {
  readonly seed: number;
  readonly tenantId: string;
  /** The second in which the story begins, counted from 1970. */
  readonly base: number;
}

const actionTexts = {
  create: "Create",
  update: "Update",
  delete: "Delete",
  disable: "Disable",
  other: "Other",
} as const;

/** The id of the event at that position of a story: the same in every run with the seed. */
export function eventId(seed: number, index: number): string {
  return new Random(seed, streams.event, index).guid();
}

function cycleId(seed: number, { application, cycle }: StoryEvent): string {
  return new Random(seed, streams.cycle + application.index * 16, cycle).guid();
}

function durationOf({ outcome, escrow }: StoryEvent, random: Random): number {
  if (outcome.status === "skipped") return random.between(300, 1_200);
  const waited = outcome.status === "failure" && (outcome.code === "Timeout" || escrow !== undefined);
  return waited ? random.between(90_200, 91_900) : random.between(400, 5_000);
}

function sourceIdentityOf({ subject }: StoryEvent): NonNullable<ProvisioningObjectSummary["sourceIdentity"]> {
  const displayName = subject.kind === "Group" ? subject.displayName : subject.attributes.displayName;
  const details: Record<string, string> = { id: subject.id, odatatype: subject.kind, DisplayName: displayName };
  if (subject.kind === "User") details["UserPrincipalName"] = subject.attributes.userPrincipalName;
  return { id: subject.id, displayName, identityType: subject.kind, details };
}

function targetIdentityOf({ application, subject, targetId }: StoryEvent) {
  const type = subject.kind === "Group" ? application.groupType : application.userType;
  // Before the target has answered, the log knows the source's type only.
  return { id: targetId, displayName: "", identityType: targetId === "" ? subject.kind : type, details: {} };
}

function statusOf(event: StoryEvent, run: Run, random: Random) {
  const { outcome } = event;
  if (outcome.status !== "failure") {
    return {
      statusInfo: { status: outcome.status },
      provisioningStatusInfo: { status: outcome.status, errorInformation: null },
    };
  }
  const errorInformation = describeFailure(
    outcome.code,
    event.subject,
    outcome.retry,
    run.base,
    random.below(10_000_000),
  );
  return {
    statusInfo: {
      status: outcome.status,
      ...errorInformation,
    },
    provisioningStatusInfo: { status: outcome.status, errorInformation },
  };
}

/** Words one event of a story as the log would: every property present, ids of its own. */
export function createEventSummary(event: StoryEvent, run: Run): ProvisioningObjectSummary {
  const random = new Random(run.seed, streams.event, event.index);
  const { application } = event;
  const id = random.guid();
  const changeId = random.guid();
  const { statusInfo, provisioningStatusInfo } = statusOf(event, run, random);
  return {
    id,
    activityDateTime: toDateTime(run.base + event.at),
    tenantId: run.tenantId,
    jobId: application.jobId,
    cycleId: cycleId(run.seed, event),
    changeId,
    action: actionTexts[event.action],
    durationInMilliseconds: durationOf(event, random),
    servicePrincipal: { id: application.servicePrincipalId, displayName: application.displayName },
    initiatedBy: { id: "", displayName: "Azure AD Provisioning Service", initiatorType: "system" },
    // The ids of both systems are new with every event, as they are in the real log.
    sourceSystem: { id: random.guid(), displayName: sourceSystem, details: {} },
    targetSystem: {
      id: random.guid(),
      displayName: application.targetSystem,
      details: {
        ApplicationId: application.applicationId,
        ServicePrincipalId: application.servicePrincipalId,
        ServicePrincipalDisplayName: application.displayName,
      },
    },
    sourceIdentity: sourceIdentityOf(event),
    targetIdentity: targetIdentityOf(event),
    statusInfo,
    provisioningAction: event.action,
    provisioningStatusInfo,
    provisioningSteps: buildSteps(event, run.base),
    modifiedProperties:
      event.outcome.status === "skipped"
        ? []
        : event.changes.map(({ attribute, oldValue, newValue }) => ({
            displayName: targetNames[attribute],
            oldValue,
            newValue,
          })),
  };
}
