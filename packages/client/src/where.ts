import { type ProvisioningObjectSummary, provisioningObjectSummaryDescription } from "@org/models";
import {
  type ProvisioningObjectSummary as V1ProvisioningObjectSummary,
  provisioningObjectSummaryDescription as v1Description,
} from "@org/models/v1";
import { createWhere, type Where } from "@org/odata";

/**
 * Begins a condition on events of beta: `where("provisioningStatusInfo/status").eq("failure")`. A wrong path, or an
 * operator or value that does not fit it, does not compile; what only the resource knows, such as a text that is no
 * point in time, throws an `ODataError` of `@org/odata`. Graph documents `eq` and `contains`, and `gt` and `lt` for the
 * time and the duration.
 */
export const where: Where<ProvisioningObjectSummary> = /* @__PURE__ */ createWhere<ProvisioningObjectSummary>(
  provisioningObjectSummaryDescription,
);

/** {@link where} for events of v1.0, which have no `action` and no `statusInfo`. */
export const v1Where: Where<V1ProvisioningObjectSummary> =
  /* @__PURE__ */ createWhere<V1ProvisioningObjectSummary>(v1Description);
