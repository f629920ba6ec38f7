import type { TenantStore } from "@org/store";

declare module "fastify" {
  interface FastifyRequest {
    /** Of the caller, or the request's own id. */
    clientRequestId: string;
    tenantId: string;
    /** Set for every request that passed authentication. */
    summaries: TenantStore | null;
  }
}

/** The store of the request's tenant. */
export function summariesOf(request: { readonly summaries: TenantStore | null }): TenantStore {
  if (request.summaries === null) throw new Error("summaries are asked for before the tenant is known");
  return request.summaries;
}
