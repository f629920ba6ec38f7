import type { ProvisioningObjectSummary } from "@org/models";
import { type Application, createApplications } from "./applications.js";
import { firstSecond } from "./date-time.js";
import { SteadyStory } from "./scenarios/steady.js";
import type { StoryEvent } from "./story.js";
import { createEventSummary } from "./summary.js";
import { defaultTenantId } from "./tenant.js";

/** The stories that can be told. */
export const scenarios = ["steady"] as const;
/** One of {@link scenarios}. */
export type ScenarioName = (typeof scenarios)[number];

/** What a run depends on; equal options give equal events. Out of range is a `RangeError`. */
export interface SimulateOptions {
  readonly scenario: ScenarioName;
  /** A safe integer. The same seed tells the same story on every platform; `now` only shifts its times. */
  readonly seed: number;
  /** No event is later than this. */
  readonly now: Date;
  /** How many events; the story begins with the first cycle of three new jobs. */
  readonly count: number;
  /** A GUID with dashes; default `defaultTenantId`. */
  readonly tenantId?: string | undefined;
}

/** A story with its times pinned. */
export interface Plan {
  readonly seed: number;
  readonly tenantId: string;
  readonly applications: readonly Application[];
  readonly base: number;
  readonly events: () => Generator<StoryEvent, void>;
}

/**
 * Checks the options and walks through the story once without wording it, which tells when it has to begin so that its
 * last event is at most a minute older than `now`.
 */
export function planRun({ scenario, seed, now, count, tenantId = defaultTenantId }: SimulateOptions): Plan {
  if (!scenarios.includes(scenario))
    throw new RangeError(`There is no scenario "${scenario}"; there is: ${scenarios.join(", ")}`);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a safe integer, not ${seed}`);
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError(`count must be an integer of 0 or more, not ${count}`);
  const end = Math.floor(now.getTime() / 1_000);
  if (Number.isNaN(end)) throw new RangeError("now must be a valid date");
  const applications = createApplications(seed, tenantId);
  function* events(): Generator<StoryEvent, void> {
    if (count === 0) return;
    for (const event of new SteadyStory(seed, applications).events()) {
      yield event;
      if (event.index + 1 === count) return;
    }
  }
  let last = 0;
  for (const { at } of events()) last = at;
  const base = Math.floor((end - last) / 60) * 60;
  if (base < firstSecond) throw new RangeError(`${count} events would begin before the year 1`);
  return { seed, tenantId, applications, base, events };
}

/**
 * Tells a story as the provisioning log would show it: complete events, oldest first, the last one at or up to a minute
 * before `now`. Memory does not grow with `count`. The first event comes after one quick walk through the whole story.
 *
 * @throws RangeError before the first event when an option is out of range, or when the story would begin before year 1.
 */
export function* simulate(options: SimulateOptions): Generator<ProvisioningObjectSummary, void> {
  const plan = planRun(options);
  for (const event of plan.events()) yield createEventSummary(event, plan);
}
