import { toContractWire } from "@org/models";
import type { FastifyReply } from "fastify";
import type { Format } from "./accept.js";
import type { PatchOutcome } from "./carry-out-patch.js";
import type { Address } from "./entity-sets.js";
import { renderEntity, setBodyHeaders } from "./envelope.js";
import type { Origin } from "./origin.js";
import { placeholderNote } from "./placeholders.js";
import { appliedPreferences } from "./preferences.js";

/** Where and in which form a write is answered. */
export interface AnswerPlace {
  readonly address: Address;
  readonly origin: Origin;
  readonly format: Format;
}

/** Answers a PATCH at the contract's address: the page's properties in the page's order, typed as the page types them. */
export function answerContract(reply: FastifyReply, outcome: PatchOutcome, place: AnswerPlace): FastifyReply {
  setWriteHeaders(reply, outcome);
  if (outcome.target.status === 204) return reply.send();
  return setBodyHeaders(reply, place.format).send(renderContract(outcome, place));
}

/** Answers a PATCH at `…/{id}`. */
export function answerPatch(reply: FastifyReply, outcome: PatchOutcome, place: AnswerPlace): FastifyReply {
  setWriteHeaders(reply, outcome);
  if (outcome.target.status === 204) return reply.send();
  const body = renderEntity(outcome.stored, place.address, place.origin, place.format);
  return setBodyHeaders(reply, place.format).send(body);
}

function setWriteHeaders(reply: FastifyReply, outcome: PatchOutcome): void {
  const { target, stored, url } = outcome;
  const { preferences, placeholders } = outcome.patch;
  reply.code(target.status).header("etag", `"${stored.etag}"`);
  const applied = appliedPreferences(preferences, target.effect === "upsert");
  if (applied !== undefined) reply.header("preference-applied", applied);
  if (url !== undefined) {
    if (target.status === 200) reply.header("content-location", url);
    else reply.header("location", url);
    if (target.status === 204) reply.header("odata-entityid", url);
  }
  if (placeholders.length > 0) {
    reply.header("x-mock-note", placeholderNote(placeholders, target.effect !== "update"));
  }
}

function renderContract({ summary }: PatchOutcome, { address, origin, format }: AnswerPlace): Buffer {
  const wire = toContractWire(summary);
  if (format.metadata === "none") return Buffer.from(JSON.stringify(wire, withoutAnnotations));
  const head = origin.heads.get(address)?.entity ?? Buffer.from("{");
  return Buffer.concat([head, Buffer.from(JSON.stringify(wire).slice(1))]);
}

function withoutAnnotations(name: string, value: unknown): unknown {
  return name.startsWith("@odata.") ? undefined : value;
}
