import type { View } from "@org/store";

/** One address the summaries are served at. */
export interface Address {
  /** As routed and as links to further pages spell it. */
  readonly path: string;
  /** Where a single summary lives: the path, or the versioned one where the address has no version. */
  readonly canonicalPath: string;
  readonly view: View;
  /** What follows the origin in context URLs of a list. */
  readonly contextPath: string;
  readonly collectionMethods: readonly string[];
  readonly entityMethods: readonly string[];
  /** Whether `top` is `$top` here, as it is on the beta root. */
  readonly dollarOptional: boolean;
}

const writable = { collectionMethods: ["GET", "POST"], entityMethods: ["GET", "PATCH", "DELETE"] } as const;

function versioned(version: "beta" | "v1.0", set: string): Omit<Address, "collectionMethods" | "entityMethods"> {
  const path = `/${version}/auditLogs/${set}`;
  return {
    path,
    canonicalPath: path,
    view: version === "beta" ? "beta" : "v1",
    contextPath: `/${version}/$metadata#auditLogs/${set}`,
    dollarOptional: version === "beta",
  };
}

const contract = versioned("beta", "directoryProvisioning");

/** Every address, the contract's two first. Nothing else is served under a Graph path. */
export const addresses: readonly Address[] = [
  { ...contract, ...writable, collectionMethods: ["GET", "POST", "PATCH"] },
  // As the contract page prints it: to update, and to read back what was updated.
  {
    ...contract,
    path: "/auditLogs/directoryProvisioning",
    collectionMethods: ["GET", "PATCH"],
    entityMethods: ["GET"],
  },
  { ...versioned("beta", "provisioning"), ...writable },
  { ...versioned("v1.0", "provisioning"), ...writable },
];
