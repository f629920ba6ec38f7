import { type Account, schedule } from "../account.js";
import type { Application } from "../applications.js";
import { exportedValues } from "../attributes.js";
import { meetPassingFault, meetStandingFault } from "../faults.js";
import type { Person } from "../people.js";
import {
  type AttributeChange,
  cycleSeconds,
  type Group,
  type Outcome,
  type StoryEvent,
  type Subject,
} from "../story.js";
import { createTargetId } from "../target-ids.js";
import type { SteadyStory } from "./steady.js";

/** Where a job's cycle lies inside the forty minutes: the jobs take turns, so that their events never mix. */
const turnSeconds = cycleSeconds / 3;
/** No action takes longer than this, so even the first event of a cycle began inside it. */
const leadSeconds = 100;
const halfHour = 1_800;
const sixHours = 21_600;

/** One cycle of one job: what the job finds to do, and how the target takes it. */
export class SteadyCycle {
  readonly #story: SteadyStory;
  readonly #application: Application;
  readonly #events: StoryEvent[] = [];
  #at: number;

  constructor(story: SteadyStory, application: Application) {
    this.#story = story;
    this.#application = application;
    this.#at = story.round * cycleSeconds + this.#application.index * turnSeconds + leadSeconds;
  }

  /** Looks at everybody and every group whose time has come, then at a few in which nothing has changed. */
  run(): readonly StoryEvent[] {
    for (const seat of this.#story.seats) {
      const account = seat.accounts[this.#application.index];
      if (seat.person === undefined || account?.due === undefined || account.due > this.#story.round) continue;
      account.due = undefined;
      this.#evaluatePerson(seat.person, account);
      this.#finish(account);
    }
    if (this.#application.hasGroups) {
      for (const { group, accounts } of this.#story.groups) {
        const account = accounts[this.#application.index];
        if (account?.due === undefined || account.due > this.#story.round) continue;
        account.due = undefined;
        this.#evaluateGroup(group, account);
        this.#finish(account);
      }
    }
    this.#touch();
    return this.#events;
  }

  /** An operation that did not fail again has left escrow, whatever became of it. */
  #finish(account: Account): void {
    account.seen = true;
    if (account.due === undefined) account.escrow = undefined;
    if (account.unresolved.length > 0) schedule(account, this.#story.round + 1);
  }

  /** The directory reports objects in which nothing has changed that matters here. */
  #touch(): void {
    const redundant: Outcome = { status: "skipped", reason: "RedundantExport" };
    const { person, accounts: seatAccounts } =
      this.#story.seats[this.#story.random.below(this.#story.seats.length)] ?? {};
    const seatAccount = seatAccounts?.[this.#application.index];
    if (
      person !== undefined &&
      seatAccount?.enabled &&
      seatAccount.escrow === undefined &&
      this.#story.random.chance(1, 3)
    ) {
      this.#emit(person, seatAccount, "other", redundant, []);
    }
    const { group, accounts } = this.#story.groups[this.#story.random.below(this.#story.groups.length)] ?? {};
    const account = accounts?.[this.#application.index];
    if (group !== undefined && account?.enabled && account.escrow === undefined && this.#story.random.chance(1, 8)) {
      this.#emit(group, account, "other", redundant, []);
    }
  }

  #evaluatePerson(person: Person, account: Account): void {
    const { active, assigned, filter } = this.#scope(person);
    const entitled = active && assigned && filter;
    if (account.removed) {
      if (account.targetId !== "") this.#export(person, account, "delete", []);
    } else if (entitled && account.targetId === "") {
      const changes = exportedValues(this.#application, person);
      if (!this.#export(person, account, "create", changes)) {
        if (this.#application.hasGroups && !account.seen) this.#reportUnresolved(person);
      }
    } else if (entitled && !account.enabled) {
      const enabling: AttributeChange = { attribute: "active", oldValue: "False", newValue: "True" };
      this.#export(person, account, "update", [enabling, ...account.pending]);
    } else if (entitled && account.pending.length > 0) {
      this.#export(person, account, "update", account.pending);
    } else if (!entitled && account.enabled) {
      this.#export(person, account, "disable", [{ attribute: "active", oldValue: "True", newValue: "False" }]);
    } else {
      const reason = entitled ? "RedundantExport" : "NotEffectivelyEntitled";
      this.#emit(person, account, "other", { status: "skipped", reason }, []);
    }
  }

  #evaluateGroup(group: Group, account: Account): void {
    if (account.targetId === "") {
      const naming: AttributeChange = { attribute: "displayName", oldValue: null, newValue: group.displayName };
      this.#export(group, account, "create", [naming, ...account.pending]);
    } else if (account.pending.length > 0) {
      this.#export(group, account, "update", account.pending);
    } else if (account.unresolved.length > 0) {
      for (const member of account.unresolved) {
        const reason = "UnableToResolveReferenceAttributeValue";
        this.#emit(group, account, "update", { status: "skipped", reason, member }, []);
      }
      account.unresolved = [];
    }
  }

  #reportUnresolved(person: Person): void {
    const account = this.#story.groupAccount(this.#application, person.attributes.department);
    if (account === undefined) return;
    account.unresolved.push(person.id);
    schedule(account, this.#story.round);
  }

  #scope(subject: Subject): StoryEvent["scope"] {
    if (subject.kind === "Group") return { active: true, assigned: true, filter: true };
    return {
      active: subject.active,
      assigned: subject.assigned[this.#application.index] ?? false,
      filter: subject.attributes.department !== this.#application.excludedDepartment,
    };
  }

  /** Tries an operation at the target and remembers how it went; true when it succeeded. */
  #export(
    subject: Subject,
    account: Account,
    action: "create" | "update" | "delete" | "disable",
    changes: readonly AttributeChange[],
  ): boolean {
    const fault = meetStandingFault(this.#application.index, subject, action, changes);
    if (fault?.skipped) {
      const reason = "AttributeValidationFailed";
      this.#emit(subject, account, action, { status: "skipped", reason }, changes);
      return false;
    }
    const code = fault?.code ?? meetPassingFault(this.#story.random, account.escrow);
    if (code !== undefined) {
      const retry = {
        attempts: (account.escrow?.attempts ?? 0) + 1,
        createdAt: account.escrow?.createdAt ?? this.#at,
        nextAttemptAt: this.#at + (fault === undefined ? halfHour : sixHours),
      };
      this.#emit(subject, account, action, { status: "failure", code, retry }, changes);
      account.escrow = retry;
      account.due = this.#story.round + (fault === undefined ? 1 : sixHours / cycleSeconds + 1);
      return false;
    }
    if (action === "create") account.targetId = createTargetId(this.#story.seed, this.#application, subject);
    this.#emit(subject, account, action, { status: "success" }, changes);
    this.#settle(subject, account, action);
    return true;
  }

  #settle(subject: Subject, account: Account, action: string): void {
    account.escrow = undefined;
    account.enabled = action === "create" || action === "update";
    // A disable exports the flag alone; what else has changed waits for the day the account is enabled again.
    if (account.enabled) account.pending = [];
    if (subject.kind === "User") {
      const { department } = subject.attributes;
      const member = account.targetId;
      if (action === "create")
        this.#story.changeMembers(this.#application, department, { oldValue: null, newValue: member });
      if (action === "delete")
        this.#story.changeMembers(this.#application, department, { oldValue: member, newValue: null });
    }
    if (action === "delete") account.targetId = "";
  }

  #emit(
    subject: Subject,
    account: Account,
    action: StoryEvent["action"],
    outcome: Outcome,
    changes: readonly AttributeChange[],
  ): void {
    this.#events.push({
      index: this.#story.takeIndex(),
      at: this.#at,
      cycle: this.#story.round,
      application: this.#application,
      subject,
      action,
      outcome,
      escrow: account.escrow,
      isNew: !account.seen,
      targetId: account.targetId,
      changes,
      scope: this.#scope(subject),
    });
    this.#at += this.#story.random.below(4);
  }
}
