import type { z } from "zod";
import { markDerivedAction } from "./derived-action.js";
import { excerpt } from "./excerpt.js";
import { type StructuredType, structuredTypeOf } from "./input-type.js";
import { ModelError, type ModelIssue } from "./model-error.js";
import { toModelIssues } from "./model-issues.js";
import { maximumIssues, readInput } from "./read-input.js";
import {
  combineStatusChange,
  findDisagreements,
  fromStatusChange,
  type Twins,
  toActionText,
  toProvisioningAction,
} from "./twins.js";
import { statusDetailsType } from "./types/status-details.js";

/** What a parse gives: the data, or every reason found why there is none. */
export type ParseResult<Data> =
  | { readonly success: true; readonly data: Data }
  | { readonly success: false; readonly error: ModelError };

/** Makes the safe parser of a strict schema: bounds, aliases and annotations, then the schema, then the twins. */
export function createSafeParser<Data extends object>(schema: z.ZodType<Data>): (input: unknown) => ParseResult<Data> {
  const type = structuredTypeOf(schema);
  return (input) => {
    const read = readInput(input, type, "strict");
    if (read.isIncomplete) return failure(read.issues);
    const parsed = schema.safeParse(read.value);
    if (!parsed.success || read.issues.length > 0) {
      const found = parsed.success ? [] : toModelIssues(parsed.error.issues, read.value, type);
      return failure([...found, ...read.issues]);
    }
    const namesDetails = read.derivedTypes.get("statusInfo") === statusDetailsType;
    const disagreements = resolveTwins(parsed.data, type, namesDetails);
    return disagreements.length > 0 ? failure(disagreements) : { success: true, data: parsed.data };
  };
}

/** Gives the data of a parse or throws its error. */
export function unwrap<Data>(result: ParseResult<Data>): Data {
  if (result.success) return result.data;
  throw result.error;
}

function failure(issues: readonly ModelIssue[]): { success: false; error: ModelError } {
  const unknown = issues.filter(({ code }) => code === "unknownProperty");
  const others = issues.filter(({ code }) => code !== "unknownProperty");
  unknown.sort((a, b) => a.path.length - b.path.length);
  return { success: false, error: new ModelError([...unknown, ...others].slice(0, maximumIssues)) };
}

// Sets the face of a twin that was not given. A v1.0 summary has one face only.
function resolveTwins(data: Twins, type: StructuredType, namesDetails: boolean): ModelIssue[] {
  if (!type.properties.has("action")) return [];
  const disagreements = findDisagreements(data);
  if (namesDetails && data.provisioningStatusInfo?.errorInformation === null) {
    const twin = "provisioningStatusInfo/errorInformation";
    disagreements.push({ path: ["statusInfo", "@odata.type"], twin, value: statusDetailsType, twinValue: null });
  }
  if (disagreements.length > 0) {
    return disagreements.map(({ path, twin, value, twinValue }) => ({
      code: "twinsDisagree",
      path,
      message: `says otherwise than its twin ${twin}`,
      parameters: { name: path.join("/"), twin, value: excerpt(value), expected: excerpt(twinValue) },
    }));
  }
  if (data.action !== undefined) {
    data.provisioningAction ??= data.action === null ? null : toProvisioningAction(data.action);
  } else if (data.provisioningAction !== undefined) {
    data.action = data.provisioningAction === null ? null : toActionText(data.provisioningAction);
    markDerivedAction(data);
  }
  const change = combineStatusChange(data);
  if (change === undefined) return [];
  if (namesDetails && change !== null && change.errorInformation === undefined) change.errorInformation = {};
  // A face that was given stays as it was given; merging brings it in line with the v1.0 face.
  if (data.statusInfo === undefined) data.statusInfo = change === null ? null : fromStatusChange(change);
  data.provisioningStatusInfo = change;
  return [];
}
