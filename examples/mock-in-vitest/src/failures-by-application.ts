import type { BetaProvisioningClient } from "@org/client";

/** How many events failed, by the application they were meant for. */
export async function failuresByApplication(client: BetaProvisioningClient): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const event of client.list({ top: 100 })) {
    if (event.provisioningStatusInfo?.status !== "failure") continue;
    const application = event.servicePrincipal?.displayName ?? "unknown";
    counts.set(application, (counts.get(application) ?? 0) + 1);
  }
  return counts;
}
