import { toDateTime } from "./date-time.js";
import { nameOf } from "./failures.js";
import { passingFaults } from "./problems.js";
import { type Plan, planRun, type ScenarioName, type SimulateOptions } from "./simulate.js";
import { cycleSeconds, type StoryEvent } from "./story.js";
import { eventId } from "./summary.js";
import { describeTenant, type TenantFacts } from "./tenant.js";

/** An application of the tenant and the job that provisions it. */
export interface ApplicationFacts {
  readonly servicePrincipalId: string;
  readonly displayName: string;
  readonly applicationId: string;
  readonly jobId: string;
  /** Begin of the job's first cycle; each later one begins `cycleSeconds` after the one before. */
  readonly firstCycleDateTime: string;
  readonly cycleSeconds: number;
}

/** A person who occurs in the run. */
export interface PersonFacts {
  readonly id: string;
  /** Name and address at the end of the run. */
  readonly displayName: string;
  readonly userPrincipalName: string;
  /** Time of the first event about the person, whatever its outcome. */
  readonly firstSeenDateTime: string;
  /** First event after the person's last day; null for who is still there. */
  readonly leftDateTime: string | null;
  /** Display names of the applications in which the person has an account at the end of the run. */
  readonly accounts: readonly string[];
}

/** One fault of one person or group in one application, with everything the log shows of it. */
export interface ProblemFacts {
  readonly subjectId: string;
  readonly subjectName: string;
  readonly jobId: string;
  /** `standing`: a human has to act. `passing`: the target's own, over by itself. `consequence`: follows from another. */
  readonly kind: "standing" | "passing" | "consequence";
  readonly status: "failure" | "skipped";
  /** Error code of a failed event, skip reason of a skipped one. */
  readonly code: string;
  readonly cause: string;
  /** How many events show it. */
  readonly events: number;
  readonly firstEventId: string;
  readonly firstDateTime: string;
  readonly lastDateTime: string;
  /** When the same object next went through in this application; null if it has not by the end of the run. */
  readonly solvedDateTime: string | null;
}

/** What is true of a run, for checking what a tool makes of its events. */
export interface ScenarioDescription {
  readonly scenario: ScenarioName;
  readonly seed: number;
  readonly tenant: TenantFacts;
  readonly applications: readonly ApplicationFacts[];
  readonly people: readonly PersonFacts[];
  readonly groups: readonly { readonly id: string; readonly displayName: string }[];
  readonly problems: readonly ProblemFacts[];
  readonly events: { readonly success: number; readonly skipped: number; readonly failure: number };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function causeOf({ subject, outcome, application }: StoryEvent): Pick<ProblemFacts, "kind" | "cause"> {
  const code = outcome.status === "failure" ? outcome.code : outcome.status === "skipped" ? outcome.reason : "";
  if (code === "UnableToResolveReferenceAttributeValue") {
    return { kind: "consequence", cause: "A new member has no account in the target system yet." };
  }
  if (subject.kind === "User" && subject.problem?.code === code)
    return { kind: "standing", cause: subject.problem.cause };
  const known = passingFaults.some((fault) => fault === code);
  return { kind: "passing", cause: known ? `${application.displayName} had a fault that passed by itself.` : code };
}

/** Skips that are the job's normal work say nothing about a fault. */
function problemCode({ outcome }: StoryEvent): string | undefined {
  if (outcome.status === "failure") return outcome.code;
  if (outcome.status === "success") return undefined;
  return outcome.reason === "RedundantExport" || outcome.reason === "NotEffectivelyEntitled"
    ? undefined
    : outcome.reason;
}

class Ledger {
  readonly people = new Map<string, Writable<PersonFacts> & { readonly accountSet: Set<string> }>();
  readonly groups = new Map<string, { readonly id: string; readonly displayName: string }>();
  readonly problems: Writable<ProblemFacts>[] = [];
  readonly counts = { success: 0, skipped: 0, failure: 0 };
  readonly #open = new Map<string, Writable<ProblemFacts>[]>();
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  enter(event: StoryEvent): void {
    const time = toDateTime(this.#plan.base + event.at);
    this.counts[event.outcome.status] += 1;
    this.#enterSubject(event, time);
    const key = `${event.application.index} ${event.subject.id}`;
    const open = this.#open.get(key) ?? [];
    const code = problemCode(event);
    if (code === undefined) {
      if (event.outcome.status !== "success") return;
      for (const problem of open) problem.solvedDateTime = time;
      this.#open.delete(key);
      return;
    }
    const again = open.find((problem) => problem.code === code);
    if (again !== undefined) {
      again.events += 1;
      again.lastDateTime = time;
      return;
    }
    const problem: Writable<ProblemFacts> = {
      subjectId: event.subject.id,
      subjectName: nameOf(event.subject),
      jobId: event.application.jobId,
      ...causeOf(event),
      status: event.outcome.status === "failure" ? "failure" : "skipped",
      code,
      events: 1,
      firstEventId: eventId(this.#plan.seed, event.index),
      firstDateTime: time,
      lastDateTime: time,
      solvedDateTime: null,
    };
    this.problems.push(problem);
    this.#open.set(key, [...open, problem]);
  }

  #enterSubject({ subject, application, action, outcome, scope }: StoryEvent, time: string): void {
    if (subject.kind === "Group") {
      this.groups.set(subject.id, { id: subject.id, displayName: subject.displayName });
      return;
    }
    const { displayName, userPrincipalName } = subject.attributes;
    const person = this.people.get(subject.id) ?? {
      id: subject.id,
      displayName,
      userPrincipalName,
      firstSeenDateTime: time,
      leftDateTime: null,
      accounts: [],
      accountSet: new Set<string>(),
    };
    person.displayName = displayName;
    person.userPrincipalName = userPrincipalName;
    if (!scope.active) person.leftDateTime ??= time;
    if (outcome.status === "success" && action === "create") person.accountSet.add(application.displayName);
    if (outcome.status === "success" && action === "delete") person.accountSet.delete(application.displayName);
    this.people.set(subject.id, person);
  }
}

/**
 * The ground truth of exactly the run that `simulate` makes of the same options: who and what there is, and who failed
 * where, why, how often and until when. It keeps everybody who ever worked there, so it grows slowly with `count`.
 *
 * @throws RangeError as `simulate` does.
 */
export function describeScenario(options: SimulateOptions): ScenarioDescription {
  const plan = planRun(options);
  const ledger = new Ledger(plan);
  for (const event of plan.events()) ledger.enter(event);
  return {
    scenario: options.scenario,
    seed: plan.seed,
    tenant: describeTenant(plan.tenantId),
    applications: plan.applications.map(({ index, servicePrincipalId, displayName, applicationId, jobId }) => ({
      servicePrincipalId,
      displayName,
      applicationId,
      jobId,
      firstCycleDateTime: toDateTime(plan.base + index * (cycleSeconds / plan.applications.length)),
      cycleSeconds,
    })),
    people: [...ledger.people.values()].map(({ accountSet, ...person }) => ({ ...person, accounts: [...accountSet] })),
    groups: [...ledger.groups.values()],
    problems: ledger.problems,
    events: ledger.counts,
  };
}
