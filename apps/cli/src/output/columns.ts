import { bindSelect, type EntityDescription, parseSelect } from "@org/odata";
import { UsageError } from "../errors.js";
import { withQueryErrors } from "../query/query-usage-error.js";
import { refuseMisspelt } from "../query/refuse-misspelt.js";

/** A path into an event that is shown by itself. */
export interface Column {
  /** Segments joined by `/`. */
  readonly name: string;
  readonly segments: readonly string[];
  readonly type: string;
}

/** What a table of people's own making begins from: who did what to whom, when, and how it ended. */
export const csvColumns = [
  "id",
  "activityDateTime",
  "provisioningAction",
  "provisioningStatusInfo/status",
  "provisioningStatusInfo/errorInformation/errorCode",
  "provisioningStatusInfo/errorInformation/reason",
  "sourceIdentity/id",
  "sourceIdentity/displayName",
  "targetIdentity/id",
  "targetIdentity/displayName",
  "servicePrincipal/id",
  "servicePrincipal/displayName",
  "sourceSystem/displayName",
  "targetSystem/displayName",
  "jobId",
  "cycleId",
  "changeId",
  "durationInMilliseconds",
].join(",");

/** Reads paths separated by commas, in any letter case. @throws UsageError with what may have been meant. */
export function parseColumns(text: string, description: EntityDescription): readonly Column[] {
  const paths = withQueryErrors("--columns", text, description, () => {
    const bound = bindSelect(parseSelect(text), description);
    refuseMisspelt(bound?.map(({ segments }) => segments) ?? [], text, description);
    return bound;
  });
  if (paths === undefined) throw new UsageError("--columns takes paths; * is none. -o json has everything.");
  return paths.map(({ segments, type }) => ({ name: segments.join("/"), segments, type }));
}

/** What an event has there; undefined when it has nothing. */
export function columnValue(event: unknown, { segments }: Column): unknown {
  let value = event;
  for (const name of segments) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

/** The columns as an object for programs, named by their paths; null where the event has nothing. */
export function toColumnsObject(event: unknown, columns: readonly Column[]): object {
  return Object.fromEntries(columns.map((column) => [column.name, columnValue(event, column) ?? null]));
}
