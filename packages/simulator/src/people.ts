import { type AttributeName, streams } from "./applications.js";
import type { Problem } from "./problems.js";
import { Random } from "./random.js";

const givenNames = (
  "Ada Adele Alan Amira Anders Beatriz Boris Carla Chidi Clara Dario Diego Edda Elif Emre Farah Felix Greta Hana Hugo " +
  "Ines Ivan Jonas Julia Kaito Lena Liam Lucia Malik Mara Milan Nadia Noor Oskar Priya Rafael Rosa Samir Tomas Yuki"
).split(" ");
const familyNames = (
  "Abadi Almeida Andersen Bauer Becker Berg Castro Chen Costa Dahl Diaz Egger Eriksen Fabre Ferrari Garcia Haas Holm " +
  "Ibarra Ito Jansen Kaya Keller Kim Larsen Lopez Marino Meyer Moreau Nagy Novak Okafor Olsen Park Pereira Petrov Quinn " +
  "Ramos Rossi Sato Schmid Silva Singh Sousa Tanaka Urban Vega Weber Yilmaz"
).split(" ");

export const departments: readonly [string, ...string[]] = [
  "Engineering",
  "Finance",
  "Marketing",
  "Operations",
  "Research",
  "Sales",
];
const cities = ["Berlin", "Lisbon", "Oslo", "Porto", "Turin", "Vienna", "Zagreb"] as const;
const titles = ["Analyst", "Coordinator", "Consultant", "Engineer", "Manager", "Planner", "Specialist"] as const;

/** A person of the tenant as the source directory holds them now; the story changes the attributes. */
export interface Person {
  readonly kind: "User";
  readonly id: string;
  /** Which of the fifty seats the person fills. A leaver's seat is filled again. */
  readonly seat: number;
  readonly attributes: Record<AttributeName, string>;
  active: boolean;
  /** Whether the person is assigned to the application of that index. */
  readonly assigned: boolean[];
  /** What goes wrong with this person, if anything. */
  readonly problem: Problem | undefined;
  /** How often it has gone wrong. */
  failures: number;
}

/** The family name a person gets by marriage: unlike any in the list, so it clashes with nobody's address. */
export function marriedName(familyName: string, random: Random): string {
  return `${familyName}-${familyNames[random.below(familyNames.length)] ?? "Holm"}`;
}

export function addressOf(givenName: string, familyName: string): string {
  return `${givenName}${familyName === "" ? "" : `.${familyName}`}@contoso.example`.toLowerCase();
}

export function otherDepartment(department: string, random: Random): string {
  const position = departments.indexOf(department);
  return departments[(position + random.between(1, departments.length - 1)) % departments.length] ?? departments[0];
}

export function newTelephone(random: Random): string {
  return `+1 555 01${random.between(10, 99)} ${random.between(100, 999)}`;
}

export function newTitle(random: Random): string {
  return random.pick(titles);
}

const nameCount = givenNames.length * familyNames.length;

/** The `generation`-th holder of a seat. No two of 1,960 people in a row have the same name. */
export function createPerson(seed: number, seat: number, generation: number, problem: Problem | undefined): Person {
  const number = generation * 50 + seat;
  const random = new Random(seed, streams.person, number);
  // A step without a common divisor with the number of names walks through all of them.
  const name = (number * 1_009 + new Random(seed, streams.person).below(nameCount)) % nameCount;
  const givenName = givenNames[name % givenNames.length] ?? "Ada";
  const familyName =
    problem?.kind === "missing-family-name" ? "" : (familyNames[Math.floor(name / givenNames.length)] ?? "");
  const assigned = [true, random.chance(3, 5), random.chance(1, 2)];
  if (problem?.application !== undefined) assigned[problem.application] = true;
  const id = random.guid();
  let department = random.pick(departments);
  // Airtable keeps Operations out, and its problems need people who are let in.
  if (problem?.application === 1 && department === "Operations") department = "Marketing";
  return {
    kind: "User",
    id,
    seat,
    attributes: {
      userPrincipalName: addressOf(givenName, familyName),
      displayName: familyName === "" ? givenName : `${givenName} ${familyName}`,
      givenName,
      familyName,
      department,
      jobTitle: random.pick(titles),
      telephone: newTelephone(random),
      city: random.pick(cities),
    },
    active: true,
    assigned,
    problem,
    failures: 0,
  };
}
