import { provisioningObjectSummaryDescription } from "@org/models";
import { provisioningObjectSummaryDescription as v1Description } from "@org/models/v1";
import type { EntityDescription } from "@org/odata";
import type { Address } from "../entity-sets.js";

/** The resource as an address has it. */
export function descriptionOf({ view }: Pick<Address, "view">): EntityDescription {
  return view === "v1" ? v1Description : provisioningObjectSummaryDescription;
}
