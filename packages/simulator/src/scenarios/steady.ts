import { type Account, addPending, createAccount, schedule } from "../account.js";
import { type Application, type AttributeName, streams } from "../applications.js";
import { exportedValues } from "../attributes.js";
import { createPerson, departments, type Person } from "../people.js";
import { firstProblems, passingFaults, problems } from "../problems.js";
import { Random } from "../random.js";
import {
  type AttributeChange,
  cycleSeconds,
  type Group,
  type Outcome,
  type StoryEvent,
  type Subject,
} from "../story.js";
import { createTargetId } from "../target-ids.js";
import { happenings } from "./steady-happenings.js";

/** Where a job's cycle lies inside the forty minutes: the jobs take turns, so that their events never mix. */
const turnSeconds = cycleSeconds / 3;
/** No action takes longer than this, so even the first event of a cycle began inside it. */
const leadSeconds = 100;
const halfHour = 1_800;
const sixHours = 21_600;

/** One of the fifty places in the company, with its present holder. */
export interface Seat {
  readonly number: number;
  generation: number;
  person: Person | undefined;
  accounts: readonly Account[];
  /** Round in which something happens that the person's problem needs. */
  planned: number | undefined;
  /** Round in which the directory removes a leaver, or in which an empty seat is filled. */
  turnover: number | undefined;
}

interface GroupState {
  readonly group: Group;
  readonly accounts: readonly Account[];
}

/** The story of `steady`: everything that happens, in order, without end and in bounded memory. */
export class SteadyStory {
  readonly applications: readonly Application[];
  readonly seats: readonly Seat[];
  readonly random: Random;
  /** Number of the present round: each job runs one cycle per round. */
  round = 0;
  readonly #seed: number;
  readonly #groups: readonly GroupState[];
  #index = 0;
  #at = 0;
  #events: StoryEvent[] = [];

