import type { ProvisioningStep } from "@org/models";
import { detailNames } from "./attributes.js";
import { toPreciseDateTime, toShortUsDateTime } from "./date-time.js";
import { nameOf } from "./failures.js";
import type { Outcome, StoryEvent } from "./story.js";

/** Name the log gives the source system. */
export const sourceSystem = "Microsoft Entra ID";

const verbs = { create: "Add", update: "Update", disable: "Update", delete: "Delete", other: "Update" } as const;
const exportNames = {
  create: "EntryExportAdd",
  update: "EntryExportUpdate",
  disable: "EntryExportUpdateSoftDelete",
  delete: "EntryExportDelete",
} as const;
const participles = { create: "created", update: "updated", disable: "disabled", delete: "deleted" } as const;

function flag(value: boolean): string {
  return value ? "True" : "False";
}

function scopeFlags({ application, subject, scope }: StoryEvent): Record<string, string> {
  const clause = `Everyone but ${application.excludedDepartment}.department NOT EQUALS '${application.excludedDepartment}'`;
  return {
    "Active in the source system": flag(scope.active),
    "Assigned to the application": flag(scope.assigned),
    [`${subject.kind} has the required role`]: flag(scope.assigned),
    "Scoping filter evaluation passed": flag(scope.filter),
    ScopeEvaluationResult:
      application.excludedDepartment === undefined ? "{}" : JSON.stringify({ [clause]: scope.filter }),
  };
}

function importStep({ action, isNew, subject }: StoryEvent): ProvisioningStep {
  const verb = action === "delete" ? "Delete" : isNew ? "Add" : "Update";
  const details: Record<string, string> = { objectId: subject.id };
  if (subject.kind === "User" && verb === "Add") {
    details["accountEnabled"] = flag(subject.active);
    details["department"] = subject.attributes.department;
    details["displayName"] = subject.attributes.displayName;
    details["userPrincipalName"] = subject.attributes.userPrincipalName;
    details["IsSoftDeleted"] = "False";
  }
  return {
    name: `EntryImport${verb}`,
    provisioningStepType: "import",
    status: "success",
    description: `Received ${subject.kind} '${subject.id}' change of type (${verb}) from ${sourceSystem}`,
    details,
  };
}

/** A fraction that all attempts at one operation share. */
function fractionOf(second: number): number {
  return (second * 7_919) % 10_000_000;
}

function escrowStep(event: StoryEvent, base: number): ProvisioningStep {
  const { escrow, subject, action } = event;
  const createdAt = escrow?.createdAt ?? event.at;
  return {
    name: "EntryEscrowRetry",
    provisioningStepType: "import",
    status: "success",
    description: [
      "An operation that failed before is tried again.",
      `Identifier: ${nameOf(subject)}`,
      `Object type: ${subject.kind}`,
      `Directory: ${sourceSystem}`,
    ].join("\r\n"),
    details: {
      CountProcessed: `${(escrow?.attempts ?? 1) - 1}`,
      CreationTime: toPreciseDateTime(base + createdAt, fractionOf(createdAt)),
      Identifier: subject.id,
      ModificationType: verbs[action],
      NextAttempt: toShortUsDateTime(base + (escrow?.nextAttemptAt ?? event.at)),
      Origin: "Source",
      TypeName: "EscrowedEntryDefault",
    },
  };
}

/** The look-up in the target. The live service leaves the type of a group empty, hence the two blanks. */
function lookupStep({ application, subject, targetId }: StoryEvent): ProvisioningStep {
  const type = subject.kind === "Group" ? "" : subject.kind;
  const details = { displayName: subject.kind === "Group" ? subject.displayName : subject.attributes.displayName };
  return targetId === ""
    ? {
        name: "EntryImportObjectNotFound",
        provisioningStepType: "matching",
        status: "success",
        description: `Found no ${subject.kind} '${nameOf(subject)}' in ${application.targetSystem}`,
        details: {},
      }
    : {
        name: "EntryImport",
        provisioningStepType: "matching",
        status: "success",
        description: `Retrieved ${type} '${nameOf(subject)}' from ${application.targetSystem}`,
        details: { ...details, externalId: subject.id, id: targetId },
      };
}

