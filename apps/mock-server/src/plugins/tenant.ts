import type { TenantStore } from "@org/store";
import type { FastifyInstance } from "fastify";
import type { Dependencies } from "../dependencies.js";

declare module "fastify" {
  interface FastifyRequest {
    /** The store of the request's tenant. */
    readonly summaries: TenantStore;
  }
}

const maxKept = 1_000;

/** Hands every request the store of its tenant, and nothing of any other. Looked up when a route asks for it. */
export function tenant(app: FastifyInstance, { store }: Pick<Dependencies, "store">): void {
  const kept = new Map<string, TenantStore>();
  const summariesOf = (tenantId: string): TenantStore => {
    let summaries = kept.get(tenantId);
    if (summaries === undefined) {
      if (kept.size === maxKept) kept.clear();
      summaries = store.forTenant(tenantId);
      kept.set(tenantId, summaries);
    }
    return summaries;
  };
  app.decorateRequest("summaries", {
    getter() {
      return summariesOf(this.tenantId);
    },
  });
}
