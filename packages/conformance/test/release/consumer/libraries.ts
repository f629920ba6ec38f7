// What a program for browsers might write. The release test type-checks it against what was published, without Node's types.
import { createProvisioningClient, GraphError, ThrottledError } from "@org/client";
import { createProvisioningClient as createCoreClient } from "@org/client/core";
import {
  type ProvisioningObjectSummary,
  parseUpdate,
  provisioningObjectSummarySchema,
  provisioningResults,
} from "@org/models";
import { findErrorCode } from "@org/models/error-codes";
import { buildProvisioningObjectSummary } from "@org/models/fixtures";
import { toV1, type ProvisioningObjectSummary as V1Summary } from "@org/models/v1";
import { splitQueryOptions } from "@org/odata";
import { simulate } from "@org/simulator";

const client = createProvisioningClient({ baseUrl: "http://127.0.0.1:4480", accessToken: () => "any" });

export async function listFailures(): Promise<string[]> {
  const ids: string[] = [];
  for await (const summary of client.list({ top: 100 })) {
    if (summary.provisioningStatusInfo?.status === provisioningResults[1]) ids.push(summary.id);
  }
  return ids;
}

export async function rename(id: string, displayName: string): Promise<ProvisioningObjectSummary | undefined> {
  try {
    return await client.updateByContract({ ...parseUpdate({ id }), targetIdentity: { displayName } });
  } catch (error) {
    if (ThrottledError.isInstance(error)) return undefined;
    if (GraphError.isInstance(error) && findErrorCode(error.code)) return undefined;
    throw error;
  }
}

export const v1Client = createProvisioningClient({ version: "v1.0", accessToken: "any" });
export const coreClient = createCoreClient({ schema: provisioningObjectSummarySchema, accessToken: "any" });
export const inV1: V1Summary = toV1(buildProvisioningObjectSummary({ jobId: "job" }));
export const top: string | undefined = splitQueryOptions("$top=5").system.get("top");
export const events = simulate({ scenario: "steady", seed: 1, now: new Date(0), count: 3 });

// @ts-expect-error: a misspelt property is an error of the compiler, here and against what was published.
export const misspelt = inV1.jobID;
