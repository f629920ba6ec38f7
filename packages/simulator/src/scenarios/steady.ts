import { type Account, addPending, createAccount, schedule } from "../account.js";
import { type Application, type AttributeName, streams } from "../applications.js";
import { createPerson, departments, type Person } from "../people.js";
import { firstProblems, problems } from "../problems.js";
import { Random } from "../random.js";
import type { AttributeChange, Group, StoryEvent } from "../story.js";
import { SteadyCycle } from "./steady-cycle.js";
import { happenings } from "./steady-happenings.js";

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
  readonly seed: number;
  readonly groups: readonly GroupState[];
  #index = 0;

  constructor(seed: number, applications: readonly Application[]) {
    this.seed = seed;
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
    this.groups = departments.map((department, index) => ({
      group: { kind: "Group", id: new Random(seed, streams.group, index).guid(), displayName: `${department} team` },
      accounts: applications.map(() => ({ ...createAccount(), due: 0 })),
    }));
    for (const seat of this.seats) this.join(seat);
  }

  *events(): Generator<StoryEvent, never> {
    for (; ; this.round += 1) {
      if (this.round > 0) happenings(this);
      for (const application of this.applications) {
        yield* new SteadyCycle(this, application).run();
      }
    }
  }

  /** Fills an empty seat with a new person, whom every job sees in this round. */
  join(seat: Seat): void {
    seat.generation += 1;
    const dealt = this.random.chance(1, 6) ? this.random.pick(problems) : undefined;
    const problem = seat.generation === 0 ? firstProblems.get(seat.number) : dealt;
    seat.person = createPerson(this.seed, seat.number, seat.generation, problem);
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
          this.changeMembers(application, oldValue, { oldValue: account.targetId, newValue: null });
          this.changeMembers(application, newValue, { oldValue: null, newValue: account.targetId });
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

  /** Tells an application's copy of a department's group that an account came or went. */
  changeMembers(application: Application, department: string, change: Omit<AttributeChange, "attribute">): void {
    const account = this.groupAccount(application, department);
    if (account === undefined) return;
    addPending(account, { attribute: "members", ...change });
    schedule(account, this.round);
  }

  /** How a department's group stands with an application; undefined where groups are not provisioned. */
  groupAccount(application: Application, department: string): Account | undefined {
    if (!application.hasGroups) return undefined;
    return this.groups[departments.indexOf(department)]?.accounts[application.index];
  }

  /** The position of the next event in the story. */
  takeIndex(): number {
    this.#index += 1;
    return this.#index - 1;
  }
}