  constructor(seed: number, applications: readonly Application[]) {
    this.#seed = seed;
    this.applications = applications;
    this.random = new Random(seed, streams.story);
    this.seats = Array.from({ length: 50 }, (_, number) => ({
      number,
      generation: -1,
      person: undefined,
      accounts: [],
      planned: undefined,
      turnover: undefined,
    }));
    this.#groups = departments.map((department, index) => ({
      group: { kind: "Group", id: new Random(seed, streams.group, index).guid(), displayName: `${department} team` },
      accounts: applications.map(() => ({ ...createAccount(), due: 0 })),
    }));
    for (const seat of this.seats) this.join(seat);
  }

  *events(): Generator<StoryEvent, never> {
    for (; ; this.round += 1) {
      if (this.round > 0) happenings(this);
      for (const application of this.applications) {
        this.#runCycle(application);
        yield* this.#events;
      }
    }
  }

  /** Fills an empty seat with a new person, whom every job sees in this round. */
  join(seat: Seat): void {
    seat.generation += 1;
    const dealt = this.random.chance(1, 6) ? this.random.pick(problems) : undefined;
    const problem = seat.generation === 0 ? firstProblems.get(seat.number) : dealt;
    seat.person = createPerson(this.#seed, seat.number, seat.generation, problem);
    seat.accounts = this.applications.map(() => createAccount());
    seat.planned = problem?.action === "update" || problem?.skipped ? this.round + 6 + (seat.number % 7) : undefined;
    seat.turnover = undefined;
    this.reportToJobs(seat);
  }

  /** Changes attributes of a person in the directory; the jobs see it in this round. */
  change(seat: Seat, values: Partial<Record<AttributeName, string>>): void {
    const { person } = seat;
    if (person === undefined) return;
    for (const [name, newValue] of Object.entries(values) as [AttributeName, string][]) {
      const oldValue = person.attributes[name];
      if (oldValue === newValue) continue;
      person.attributes[name] = newValue;
      for (const application of this.applications) {
        const account = seat.accounts[application.index];
        if (account === undefined || account.targetId === "") continue;
        if (application.mapping.includes(name)) {
          addPending(account, { attribute: name, oldValue: oldValue === "" ? null : oldValue, newValue });
        }
        if (name === "department") {
          this.#changeMembers(application, oldValue, { oldValue: account.targetId, newValue: null });
          this.#changeMembers(application, newValue, { oldValue: null, newValue: account.targetId });
        }
      }
    }
    this.reportToJobs(seat);
  }

  /** Has every job whose application the person is or was assigned to look at the person in this round. */
  reportToJobs(seat: Seat): void {
    seat.accounts.forEach((account, index) => {
      if (account.targetId !== "" || seat.person?.assigned[index]) schedule(account, this.round);
    });
  }

  /** As `reportToJobs`, for news that overtake a failed operation: nothing of it is tried again. */
  reportDeparture(seat: Seat): void {
    for (const account of seat.accounts) account.escrow = undefined;
    this.reportToJobs(seat);
  }

  #changeMembers(application: Application, department: string, change: Omit<AttributeChange, "attribute">): void {
    if (!application.hasGroups) return;
    const state = this.#groups[departments.indexOf(department)];
    const account = state?.accounts[application.index];
    if (account === undefined) return;
    addPending(account, { attribute: "members", ...change });
    schedule(account, this.round);
  }

  #runCycle(application: Application): void {
    this.#events = [];
    this.#at = this.round * cycleSeconds + application.index * turnSeconds + leadSeconds;
    for (const seat of this.seats) {
      const account = seat.accounts[application.index];
      if (seat.person === undefined || account?.due === undefined || account.due > this.round) continue;
      account.due = undefined;
      this.#evaluatePerson(application, seat.person, account);
      this.#finish(account);
    }
    if (application.hasGroups) {
      for (const { group, accounts } of this.#groups) {
        const account = accounts[application.index];
        if (account?.due === undefined || account.due > this.round) continue;
        account.due = undefined;
        this.#evaluateGroup(application, group, account);
        this.#finish(account);
      }
    }
    this.#touch(application);
  }

  /** An operation that did not fail again has left escrow, whatever became of it. */
  #finish(account: Account): void {
    account.seen = true;
    if (account.due === undefined) account.escrow = undefined;
    if (account.unresolved.length > 0) schedule(account, this.round + 1);
  }

  /** The directory reports objects in which nothing has changed that matters here. */
  #touch(application: Application): void {
    const redundant: Outcome = { status: "skipped", reason: "RedundantExport" };
    const { person, accounts: seatAccounts } = this.seats[this.random.below(this.seats.length)] ?? {};
    const seatAccount = seatAccounts?.[application.index];
    if (person !== undefined && seatAccount?.enabled && seatAccount.escrow === undefined && this.random.chance(1, 3)) {
      this.#emit(application, person, seatAccount, "other", redundant, []);
    }
    const { group, accounts } = this.#groups[this.random.below(this.#groups.length)] ?? {};
    const account = accounts?.[application.index];
    if (group !== undefined && account?.enabled && account.escrow === undefined && this.random.chance(1, 8)) {
      this.#emit(application, group, account, "other", redundant, []);
    }
  }

  #evaluatePerson(application: Application, person: Person, account: Account): void {
    const { active, assigned, filter } = this.#scope(application, person);
    const entitled = active && assigned && filter;
    if (account.removed) {
      if (account.targetId !== "") this.#export(application, person, account, "delete", []);
    } else if (entitled && account.targetId === "") {
      const changes = exportedValues(application, person);
      if (!this.#export(application, person, account, "create", changes)) {
        if (application.hasGroups && !account.seen) this.#reportUnresolved(application, person);
      }
    } else if (entitled && !account.enabled) {
      const enabling: AttributeChange = { attribute: "active", oldValue: "False", newValue: "True" };
      this.#export(application, person, account, "update", [enabling, ...account.pending]);
    } else if (entitled && account.pending.length > 0) {
      this.#export(application, person, account, "update", account.pending);
    } else if (!entitled && account.enabled) {
      this.#export(application, person, account, "disable", [
        { attribute: "active", oldValue: "True", newValue: "False" },
      ]);
    } else {
      const reason = entitled ? "RedundantExport" : "NotEffectivelyEntitled";
      this.#emit(application, person, account, "other", { status: "skipped", reason }, []);
    }
  }

  #evaluateGroup(application: Application, group: Group, account: Account): void {
    if (account.targetId === "") {
      const naming: AttributeChange = { attribute: "displayName", oldValue: null, newValue: group.displayName };
      this.#export(application, group, account, "create", [naming, ...account.pending]);
    } else if (account.pending.length > 0) {
      this.#export(application, group, account, "update", account.pending);
    } else if (account.unresolved.length > 0) {
      for (const member of account.unresolved) {
        const reason = "UnableToResolveReferenceAttributeValue";
        this.#emit(application, group, account, "update", { status: "skipped", reason, member }, []);
      }
      account.unresolved = [];
    }
  }

  #reportUnresolved(application: Application, person: Person): void {
    const state = this.#groups[departments.indexOf(person.attributes.department)];
    const account = state?.accounts[application.index];
    if (account === undefined) return;
    account.unresolved.push(person.id);
    schedule(account, this.round);
  }

  #scope(application: Application, subject: Subject): StoryEvent["scope"] {
    if (subject.kind === "Group") return { active: true, assigned: true, filter: true };
    return {
      active: subject.active,
      assigned: subject.assigned[application.index] ?? false,
      filter: subject.attributes.department !== application.excludedDepartment,
    };
  }

  /** Tries an operation at the target and remembers how it went; true when it succeeded. */
  #export(
    application: Application,
    subject: Subject,
    account: Account,
    action: "create" | "update" | "delete" | "disable",
    changes: readonly AttributeChange[],
  ): boolean {
    const fault = this.#standingFault(application, subject, action, changes);
    if (fault?.skipped) {
      const reason = "AttributeValidationFailed";
      this.#emit(application, subject, account, action, { status: "skipped", reason }, changes);
      return false;
    }
    const code = fault?.code ?? this.#passingFault(account);
    if (code !== undefined) {
      const retry = {
        attempts: (account.escrow?.attempts ?? 0) + 1,
        createdAt: account.escrow?.createdAt ?? this.#at,
        nextAttemptAt: this.#at + (fault === undefined ? halfHour : sixHours),
      };
      this.#emit(application, subject, account, action, { status: "failure", code, retry }, changes);
      account.escrow = retry;
      account.due = this.round + (fault === undefined ? 1 : sixHours / cycleSeconds + 1);
      return false;
    }
    if (action === "create") account.targetId = createTargetId(this.#seed, application, subject);
    this.#emit(application, subject, account, action, { status: "success" }, changes);
    this.#settle(application, subject, account, action);
    return true;
  }

  #settle(application: Application, subject: Subject, account: Account, action: string): void {
    account.escrow = undefined;
    account.enabled = action === "create" || action === "update";
    // A disable exports the flag alone; what else has changed waits for the day the account is enabled again.
    if (account.enabled) account.pending = [];
    if (subject.kind === "User") {
      const { department } = subject.attributes;
      const member = account.targetId;
      if (action === "create") this.#changeMembers(application, department, { oldValue: null, newValue: member });
      if (action === "delete") this.#changeMembers(application, department, { oldValue: member, newValue: null });
    }
    if (action === "delete") account.targetId = "";
  }

  #standingFault(application: Application, subject: Subject, action: string, changes: readonly AttributeChange[]) {
    if (subject.kind === "Group" || subject.problem === undefined) return undefined;
    const { problem } = subject;
    if (problem.application !== application.index || problem.action !== action) return undefined;
    if (problem.attribute !== undefined && !changes.some(({ attribute }) => attribute === problem.attribute))
      return undefined;
    if (problem.kind === "missing-family-name" && subject.attributes.familyName !== "") return undefined;
    if (problem.fixedAfter !== undefined && subject.failures >= problem.fixedAfter) return undefined;
    subject.failures += 1;
    return problem;
  }

  #passingFault(account: Account): string | undefined {
    if ((account.escrow?.attempts ?? 0) >= 2) return undefined;
    return this.random.chance(1, 50) ? this.random.pick(passingFaults) : undefined;
  }

  #emit(
    application: Application,
    subject: Subject,
    account: Account,
    action: StoryEvent["action"],
    outcome: Outcome,
    changes: readonly AttributeChange[],
  ): void {
    this.#events.push({
      index: this.#index,
      at: this.#at,
      cycle: this.round,
      application,
      subject,
      action,
      outcome,
      escrow: account.escrow,
      isNew: !account.seen,
      targetId: account.targetId,
      changes,
      scope: this.#scope(application, subject),
    });
    this.#index += 1;
    this.#at += this.random.below(4);
  }
}
