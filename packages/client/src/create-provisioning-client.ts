import {
  type ProvisioningObjectSummary,
  type ProvisioningObjectSummaryCreate,
  type ProvisioningObjectSummaryUpdate,
  provisioningObjectSummarySchema,
} from "@org/models";
import {
  type ProvisioningObjectSummary as V1ProvisioningObjectSummary,
  type ProvisioningObjectSummaryCreate as V1ProvisioningObjectSummaryCreate,
  type ProvisioningObjectSummaryUpdate as V1ProvisioningObjectSummaryUpdate,
  provisioningObjectSummarySchema as v1Schema,
} from "@org/models/v1";
import { createProvisioningClient as createCoreClient } from "./create-core-client.js";
import type { ConnectionOptions, ContractClient, GraphVersion, ProvisioningClient } from "./options.js";
import { standInForUnselected } from "./selected-schema.js";

/** A client of beta, with the documented update. */
export type BetaProvisioningClient = ContractClient<
  ProvisioningObjectSummary,
  ProvisioningObjectSummaryCreate,
  ProvisioningObjectSummaryUpdate
>;

/** A client of v1.0, whose events have no `action` and no `statusInfo`. */
export type V1ProvisioningClient = ProvisioningClient<
  V1ProvisioningObjectSummary,
  V1ProvisioningObjectSummaryCreate,
  V1ProvisioningObjectSummaryUpdate
>;

/** For the client that validates; the one of `./core` also takes a schema. */
export interface ProvisioningClientOptions extends ConnectionOptions {
  /** Default `beta`, the version of the documented update. */
  readonly version?: GraphVersion | undefined;
}

/**
 * A client whose events have passed the tolerant schema of their version: properties and enum members that Microsoft
 * adds later are kept, a known property of the wrong type is a {@link ResponseShapeError}. What you write is checked by
 * its type and by the service, not here.
 * @throws TypeError when an option contradicts another or cannot be an address.
 */
export function createProvisioningClient(
  options: ProvisioningClientOptions & { readonly version: "v1.0" },
): V1ProvisioningClient;
export function createProvisioningClient(
  options: ProvisioningClientOptions & { readonly version?: "beta" | undefined },
): BetaProvisioningClient;
export function createProvisioningClient(
  options: ProvisioningClientOptions,
): V1ProvisioningClient | BetaProvisioningClient {
  const { version, ...connection } = options;
  if (version === "v1.0") {
    return createCoreClient({ ...connection, version, schema: v1Schema, selectedSchema: selectedV1Schema });
  }
  const schema = provisioningObjectSummarySchema;
  return createCoreClient({ ...connection, version, schema, selectedSchema: selectedBetaSchema });
}

/** Valid values of the two members that no event may lack. */
const standIns = { id: "unselected", activityDateTime: "1970-01-01T00:00:00Z" };
const selectedBetaSchema = standInForUnselected(provisioningObjectSummarySchema, standIns);
const selectedV1Schema = standInForUnselected(v1Schema, standIns);
