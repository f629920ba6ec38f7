/** Who the simulated tenant is. */
export interface TenantFacts {
  readonly id: string;
  readonly displayName: string;
  /** Domain of the people's addresses. */
  readonly defaultDomain: string;
}

/** The tenant events belong to unless the options name another. */
export const defaultTenantId = "00000000-0000-4000-8000-00000000c000";

/** Identity facts of the simulated tenant, for servers that answer on its behalf. */
export function describeTenant(tenantId: string = defaultTenantId): TenantFacts {
  return { id: tenantId, displayName: "Contoso", defaultDomain: "contoso.example" };
}
