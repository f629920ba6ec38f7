import { type PassingFault, type Problem, passingFaults } from "./problems.js";
import type { Random } from "./random.js";
import type { AttributeChange, Escrow, StoryEvent, Subject } from "./story.js";

/**
 * The fault of its own that a person meets in this export, and counts it; undefined when there is none, or when somebody
 * has put it right.
 */
export function meetStandingFault(
  application: number,
  subject: Subject,
  action: StoryEvent["action"],
  changes: readonly AttributeChange[],
): Problem | undefined {
  if (subject.kind === "Group" || subject.problem === undefined) return undefined;
  const { problem } = subject;
  if (problem.application !== application || problem.action !== action) return undefined;
  if (problem.attribute !== undefined && !changes.some(({ attribute }) => attribute === problem.attribute)) {
    return undefined;
  }
  if (problem.kind === "missing-family-name" && subject.attributes.familyName !== "") return undefined;
  if (problem.fixedAfter !== undefined && subject.failures >= problem.fixedAfter) return undefined;
  subject.failures += 1;
  return problem;
}

/** A fault of the target, met now and then and never three times in a row. */
export function meetPassingFault(random: Random, escrow: Escrow | undefined): PassingFault | undefined {
  if ((escrow?.attempts ?? 0) >= 2) return undefined;
  return random.chance(1, 50) ? random.pick(passingFaults) : undefined;
}
