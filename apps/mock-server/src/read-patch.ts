import { ModelError, type ProvisioningObjectSummaryUpdate, parseUpdate } from "@org/models";
import type { FastifyRequest } from "fastify";
import type { BodyId, TargetFacts } from "./choose-target.js";
import { parseIfMatch, parseIfNoneMatch } from "./conditions.js";
import type { Address } from "./entity-sets.js";
import { judgeId } from "./judge-id.js";
import { findPlaceholders, withoutPlaceholders } from "./placeholders.js";
import { type Preferences, parsePreferences } from "./preferences.js";
import { ProblemError } from "./problem.js";
import { findSystemOption, rawQueryOf } from "./query/raw-query.js";
import { isJsonObject, type JsonObject, kindOfBody, nameKind, readJson } from "./read-body.js";
import { missingProperties } from "./whole-body.js";

/** Where a PATCH was sent. */
export interface PatchPlace {
  readonly address: Address;
  /** The id in the address; absent where the body has it. */
  readonly pathId?: string;
}

/** Everything about a PATCH that can be known without looking into the store. */
export interface ReadPatch {
  /** All but what is stored. */
  readonly facts: Omit<TargetFacts, "stored">;
  /** What the body says; an empty object when it is none. */
  readonly content: JsonObject;
  /** The id of the event that is meant, if the request names one. */
  readonly id: string | undefined;
  /** The properties to change; absent when the form is wrong already, an error when the properties are. */
  readonly change: ProvisioningObjectSummaryUpdate | ProblemError | undefined;
  readonly preferences: Preferences;
  /** The properties that hold the page's placeholder. */
  readonly placeholders: readonly string[];
  /** What the page's table has and the body has not. */
  readonly missing: readonly string[];
  /** What the body is if it is no object, for a message. */
  readonly found: string;
  /** The first query option that begins with `$`. */
  readonly option: string | undefined;
}

/**
 * Reads a PATCH as far as the contract table goes without the store.
 * @throws ProblemError when the body is no JSON, ODataError when the query string cannot be split.
 */
export function readPatch(request: FastifyRequest, { address, pathId }: PatchPlace): ReadPatch {
  const body = readJson(request.body);
  const content: JsonObject = isJsonObject(body) ? body : {};
  const kind = kindOfBody(body);
  const bodyId = readBodyId(content, pathId);
  const option = findSystemOption(rawQueryOf(request), address);
  const preferences = parsePreferences(request.headers["prefer"]);
  const placeholders = pathId === undefined ? findPlaceholders(content) : [];
  const missing = missingProperties(content, address.view);
  const hasForm = kind === "object" && (bodyId === "absent" || bodyId === "given") && option === undefined;
  const change = hasForm ? readChange(content, placeholders, address) : undefined;
  return {
    facts: {
      address: pathId === undefined ? "collection" : "entity",
      body: kind,
      bodyId,
      queryOption: option !== undefined,
      valid: !(change instanceof ProblemError),
      whole: missing.length === 0,
      returnMinimal: preferences.returned === "minimal",
      createIfMissing: preferences.createIfMissing,
      ifMatch: parseIfMatch(request.headers["if-match"]),
      ifNoneMatch: parseIfNoneMatch(request.headers["if-none-match"]),
    },
    content,
    id: pathId ?? (bodyId === "given" ? String(content["id"]) : undefined),
    change,
    preferences,
    placeholders,
    missing,
    found: nameKind(body),
    option,
  };
}

function readBodyId(content: JsonObject, pathId: string | undefined): BodyId {
  const pathFault = pathId === undefined ? undefined : judgeId(pathId);
  if (pathFault !== undefined) return pathFault;
  if (!Object.hasOwn(content, "id")) return "absent";
  const { id } = content;
  return judgeId(id) ?? (pathId === undefined || id === pathId ? "given" : "differs");
}

/** The properties to change, checked; or what is wrong with them. */
function readChange(
  content: JsonObject,
  placeholders: readonly string[],
  address: Address,
): ProvisioningObjectSummaryUpdate | ProblemError {
  try {
    refuseBetaProperties(content, address);
    return parseUpdate(withoutPlaceholders(content, placeholders));
  } catch (error) {
    return explainInvalid(error, content);
  }
}

const betaProperties = [
  ["action", "provisioningAction"],
  ["statusInfo", "provisioningStatusInfo"],
] as const;

/** v1.0 has only one face of each twin. */
export function refuseBetaProperties(content: JsonObject, address: Address): void {
  if (address.view !== "v1") return;
  for (const [name, instead] of betaProperties) {
    if (Object.hasOwn(content, name)) throw new ProblemError({ kind: "propertyOfBeta", name, instead });
  }
}

/** What is wrong with the properties of a body; any other error is thrown on. */
export function explainInvalid(error: unknown, content: JsonObject): ProblemError {
  if (error instanceof ProblemError) return error;
  if (!ModelError.isInstance(error)) throw error;
  return new ProblemError({ kind: "model", error, placeholders: findPlaceholders(content) });
}
