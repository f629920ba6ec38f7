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
  if (!/^\d{1,12}$/.test(text)) throw new SyntaxError("it is no whole number");
  return Number(text);
}

export function eventId(text: string): string {
  if (text === "") throw new SyntaxError("an empty id is that of no event");
  return text;
}

export function etag(text: string): string {
  if (!/^[\x21-\x7e]+$/.test(text)) throw new SyntaxError("this is no etag");
  return text;
}
