import {
  applyUpdate,
  createSummary,
  ModelError,
  type ProvisioningObjectSummary,
  type ProvisioningObjectSummaryUpdate,
  parseCreate,
  parseUpdate,
} from "@org/models";
import { type EtagCondition, type StoredSummary, StoreError } from "@org/store";
import type { FastifyRequest } from "fastify";
import { type BodyId, chooseTarget, type Target, type TargetFacts } from "./choose-target.js";
import { parseEtagCondition } from "./conditions.js";
import type { Dependencies } from "./dependencies.js";
import type { Address } from "./entity-sets.js";
import { findPlaceholders, withoutPlaceholders } from "./placeholders.js";
import { type Preferences, parsePreferences } from "./preferences.js";
import { type Problem, ProblemError } from "./problem.js";
import { findSystemOption, rawQueryOf } from "./query-string.js";
import { isJsonObject, type JsonObject, kindOfBody, nameKind, readJson } from "./read-body.js";
import { summariesOf } from "./request-state.js";
import { missingProperties } from "./whole-body.js";

/** How often a write is decided anew when another request changed its target meanwhile. */
const maxAttempts = 5;

/** A PATCH as it came. */
export interface Patch {
  readonly address: Address;
  /** The id in the address; absent where the body has it. */
  readonly pathId?: string;
}

/** What a PATCH did. */
export interface PatchOutcome {
  readonly target: Extract<Target, { effect: "update" | "create" | "upsert" }>;
  readonly summary: ProvisioningObjectSummary;
  readonly stored: StoredSummary;
  readonly preferences: Preferences;
  /** The properties that held the page's placeholder. */
  readonly placeholders: readonly string[];
}

type WriteDependencies = Pick<Dependencies, "settings" | "tenants">;

/**
 * Takes a PATCH from its body to the stored result, in the order of the contract table.
 * @throws ProblemError, ModelError, ODataError or StoreError; nothing is changed then.
 */
export async function carryOutPatch(
  request: FastifyRequest,
  { address, pathId }: Patch,
  { settings, tenants }: WriteDependencies,
): Promise<PatchOutcome> {
  const body = readJson(request.body);
  const content: JsonObject = isJsonObject(body) ? body : {};
  const bodyId = readBodyId(content["id"], pathId, Object.hasOwn(content, "id"));
  const queryOption = findSystemOption(rawQueryOf(request), address);
  const preferences = parsePreferences(request.headers["prefer"]);
  const placeholders = pathId === undefined ? findPlaceholders(content) : [];
  const missing = missingProperties(content);
  const form = {
    address: pathId === undefined ? "collection" : "entity",
    body: kindOfBody(body),
    bodyId,
    queryOption: queryOption !== undefined,
    whole: missing.length === 0,
    returnMinimal: preferences.returned === "minimal",
    createIfMissing: preferences.createIfMissing,
    ifMatch: parseEtagCondition(request.headers["if-match"]),
    ifNoneMatch: parseEtagCondition(request.headers["if-none-match"]),
  } as const;
  const id = pathId ?? (bodyId === "given" ? String(content["id"]) : undefined);
  const hasForm = form.body === "object" && (bodyId === "absent" || bodyId === "given") && !form.queryOption;
  const change = hasForm ? readChange(content, placeholders, address) : undefined;
  const summaries = summariesOf(request);

  for (let attempt = 1; ; attempt += 1) {
    const valid = !(change instanceof ProblemError);
    const current = hasForm && valid && id !== undefined ? await summaries.get(id, address.view) : undefined;
    const facts: TargetFacts = { ...form, valid, stored: current?.etag };
    const target = chooseTarget(facts);
    if (target.effect === "none") {
      if (change instanceof ProblemError && target.refusal === "invalid") throw change;
      throw new ProblemError(explainRefusal(target.refusal, { body, bodyId, queryOption, missing, id, facts }));
    }
    if (change === undefined || change instanceof ProblemError) throw new Error("a body that was refused is written");
    tenants.noteWrite(request.tenantId);
    try {
      if (target.effect === "update" && id !== undefined) {
        const ifMatch = facts.ifMatch ?? guardOf(facts);
        return { target, preferences, placeholders, ...(await update(id, change, ifMatch)) };
      }
      const summary = createFrom(content, placeholders, id ?? settings.newId(), settings.now);
      return {
        target,
        preferences,
        placeholders,
        summary,
        stored: await summaries.insert(summary, { view: address.view }),
      };
    } catch (error) {
      if (!isLostRace(error) || attempt === maxAttempts) throw error;
    }
  }

  async function update(id: string, change: ProvisioningObjectSummaryUpdate, ifMatch: EtagCondition | undefined) {
    let summary: ProvisioningObjectSummary | undefined;
    const apply = (current: ProvisioningObjectSummary) => {
      summary = applyUpdate(current, change);
      return summary;
    };
    const stored = await summaries.update(id, apply, { view: address.view, ifMatch });
    if (summary === undefined) throw new Error("the store did not apply the change");
    return { summary, stored };
  }
}

