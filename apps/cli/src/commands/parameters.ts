import { outputFormats } from "./output-format.js";

/** Flags that several commands share. */
export const outputFlag = {
  kind: "enum",
  values: outputFormats,
  default: "table",
  brief: "table for people, json or ndjson for programs",
} as const;

export const urlFlag = {
  kind: "parsed",
  parse: String,
  optional: true,
  placeholder: "address",
  brief: "Address of the service, without version (PROVLOG_URL)",
} as const;

export function wholeNumber(text: string): number {
  return parseWholeNumber(text, 0);
}

/** A page of no events would never come to an end. */
export function pageSize(text: string): number {
  return parseWholeNumber(text, 1);
}

function parseWholeNumber(text: string, least: number): number {
  if (!/^\d{1,12}$/.test(text) || Number(text) < least) throw new SyntaxError(`not a whole number from ${least}`);
  return Number(text);
}

/** A condition on an empty text would be met by every event. */
export function nonEmptyText(text: string): string {
  if (text.trim() === "") throw new SyntaxError("this is empty");
  return text;
}

export function eventId(text: string): string {
  if (text === "") throw new SyntaxError("an empty id is that of no event");
  return text;
}

export function etag(text: string): string {
  if (!/^[\x21-\x7e]+$/.test(text)) throw new SyntaxError("this is no etag");
  return text;
}
