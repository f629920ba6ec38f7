import type { ProvisioningObjectSummary } from "@org/models";
import { type SimulateOptions, simulate } from "../src/index.js";

export const now = new Date("2026-03-02T08:14:05.600Z");

export function optionsFor(seed: number, count: number): SimulateOptions {
  return { scenario: "steady", seed, now, count };
}

function present<T>(value: T | null | undefined, name: string): T {
  if (value === null || value === undefined) throw new Error(`${name} is missing`);
  return value;
}

/** The parts of an event that the story tests compare, none of them optional. */
export function toRow(event: ProvisioningObjectSummary) {
  const target = present(event.targetIdentity, "targetIdentity");
  const status = present(event.provisioningStatusInfo, "provisioningStatusInfo");
  const steps = present(event.provisioningSteps, "provisioningSteps");
  const last = present(steps.at(-1), "last step");
  return {
    id: event.id,
    time: Date.parse(event.activityDateTime),
    job: present(event.jobId, "jobId"),
    cycle: present(event.cycleId, "cycleId"),
    change: present(event.changeId, "changeId"),
    action: present(event.provisioningAction, "provisioningAction"),
    status: present(status.status, "status"),
    error: status.errorInformation,
    duration: present(event.durationInMilliseconds, "durationInMilliseconds"),
    source: present(present(event.sourceIdentity, "sourceIdentity").id, "source id"),
    target: present(target.id, "target id"),
    steps: steps.map(({ name }) => present(name, "step name")),
    stepTypes: steps.map(({ provisioningStepType }) => present(provisioningStepType, "step type")),
    first: present(steps[0], "first step"),
    last,
    lastDetails: present(last.details, "last step's details"),
  };
}

export type Row = ReturnType<typeof toRow>;

export function rowsOf(seed: number, count: number): Row[] {
  return Array.from(simulate(optionsFor(seed, count)), toRow);
}