function readBodyId(id: unknown, pathId: string | undefined, isGiven: boolean): BodyId {
  if (!isGiven) return "absent";
  if (id === null) return "null";
  if (typeof id !== "string") return "notText";
  if (id === "") return "empty";
  return pathId === undefined || id === pathId ? "given" : "differs";
}

/** The properties to change, checked; or what is wrong with them. */
function readChange(
  content: JsonObject,
  placeholders: readonly string[],
  address: Address,
): ProvisioningObjectSummaryUpdate | ProblemError {
  try {
    refuseBetaProperties(content, address);
    return parseUpdate(withoutId(withoutPlaceholders(content, placeholders)));
  } catch (error) {
    return explainInvalid(error, content);
  }
}

function createFrom(content: JsonObject, placeholders: readonly string[], id: string, now: () => Date) {
  const given = withoutId(withoutPlaceholders(content, placeholders));
  const clock = placeholders.includes("activityDateTime") ? { activityDateTime: now().toISOString() } : {};
  return createSummary(parseCreate({ ...given, ...clock }), id);
}

/** What the body says beside the id, which the routes decide. */
export function withoutId(content: JsonObject): JsonObject {
  if (!Object.hasOwn(content, "id")) return content;
  const { id: _, ...rest } = content;
  return rest;
}

/** v1.0 has only one face of each twin. */
export function refuseBetaProperties(content: JsonObject, address: Address): void {
  if (address.view !== "v1") return;
  for (const [name, instead] of [
    ["action", "provisioningAction"],
    ["statusInfo", "provisioningStatusInfo"],
  ] as const) {
    if (Object.hasOwn(content, name)) throw new ProblemError({ kind: "propertyOfBeta", name, instead });
  }
}

/** What is wrong with the properties of a body; any other error is thrown on. */
export function explainInvalid(error: unknown, content: JsonObject): ProblemError {
  if (error instanceof ProblemError) return error;
  if (!ModelError.isInstance(error)) throw error;
  return new ProblemError({ kind: "model", error, placeholders: findPlaceholders(content) });
}

interface RefusalFacts {
  readonly body: unknown;
  readonly bodyId: BodyId;
  readonly queryOption: string | undefined;
  readonly missing: readonly string[];
  readonly id: string | undefined;
  readonly facts: TargetFacts;
}

function explainRefusal(
  refusal: Extract<Target, { effect: "none" }>["refusal"],
  { body, bodyId, queryOption, missing, id, facts }: RefusalFacts,
): Problem {
  switch (refusal) {
    case "body":
      return facts.body === "delta" ? { kind: "deltaPayload" } : { kind: "bodyNotObject", found: nameKind(body) };
    case "id":
      return { kind: "idInBody", reason: bodyId === "absent" || bodyId === "given" ? "empty" : bodyId };
    case "queryOption":
      return { kind: "optionOnWrite", name: `$${queryOption ?? ""}` };
    case "ifMatch":
      return { kind: "conditionFailed", header: "If-Match", stored: facts.stored !== undefined };
    case "ifNoneMatch":
      return { kind: "conditionFailed", header: "If-None-Match", stored: true };
    case "notStored":
      return { kind: "idNotFound", id: id ?? "", creatable: true };
    case "notWhole":
      return { kind: "notWhole", missing, id };
    case "invalid":
      return { kind: "unforeseen" };
  }
}

/** With a list in `If-None-Match` the etag that was judged must still be the stored one when the write happens. */
function guardOf({ ifNoneMatch, stored }: TargetFacts): EtagCondition | undefined {
  return ifNoneMatch === undefined || stored === undefined ? undefined : [stored];
}

function isLostRace(error: unknown): boolean {
  return StoreError.isInstance(error) && ["notFound", "duplicateId", "etagMismatch"].includes(error.code);
}
