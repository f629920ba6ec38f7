import type { Location } from "../sources/json-entry.js";
import { printable } from "./escape.js";

/** One reason why something in a file is invalid. */
export interface Finding extends Location {
  readonly file: string;
  /** From the event down; empty for the event itself. */
  readonly path: readonly (string | number)[];
  /** A stable word for programs; `notJson` where there is no value to look at. */
  readonly code: string;
  readonly reason: string;
}

/** `log.ndjson:12: sourceIdentity.id is no text`, in the form editors and grep know. */
export function renderFinding(finding: Finding): string {
  const line = finding.line === undefined ? "" : `:${finding.line}`;
  const index = finding.index === undefined ? "" : `[${finding.index}]`;
  const path = renderPath(finding.path);
  return `${printable(finding.file)}${line}${index}: ${path === "" ? "" : `${printable(path)} `}${printable(finding.reason)}\n`;
}

/** The same for programs, its members in this order. */
export function toFindingObject({ file, line, index, path, code, reason }: Finding): object {
  return { file, line, index, path, code, reason };
}

function renderPath(path: readonly (string | number)[]): string {
  let text = "";
  for (const segment of path)
    text += typeof segment === "number" ? `[${segment}]` : text === "" ? segment : `.${segment}`;
  return text;
}
