import type { FastifyInstance } from "fastify";
import { negotiate } from "../accept.js";
import { answerContract } from "../answer-write.js";
import { carryOutPatch } from "../carry-out-patch.js";
import { addresses } from "../entity-sets.js";
import { requireJson } from "../read-body.js";
import type { RouteDependencies } from "./dependencies.js";

/** The contract page's operation, at both addresses. */
export function updateDirectoryProvisioning(app: FastifyInstance, dependencies: RouteDependencies): void {
  if (dependencies.settings.readOnly) return;
  for (const address of addresses) {
    if (!address.collectionMethods.includes("PATCH")) continue;
    app.patch(address.path, { onRequest: requireJson }, async (request, reply) => {
      const format = negotiate(request.headers.accept);
      const outcome = await carryOutPatch(request, { address }, dependencies);
      return answerContract(reply, outcome, { address, origin: dependencies.originOf(request), format });
    });
  }
}
