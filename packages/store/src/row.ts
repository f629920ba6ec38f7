import { type ProvisioningObjectSummary, toWire } from "@org/models";
import { toSortableDateTime } from "@org/odata";
import { type HotValues, toHotValues } from "./query/columns.js";

/** A summary as it is read again: its wire bytes, and where it stands in the order. */
export interface Content {
  readonly id: string;
  /** `activityDateTime` in the form whose byte order is time order. */
  readonly at: string;
  /** UTF-8 JSON of the beta view. */
  readonly bytes: Uint8Array;
  /** Where in `bytes` the members of the v1.0 view begin. */
  readonly v1Start: number;
}

/** What is kept of a summary. */
export interface Row extends Content {
  /** What filters are answered from without reading `bytes`. */
  readonly indexed: HotValues;
}

/** Throws what `toWire` and `toSortableDateTime` throw. */
export function toRow(summary: ProvisioningObjectSummary): Row {
  const { bytes, v1Start } = toWire(summary);
  const at = toSortableDateTime(summary.activityDateTime);
  return { id: summary.id, at, bytes, v1Start, indexed: toHotValues(summary) };
}
