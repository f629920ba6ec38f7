import { createHash } from "node:crypto";
import type { ProvisioningObjectSummary } from "@org/models";
import { toKey } from "../key.js";
import { toSearchText } from "./strange-text.js";

/** Columns beside the document that hold one property each, for indexes. */
export type HotColumn = "action" | "status" | "application" | "job" | "cycle" | "change" | "source" | "target";

interface HotColumnDefinition {
  readonly name: HotColumn;
  /** Wire path of the property. */
  readonly path: string;
  /** Members of an enum are kept in lower case, since filters compare them in any. */
  readonly isEnum: boolean;
  readonly read: (summary: ProvisioningObjectSummary) => unknown;
}

/** In the order in which an index is chosen: what few summaries share comes first. */
export const hotColumns: readonly HotColumnDefinition[] = [
  { name: "change", path: "changeId", isEnum: false, read: ({ changeId }) => changeId },
  { name: "source", path: "sourceIdentity/id", isEnum: false, read: ({ sourceIdentity }) => sourceIdentity?.id },
  { name: "target", path: "targetIdentity/id", isEnum: false, read: ({ targetIdentity }) => targetIdentity?.id },
  { name: "cycle", path: "cycleId", isEnum: false, read: ({ cycleId }) => cycleId },
  { name: "job", path: "jobId", isEnum: false, read: ({ jobId }) => jobId },
  {
    name: "application",
    path: "servicePrincipal/id",
    isEnum: false,
    read: ({ servicePrincipal }) => servicePrincipal?.id,
  },
  { name: "action", path: "provisioningAction", isEnum: true, read: ({ provisioningAction }) => provisioningAction },
  {
    name: "status",
    path: "provisioningStatusInfo/status",
    isEnum: true,
    read: ({ provisioningStatusInfo }) => provisioningStatusInfo?.status,
  },
];

const columnsByPath = new Map(hotColumns.map((definition) => [definition.path, definition]));

/** The column that holds the value at a path of the summary. */
export function findHotColumn(segments: readonly string[]): HotColumnDefinition | undefined {
  return columnsByPath.get(segments.join("/"));
}

const namePaths: ReadonlySet<string> = new Set([
  "servicePrincipal/displayName",
  "sourceIdentity/displayName",
  "targetIdentity/displayName",
  "sourceSystem/displayName",
  "targetSystem/displayName",
  "initiatedBy/displayName",
]);

/** Whether the text at a path of the summary is part of the column `names`. */
export function isNamePath(segments: readonly string[]): boolean {
  return namePaths.has(segments.join("/"));
}

/** The hot columns of a row, and its names as text for an index over groups of three characters. */
export type HotValues = Readonly<Record<HotColumn | "names", string | null>>;

/** The values of a summary's columns, the same in every engine; null where the document has no text. */
export function toHotValues(summary: ProvisioningObjectSummary): HotValues {
  const { servicePrincipal, sourceIdentity, targetIdentity, sourceSystem, targetSystem, initiatedBy } = summary;
  const names = [servicePrincipal, sourceIdentity, targetIdentity, sourceSystem, targetSystem, initiatedBy]
    .map((identity): unknown => identity?.displayName)
    .filter((name) => typeof name === "string" && name !== "");
  const values: Record<string, string | null> = { names: names.length === 0 ? null : toSearchText(names.join("\n")) };
  for (const { name, isEnum, read } of hotColumns) values[name] = toHotValue(read(summary), isEnum);
  return values as HotValues;
}

/** UTF-8 bytes of a value that an index entry has room for, beside the other columns. */
const longestValue = 512;

/**
 * What a hot column holds for a value of its property, and for a literal that is compared with it. Different texts give
 * different values; one too long for an index gives its hash.
 */
export function toHotValue(value: unknown, isEnum: boolean): string | null {
  if (typeof value !== "string") return null;
  const key = toKey(isEnum ? value.toLowerCase() : value);
  if (key.length * 3 <= longestValue || Buffer.byteLength(key) <= longestValue) return key;
  // No key begins so: behind a backslash there is always a letter, a quotation mark or another backslash.
  return `\\#${createHash("sha256").update(key).digest("hex")}`;
}
