import { createSummary, type ProvisioningObjectSummary, parseCreate } from "@org/models";
import type { FastifyInstance } from "fastify";
import { negotiate } from "../accept.js";
import { type Address, addresses } from "../entity-sets.js";
import { entityUrl, renderEntity, setBodyHeaders } from "../envelope.js";
import { judgeId } from "../judge-id.js";
import { appliedPreferences, parsePreferences } from "../preferences.js";
import { ProblemError } from "../problem.js";
import { findSystemOption, rawQueryOf } from "../query/raw-query.js";
import { isJsonObject, type JsonObject, kindOfBody, nameKind, readJson, requireJson } from "../read-body.js";
import { explainInvalid, refuseBetaProperties } from "../read-patch.js";
import type { RouteDependencies } from "./dependencies.js";

/** POST to an entity set: `activityDateTime` is all it asks for, the id is made when the body has none. */
export function create(app: FastifyInstance, { settings, tenants, originOf }: RouteDependencies): void {
  if (settings.readOnly) return;
  for (const address of addresses) {
    if (!address.collectionMethods.includes("POST")) continue;
    app.post(address.path, { onRequest: requireJson }, async (request, reply) => {
      const format = negotiate(request.headers.accept);
      const content = readContent(request.body);
      const id = idOf(content) ?? settings.newId();
      const option = findSystemOption(rawQueryOf(request), address);
      if (option !== undefined) throw new ProblemError({ kind: "optionOnWrite", name: `$${option}` });
      const summary = readSummary(content, id, address);
      const origin = originOf(request);
      // Before the write: what cannot be addressed must not be stored.
      const url = entityUrl(origin, address, id);
      tenants.noteWrite(request.tenantId);
      const stored = await request.summaries.insert(summary, { view: address.view });
      const preferences = parsePreferences(request.headers["prefer"]);
      const applied = appliedPreferences(preferences, false);
      if (applied !== undefined) reply.header("preference-applied", applied);
      reply.header("location", url).header("etag", `"${stored.etag}"`);
      if (preferences.returned === "minimal") return reply.code(204).header("odata-entityid", url).send();
      return setBodyHeaders(reply.code(201), format).send(renderEntity(stored, address, origin, format));
    });
  }
}

function readContent(requestBody: unknown): JsonObject {
  const body = readJson(requestBody);
  if (kindOfBody(body) === "delta") throw new ProblemError({ kind: "deltaPayload" });
  if (!isJsonObject(body)) throw new ProblemError({ kind: "bodyNotObject", found: nameKind(body) });
  return body;
}

function idOf(content: JsonObject): string | undefined {
  if (!Object.hasOwn(content, "id")) return undefined;
  const { id } = content;
  const reason = judgeId(id);
  if (reason !== undefined) throw new ProblemError({ kind: "idInBody", reason });
  return String(id);
}

function readSummary(content: JsonObject, id: string, address: Address): ProvisioningObjectSummary {
  try {
    refuseBetaProperties(content, address);
    return createSummary(parseCreate(content), id);
  } catch (error) {
    throw explainInvalid(error, content);
  }
}
