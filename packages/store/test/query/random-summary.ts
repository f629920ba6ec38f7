import {
  initiatorTypes,
  type ProvisioningObjectSummary,
  provisioningActions,
  provisioningResults,
  provisioningStatusErrorCategories,
  provisioningStepTypes,
} from "@org/models";
import { buildProvisioningObjectSummary } from "@org/models/fixtures";
import type { RandomSource } from "./random-source.js";
import { type RandomTexts, randomInt32, randomMoment } from "./random-values.js";

/** Names of undeclared properties that filters ask for too. */
export const dynamicNames = ["ObjectId", "objectid", "ScopeEvaluationResult", "größe", "constructor", "value", "type"];

const strangeMembers = ["\u212asipped", "futureMember", "ſuccess", "", "SUCCESS\0"];

/** A summary as services send it: anything may be null or missing, enums may hold unknown members in any case. */
export function randomSummary(random: RandomSource, texts: RandomTexts, id: string): ProvisioningObjectSummary {
  const plain = buildProvisioningObjectSummary({ id, activityDateTime: randomMoment(random) });
  if (random.chance(0.1)) return plain;
  const text = () => maybe(random, () => texts.next());
  const member = (members: readonly string[]) => maybe(random, () => randomMember(random, members));
  const bag = () => maybe(random, () => randomBag(random, texts, 2));
  const identity = () => maybe(random, () => ({ ...randomBag(random, texts, 0), id: text(), displayName: text() }));
  const system = () => maybe(random, () => ({ id: text(), displayName: text(), details: bag() }));
  const provisioned = () =>
    maybe(random, () => ({ id: text(), displayName: text(), identityType: text(), details: bag() }));
  const step = () => ({
    name: text(),
    provisioningStepType: member(provisioningStepTypes),
    status: member(provisioningResults),
    description: text(),
    details: bag(),
  });
  const errorInformation = () => ({
    errorCode: text(),
    reason: text(),
    additionalDetails: text(),
    errorCategory: member(provisioningStatusErrorCategories),
    recommendedAction: text(),
  });
  return {
    ...plain,
    tenantId: text(),
    jobId: text(),
    cycleId: text(),
    changeId: text(),
    durationInMilliseconds: maybe(random, () => randomInt32(random)),
    action: text(),
    statusInfo: maybe(random, () => ({
      status: member(provisioningResults),
      ...(random.chance(0.5) ? errorInformation() : {}),
    })),
    provisioningAction: member(provisioningActions),
    provisioningStatusInfo: maybe(random, () => ({
      status: member(provisioningResults),
      errorInformation: maybe(random, errorInformation),
    })),
    servicePrincipal: identity(),
    initiatedBy: maybe(random, () => ({ id: text(), displayName: text(), initiatorType: member(initiatorTypes) })),
    sourceSystem: system(),
    targetSystem: system(),
    sourceIdentity: provisioned(),
    targetIdentity: provisioned(),
    provisioningSteps: maybe(random, () => several(random, step)),
    modifiedProperties: maybe(random, () =>
      several(random, () => ({ displayName: text(), oldValue: text(), newValue: text() })),
    ),
  };
}

function maybe<T>(random: RandomSource, make: () => T): T | null | undefined {
  if (random.chance(0.75)) return make();
  return random.chance(0.5) ? null : undefined;
}

function several<T>(random: RandomSource, make: () => T): T[] {
  return Array.from({ length: random.pick([0, 1, 1, 2, 3, 5]) }, make);
}

function randomMember(random: RandomSource, members: readonly string[]): string {
  if (random.chance(0.1)) return random.pick(strangeMembers);
  const member = random.pick(members);
  return random.chance(0.2)
    ? random.pick([member.toUpperCase(), `${member[0]?.toUpperCase()}${member.slice(1)}`])
    : member;
}

/** Undeclared properties: any JSON value under a name that filters may know. */
function randomBag(random: RandomSource, texts: RandomTexts, least: number): Record<string, unknown> {
  const bag: Record<string, unknown> = {};
  const length = least + random.below(3);
  for (let index = 0; index < length; index += 1) bag[random.pick(dynamicNames)] = randomJson(random, texts);
  return bag;
}

function randomJson(random: RandomSource, texts: RandomTexts): unknown {
  switch (random.below(8)) {
    case 0:
      return random.pick([null, true, false, 0, 1.5, 1e300, -5e-324]);
    case 1:
      return [texts.next()];
    case 2:
      return { value: texts.next() };
    default:
      return texts.next();
  }
}
