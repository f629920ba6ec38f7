import { type BetaProvisioningClient, where } from "@org/client";

/** How many events failed, by the application they were meant for. */
export async function failuresByApplication(client: BetaProvisioningClient): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  // The service looks for them; a misspelt path would not compile.
  const filter = where("provisioningStatusInfo/status").eq("failure");
  for await (const { servicePrincipal } of client.list({ filter, top: 100 })) {
    const application = servicePrincipal?.displayName ?? "unknown";
    counts.set(application, (counts.get(application) ?? 0) + 1);
  }
  return counts;
}
