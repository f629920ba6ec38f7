import type { StoredSummary } from "@org/store";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { negotiate } from "../accept.js";
import { answerPatch } from "../answer-write.js";
import { carryOutPatch } from "../carry-out-patch.js";
import { fits, forbids } from "../choose-target.js";
import { isStrongList, parseIfMatch, parseIfNoneMatch } from "../conditions.js";
import { type Address, addresses } from "../entity-sets.js";
import { renderEntity, renderPart, setBodyHeaders } from "../envelope.js";
import { ProblemError } from "../problem.js";
import { findSystemOption, rawQueryOf } from "../query/raw-query.js";
import { requireJson } from "../read-body.js";
import type { RouteDependencies } from "./dependencies.js";

interface ItemRoute {
  Params: { id: string };
}

/** One summary by its id: read, update, delete. */
export function item(app: FastifyInstance, dependencies: RouteDependencies): void {
  for (const address of addresses) {
    const path = `${address.path}/:id`;
    readItem(app, path, address, dependencies);
    if (dependencies.settings.readOnly || !address.entityMethods.includes("PATCH")) continue;
    app.patch<ItemRoute>(path, { onRequest: requireJson }, async (request, reply) => {
      const format = negotiate(request.headers.accept);
      const outcome = await carryOutPatch(request, { address, pathId: idOf(request) }, dependencies);
      return answerPatch(reply, outcome, { address, origin: dependencies.originOf(request), format });
    });
    deleteItem(app, path, address, dependencies);
  }
}

function readItem(
  app: FastifyInstance,
  path: string,
  address: Address,
  { originOf, queries }: RouteDependencies,
): void {
  // Without an async function: its promises are a twentieth of what such a small answer costs.
  app.get<ItemRoute>(path, (request, reply) => {
    const id = idOf(request);
    const asked = queries.readEntity(rawQueryOf(request), address);
    const format = asked.format ?? negotiate(request.headers.accept);
    const answer = (stored: StoredSummary | undefined): void => {
      if (stored === undefined) throw new ProblemError({ kind: "idNotFound", id, creatable: false });
      reply.header("etag", `"${stored.etag}"`);
      const origin = originOf(request);
      const { select } = asked;
      const body =
        select === undefined
          ? renderEntity(stored, address, origin, format)
          : renderPart(stored, select, { address, origin, format });
      setBodyHeaders(reply, format).send(body);
    };
    request.summaries
      .get(id, address.view)
      .then(answer)
      .catch((error: unknown) => reply.send(error));
  });
}

function deleteItem(app: FastifyInstance, path: string, address: Address, { tenants }: RouteDependencies): void {
  app.delete<ItemRoute>(path, async (request, reply) => {
    const id = idOf(request);
    const option = findSystemOption(rawQueryOf(request), address);
    if (option !== undefined) throw new ProblemError({ kind: "optionOnWrite", name: `$${option}` });
    const ifMatch = parseIfMatch(request.headers["if-match"]);
    const ifNoneMatch = parseIfNoneMatch(request.headers["if-none-match"]);
    const summaries = request.summaries;
    const stored = await summaries.get(id, address.view);
    if (ifMatch !== undefined && !fits(ifMatch, stored?.etag)) {
      throw new ProblemError({
        kind: "conditionFailed",
        header: "If-Match",
        stored: stored !== undefined,
        hasForm: isStrongList(request.headers["if-match"]),
      });
    }
    if (stored === undefined) throw new ProblemError({ kind: "idNotFound", id, creatable: false });
    if (ifNoneMatch !== undefined && forbids(ifNoneMatch, stored.etag)) {
      throw new ProblemError({
        kind: "conditionFailed",
        header: "If-None-Match",
        stored: true,
        hasForm: ifNoneMatch !== "malformed",
      });
    }
    tenants.noteWrite(request.tenantId);
    // Checked again by the store, in the same step as the delete.
    await summaries.delete(id, { ifMatch: ifMatch ?? (ifNoneMatch === undefined ? undefined : [stored.etag]) });
    return reply.code(204).send();
  });
}

const keyInQuotes = /^[^?#]*\/(?:directoryP|p)rovisioning(?:\(|%28)(?:'|%27)/i;

/** The id in the address. A name that begins with `$` is an OData segment unless it is a key in quotes. */
function idOf(request: FastifyRequest<ItemRoute>): string {
  const { id } = request.params;
  if (id === "" || (id.startsWith("$") && !keyInQuotes.test(request.originalUrl))) {
    throw new ProblemError({ kind: "segmentNotFound", segment: id.slice(0, 200), known: [] });
  }
  return id;
}
