import { provisioningObjectSummaryDescription } from "@org/models";
import { type BoundExpression, bindFilter, parseFilter } from "@org/odata";

/** A filter of the beta resource. */
export function bind(text: string): BoundExpression {
  return bindFilter(parseFilter(text), provisioningObjectSummaryDescription);
}
