import type { TenantStore } from "@org/store";
import type { FastifyInstance } from "fastify";
import type { Dependencies } from "../dependencies.js";

const maxKept = 1_000;

/** Hands every request the store of its tenant, and nothing of any other. */
export function tenant(app: FastifyInstance, { store }: Pick<Dependencies, "store">): void {
  const kept = new Map<string, TenantStore>();
  app.addHook("onRequest", (request, _reply, done) => {
    let summaries = kept.get(request.tenantId);
    if (summaries === undefined) {
      if (kept.size === maxKept) kept.clear();
      summaries = store.forTenant(request.tenantId);
      kept.set(request.tenantId, summaries);
    }
    request.summaries = summaries;
    done();
  });
}
