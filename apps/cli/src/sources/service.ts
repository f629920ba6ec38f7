import {
  type ContractClient,
  createProvisioningClient,
  type GraphVersion,
  type StandardSchema,
} from "@org/client/core";
import { type Connection, resolveConnection } from "../connection.js";
import { UsageError } from "../errors.js";
import { tell } from "../output/tell.js";
import type { System } from "../system.js";

/** A client whose events are the service's own objects, checked but not rebuilt, so that they print as they came. */
export type ServiceClient = ContractClient<object, object, object>;

export interface Service {
  readonly client: ServiceClient;
  readonly connection: Connection;
}

/** Connects to what flags and environment say, and tells on stderr what was assumed. */
export async function openService(system: System, url: string | undefined): Promise<Service> {
  const connection = resolveConnection(system.environment, url);
  for (const notice of connection.notices) await tell(system, notice);
  const schema = keepInput(await loadSchema(connection.version));
  try {
    const { baseUrl, accessToken, version } = connection;
    const client = createProvisioningClient({
      schema,
      baseUrl,
      accessToken,
      version,
      fetch: system.fetch,
    }) as ServiceClient;
    return { client, connection };
  } catch (error) {
    // The only options that can be wrong here are the user's.
    if (error instanceof TypeError)
      throw new UsageError(`the address of the service cannot be used: ${error.message}.`);
    throw error;
  }
}

/** What reads the events of a version, older spellings included. */
export async function loadSchema(version: GraphVersion): Promise<StandardSchema<unknown>> {
  if (version === "beta") return (await import("@org/models")).provisioningObjectSummarySchema;
  return (await import("@org/models/v1")).provisioningObjectSummarySchema;
}

/** A schema's own value has its properties in the schema's order; the reply is to be shown in the service's. */
function keepInput(schema: StandardSchema<unknown>): StandardSchema<object> {
  return {
    "~standard": {
      version: 1,
      vendor: "provlog",
      validate: async (value) => {
        const result = await schema["~standard"].validate(value);
        return result.issues === undefined ? { value: Object(value) as object } : result;
      },
    },
  };
}
