import { contractProperties } from "@org/models";
import type { View } from "@org/store";

/** Either face of a fact counts. */
const twins: Readonly<Record<string, string>> = { action: "provisioningAction", statusInfo: "provisioningStatusInfo" };

const required = contractProperties.filter((name) => name !== "id");

/** Which of the page's properties a create is still missing, by the names of the view. A null counts as given. */
export function missingProperties(body: Readonly<Record<string, unknown>>, view: View): string[] {
  const missing = required.filter((name) => !Object.hasOwn(body, name) && !Object.hasOwn(body, twins[name] ?? name));
  return view === "v1" ? missing.map((name) => twins[name] ?? name) : missing;
}
