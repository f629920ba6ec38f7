import { addressOf, marriedName, newTelephone, newTitle, otherDepartment, type Person } from "../people.js";
import type { Seat, SteadyStory } from "./steady.js";

/** Rounds from a leaver's last day to the removal from the directory. */
const noticeRounds = 30;

/** What happens in the company between two rounds: joiners, movers, leavers, and small changes. */
export function happenings(story: SteadyStory): void {
  const { random, round } = story;
  for (const seat of story.seats) {
    if (seat.planned !== undefined && seat.planned <= round) bringUpProblem(story, seat);
    if (seat.turnover !== undefined && seat.turnover <= round) turnOver(story, seat);
  }
  for (let left = random.below(3); left > 0; left -= 1) changeSomething(story);
  if (random.chance(1, 6)) move(story);
  if (random.chance(1, 20)) reassign(story);
  if (random.chance(1, 30)) leave(story);
}

/** A seat whose person is at work and waits for nothing; undefined when the random one is not such a seat. */
function pickSeat({ random, seats }: SteadyStory): (Seat & { person: Person }) | undefined {
  const seat = seats[random.below(seats.length)];
  return seat?.person?.active && seat.planned === undefined ? (seat as Seat & { person: Person }) : undefined;
}

function rename(story: SteadyStory, seat: Seat, person: Person, familyName: string): void {
  const { givenName } = person.attributes;
  story.change(seat, {
    familyName,
    displayName: `${givenName} ${familyName}`,
    userPrincipalName: addressOf(givenName, familyName),
  });
}

function bringUpProblem(story: SteadyStory, seat: Seat): void {
  const { person } = seat;
  const problem = person?.problem;
  if (person === undefined || problem === undefined) return;
  const account = seat.accounts[problem.application];
  // An update needs an account, which a passing fault may have delayed.
  if (problem.action === "update" && !account?.enabled) return;
  seat.planned = undefined;
  if (problem.kind === "missing-family-name") rename(story, seat, person, marriedName("Lind", story.random));
  else if (problem.kind === "address-taken")
    rename(story, seat, person, marriedName(person.attributes.familyName, story.random));
  else story.change(seat, { telephone: newTelephone(story.random) });
}

function changeSomething(story: SteadyStory): void {
  const seat = pickSeat(story);
  if (seat === undefined) return;
  const { random } = story;
  const kind = random.below(20);
  if (kind < 8) story.change(seat, { jobTitle: newTitle(random) });
  else if (kind < 14) story.change(seat, { telephone: newTelephone(random) });
  else if (kind < 19) story.change(seat, { city: ["Berlin", "Lisbon", "Oslo", "Vienna"][random.below(4)] ?? "Oslo" });
  else if (!seat.person.attributes.familyName.includes("-")) {
    rename(story, seat, seat.person, marriedName(seat.person.attributes.familyName, random));
  }
}

/** Whoever has an open problem stays, since a department can put a person out of scope. */
function move(story: SteadyStory): void {
  const seat = pickSeat(story);
  if (seat === undefined || hasOpenProblem(seat)) return;
  const { random } = story;
  story.change(seat, {
    department: otherDepartment(seat.person.attributes.department, random),
    jobTitle: newTitle(random),
  });
}

/** Gives or takes Airtable or Dropbox. Whoever has a problem keeps what they have, or the problem would vanish. */
function reassign(story: SteadyStory): void {
  const seat = pickSeat(story);
  const index = story.random.between(1, 2);
  if (seat === undefined || seat.person.problem !== undefined) return;
  seat.person.assigned[index] = !seat.person.assigned[index];
  const account = seat.accounts[index];
  if (account !== undefined && account.escrow === undefined) account.due = story.round;
}

function leave(story: SteadyStory): void {
  const seat = pickSeat(story);
  if (seat === undefined || hasOpenProblem(seat)) return;
  seat.person.active = false;
  seat.turnover = story.round + noticeRounds;
  story.reportDeparture(seat);
}

function hasOpenProblem({ person, accounts }: Seat): boolean {
  const problem = person?.problem;
  return (
    problem !== undefined &&
    (accounts[problem.application]?.targetId === "" || accounts[problem.application]?.escrow !== undefined)
  );
}

/** The directory removes a leaver; once the last account is gone, somebody new comes after a while. */
function turnOver(story: SteadyStory, seat: Seat): void {
  if (seat.person === undefined) {
    story.join(seat);
    return;
  }
  if (seat.accounts.every(({ targetId }) => targetId === "")) {
    seat.person = undefined;
    seat.turnover = story.round + story.random.between(5, 40);
    return;
  }
  let isNews = false;
  for (const account of seat.accounts) {
    isNews ||= !account.removed;
    account.removed = true;
  }
  if (isNews) story.reportDeparture(seat);
}
