import { type ProvisioningObjectSummary, toWire } from "@org/models";
import { toSortableDateTime } from "@org/odata";

/** What is kept of a summary: its wire bytes and what they are found by. */
export interface Row {
  readonly id: string;
  /** `activityDateTime` in the form whose byte order is time order. */
  readonly at: string;
  /** UTF-8 JSON of the beta view. */
  readonly bytes: Uint8Array;
  /** Where in `bytes` the members of the v1.0 view begin. */
  readonly v1Start: number;
}

/** Throws what `toWire` and `toSortableDateTime` throw. */
export function toRow(summary: ProvisioningObjectSummary): Row {
  const { bytes, v1Start } = toWire(summary);
  return { id: summary.id, at: toSortableDateTime(summary.activityDateTime), bytes, v1Start };
}

const needsEscape = /["\\\p{Cc}\p{Cs}]/u;

/**
 * An id or tenant as SQL text. A database keeps neither lone surrogates nor, everywhere, NUL; so strange text is escaped
 * as JSON does it, which keeps different ids different and ordinary ids as they are.
 */
export function toKey(text: string): string {
  return needsEscape.test(text) ? JSON.stringify(text).slice(1, -1) : text;
}

/** The reverse of {@link toKey}. */
export function fromKey(key: string): string {
  return key.includes("\\") ? (JSON.parse(`"${key}"`) as string) : key;
}