function scopingStep(event: StoryEvent): ProvisioningStep {
  const { active, assigned, filter } = event.scope;
  return {
    name: "EntrySynchronizationScoping",
    provisioningStepType: "scoping",
    status: event.targetId === "" && !(active && assigned && filter) ? "skipped" : "success",
    description: `Determine if ${event.subject.kind} in scope by evaluating against each scoping filter`,
    details: scopeFlags(event),
  };
}

function skipStep(event: StoryEvent, outcome: Outcome & { readonly status: "skipped" }): ProvisioningStep {
  const { reason } = outcome;
  const name = nameOf(event.subject);
  const details: Record<string, string> = { SkipReason: reason, ReportableIdentifier: name };
  let description = `${event.subject.kind} '${name}' has the same state in both systems; nothing has to be changed`;
  if (reason === "NotEffectivelyEntitled") {
    Object.assign(details, scopeFlags(event));
    description = `${event.subject.kind} '${name}' is not entitled to an account in ${event.application.targetSystem}`;
  } else if (reason === "AttributeValidationFailed") {
    details["PropertyName"] = "name.familyName";
    description = `A value that ${event.application.targetSystem} requires is missing: name.familyName`;
  } else if (reason === "UnableToResolveReferenceAttributeValue") {
    // Microsoft's own sample queries take the member and the group out of this sentence.
    description = `We were unable to assign ${outcome.member} as the members of ${name}. The member has no account yet`;
  }
  return { name: "EntrySynchronizationSkip", provisioningStepType: "export", status: "skipped", description, details };
}

function exportStep(event: StoryEvent, action: keyof typeof exportNames): ProvisioningStep {
  const isFailure = event.outcome.status === "failure";
  const name = nameOf(event.subject);
  const details: Record<string, string> = { ReportableIdentifier: name };
  for (const { attribute, newValue } of event.changes) {
    const key = detailNames[attribute];
    details[key] = attribute === "members" && details[key] ? `${details[key]},${newValue ?? ""}` : (newValue ?? "");
  }
  if (action === "create") details["externalId"] = event.subject.id;
  const what = `${event.subject.kind} '${name}'`;
  return {
    name: exportNames[action],
    provisioningStepType: "export",
    status: isFailure ? "failure" : "success",
    description: isFailure
      ? `Failed to ${action} ${what} in ${event.application.targetSystem}`
      : `${what} was ${participles[action]} in ${event.application.targetSystem}`,
    details,
  };
}

/**
 * The trace of an event: import, look-up in the target, scoping, matching, then an export or a skip. As in the live log,
 * another attempt at a failed operation goes straight to its last step.
 */
export function buildSteps(event: StoryEvent, base: number): ProvisioningStep[] {
  const { action, outcome } = event;
  const steps = event.escrow === undefined ? preparation(event) : [escrowStep(event, base)];
  if (outcome.status === "skipped") steps.push(skipStep(event, outcome));
  else if (action !== "other") steps.push(exportStep(event, action));
  return steps;
}

function preparation(event: StoryEvent): ProvisioningStep[] {
  const { action, application, outcome, targetId } = event;
  const steps = [importStep(event)];
  const isMember = outcome.status === "skipped" && outcome.reason === "UnableToResolveReferenceAttributeValue";
  if (action === "create" && application.targetSystem === "Airtable")
    steps.push(lookupStep({ ...event, targetId: "" }));
  else if (action !== "create" && targetId !== "" && !isMember) steps.push(lookupStep(event));
  steps.push(scopingStep(event));
  if (outcome.status === "skipped" || action === "other") return steps;
  const verb = verbs[action];
  steps.push({
    name: `EntrySynchronization${verb}`,
    provisioningStepType: verb === "Delete" ? "processing" : "matching",
    status: "success",
    description: "",
    details: {},
  });
  return steps;
}
