import { contractProperties } from "./contract-properties.js";
import { type InputType, structuredTypeOf } from "./input-type.js";
import { isStatusDetails } from "./twins.js";
import { betaStrict, type ProvisioningObjectSummary } from "./types/provisioning-object-summary.js";
import { statusBaseType } from "./types/status-base.js";
import { statusDetailsType } from "./types/status-details.js";

const summaryType = structuredTypeOf(betaStrict);

/** The order of the page, then the two properties that it does not know. */
const order = [...contractProperties, "provisioningAction", "provisioningStatusInfo"] as const;

/**
 * Renders a summary as the page "Update directoryProvisioning" shows its response: in the page's order, with
 * `@odata.type` on the entity and every complex value but `detailsInfo`. Properties the page does not know follow.
 */
export function toContractWire(summary: ProvisioningObjectSummary): Record<string, unknown> {
  const result: Record<string, unknown> = { "@odata.type": `#${summaryType.type}` };
  for (const name of order) result[name] = annotate(summary[name], summaryType.properties.get(name));
  return result;
}

function annotate(value: unknown, type: InputType | undefined): unknown {
  if (type?.kind === "collection") return Array.isArray(value) ? value.map((item) => annotate(item, type.element)) : [];
  if (typeof value !== "object" || value === null) return value ?? null;
  if (type?.kind !== "structured" || type.properties.size === 0) return value;
  const name = type.type === statusBaseType && isStatusDetails(value) ? statusDetailsType : type.type;
  const result: Record<string, unknown> = { "@odata.type": `#${name}` };
  for (const [member, item] of Object.entries(value)) {
    if (member !== "@odata.type") result[member] = annotate(item, type.properties.get(member));
  }
  return result;
}
