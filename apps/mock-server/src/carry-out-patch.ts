import {
  applyUpdate,
  createSummary,
  type ProvisioningObjectSummary,
  type ProvisioningObjectSummaryUpdate,
  parseCreate,
} from "@org/models";
import { type ConditionalWriteOptions, type StoredSummary, StoreError, type TenantStore } from "@org/store";
import type { FastifyRequest } from "fastify";
import { chooseTarget, type Target, type TargetFacts } from "./choose-target.js";
import { isStrongList } from "./conditions.js";
import { entityUrl } from "./envelope.js";
import { withoutPlaceholders } from "./placeholders.js";
import { type Problem, ProblemError } from "./problem.js";
import { type PatchPlace, type ReadPatch, readPatch } from "./read-patch.js";
import type { RouteDependencies } from "./routes/dependencies.js";

/** How often a write is decided anew when another request changed its target meanwhile. */
const maxAttempts = 5;

/** What a PATCH did. */
export interface PatchOutcome {
  readonly target: Extract<Target, { effect: "update" | "create" | "upsert" }>;
  readonly patch: ReadPatch;
  readonly summary: ProvisioningObjectSummary;
  readonly stored: StoredSummary;
  /** Absolute address of what was created; undefined when an event was updated. */
  readonly url: string | undefined;
}

/**
 * Takes a PATCH from its body to the stored result, in the order of the contract table.
 * @throws ProblemError, ModelError, ODataError or StoreError; nothing is changed then.
 */
export async function carryOutPatch(
  request: FastifyRequest,
  place: PatchPlace,
  { settings, tenants, originOf }: Pick<RouteDependencies, "settings" | "tenants" | "originOf">,
): Promise<PatchOutcome> {
  const patch = readPatch(request, place);
  const { change, id } = patch;
  const { view } = place.address;
  const summaries = request.summaries;
  for (let attempt = 1; ; attempt += 1) {
    const mayLook = change !== undefined && patch.facts.valid && id !== undefined;
    const current = mayLook ? await summaries.get(id, view) : undefined;
    const facts = completeFacts(patch.facts, current?.etag);
    const target = chooseTarget(facts);
    if (target.effect === "none") throw new ProblemError(explainRefusal(target.refusal, patch, facts, request));
    if (change === undefined || change instanceof ProblemError)
      throw new Error("a refused body is about to be written");
    tenants.noteWrite(request.tenantId);
    try {
      if (target.effect === "update" && id !== undefined) {
        const { summary, stored } = await update(summaries, id, change, { view, ifMatch: conditionOf(facts) });
        return { target, patch, summary, stored, url: undefined };
      }
      const summary = createFrom(patch, id ?? settings.newId(), settings.now);
      // Before the write: what cannot be addressed must not be stored.
      const url = entityUrl(originOf(request), place.address, summary.id);
      return { target, patch, summary, stored: await summaries.insert(summary, { view }), url };
    } catch (error) {
      if (!isLostRace(error) || attempt === maxAttempts) throw error;
    }
  }
}

async function update(
  summaries: TenantStore,
  id: string,
  change: ProvisioningObjectSummaryUpdate,
  options: ConditionalWriteOptions,
): Promise<Pick<PatchOutcome, "summary" | "stored">> {
  let summary: ProvisioningObjectSummary | undefined;
  const apply = (current: ProvisioningObjectSummary): ProvisioningObjectSummary => {
    summary = applyUpdate(current, change);
    return summary;
  };
  const stored = await summaries.update(id, apply, options);
  if (summary === undefined) throw new Error("the store did not apply the change");
  return { summary, stored };
}

function createFrom({ content, placeholders }: ReadPatch, id: string, now: () => Date): ProvisioningObjectSummary {
  if (!placeholders.includes("activityDateTime")) {
    return createSummary(parseCreate(withoutPlaceholders(content, placeholders)), id);
  }
  const given = withoutPlaceholders(content, placeholders);
  return createSummary(parseCreate({ ...given, activityDateTime: now().toISOString() }), id);
}

/** Written out: spreading an object costs more here than everything else the decision needs. */
function completeFacts(facts: ReadPatch["facts"], stored: string | undefined): TargetFacts {
  return {
    address: facts.address,
    body: facts.body,
    bodyId: facts.bodyId,
    queryOption: facts.queryOption,
    valid: facts.valid,
    whole: facts.whole,
    returnMinimal: facts.returnMinimal,
    createIfMissing: facts.createIfMissing,
    ifMatch: facts.ifMatch,
    ifNoneMatch: facts.ifNoneMatch,
    stored,
  };
}

function explainRefusal(
  refusal: Extract<Target, { effect: "none" }>["refusal"],
  { change, id, missing, found, option }: ReadPatch,
  { body, bodyId, ifNoneMatch, stored }: TargetFacts,
  { headers }: FastifyRequest,
): Problem {
  switch (refusal) {
    case "body":
      return body === "delta" ? { kind: "deltaPayload" } : { kind: "bodyNotObject", found };
    case "id":
      return { kind: "idInBody", reason: bodyId === "absent" || bodyId === "given" ? "empty" : bodyId };
    case "queryOption":
      return { kind: "optionOnWrite", name: `$${option ?? ""}` };
    case "invalid":
      return change instanceof ProblemError ? change.problem : { kind: "unforeseen" };
    case "ifMatch":
      return {
        kind: "conditionFailed",
        header: "If-Match",
        stored: stored !== undefined,
        hasForm: isStrongList(headers["if-match"]),
      };
    case "ifNoneMatch":
      return { kind: "conditionFailed", header: "If-None-Match", stored: true, hasForm: ifNoneMatch !== "malformed" };
    case "notStored":
      return { kind: "idNotFound", id: id ?? "", creatable: true };
    case "notWhole":
      return { kind: "notWhole", missing, id };
  }
}

/**
 * What the store must check in the same step as the write. With a list in `If-None-Match` that is the etag that was
 * judged.
 */
function conditionOf({ ifMatch, ifNoneMatch, stored }: TargetFacts): ConditionalWriteOptions["ifMatch"] {
  return ifMatch ?? (ifNoneMatch === undefined || stored === undefined ? undefined : [stored]);
}

function isLostRace(error: unknown): boolean {
  return StoreError.isInstance(error) && ["notFound", "duplicateId", "etagMismatch"].includes(error.code);
}
