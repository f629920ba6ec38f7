import { contractProperties } from "@org/models";

/** Either face of a fact counts. */
const twins: Readonly<Record<string, string>> = { action: "provisioningAction", statusInfo: "provisioningStatusInfo" };

const required = contractProperties.filter((name) => name !== "id");

/** Which of the page's properties a create is still missing. A null counts as given. */
export function missingProperties(body: Readonly<Record<string, unknown>>): string[] {
  return required.filter((name) => !Object.hasOwn(body, name) && !Object.hasOwn(body, twins[name] ?? name));
}
