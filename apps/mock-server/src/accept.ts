import { ProblemError } from "./problem.js";

/** The form of JSON a caller asks for. */
export interface Format {
  readonly metadata: "minimal" | "none";
  /** Whether an Edm.Int64, here only the count, is written as a text. */
  readonly ieee754Compatible: boolean;
  readonly contentType: string;
}

function createFormat(metadata: Format["metadata"], ieee754Compatible: boolean): Format {
  const compatible = ieee754Compatible ? "true" : "false";
  return {
    metadata,
    ieee754Compatible,
    contentType: `application/json;odata.metadata=${metadata};odata.streaming=true;IEEE754Compatible=${compatible};charset=utf-8`,
  };
}

const formats = {
  minimal: [createFormat("minimal", false), createFormat("minimal", true)],
  none: [createFormat("none", false), createFormat("none", true)],
} as const;
const usual = formats.minimal[0];

const maxKept = 100;
const kept = new Map<string, Format | undefined>();

/**
 * Reads `Accept`. A caller that asks for full metadata is given minimal, and told so by the Content-Type.
 * @throws ProblemError when nothing that is accepted is JSON.
 */
export function negotiate(accept: string | undefined): Format {
  const format = findFormat(accept);
  if (format === undefined) throw new ProblemError({ kind: "notAcceptable" });
  return format;
}

/** Reads `Accept` as `negotiate` does; undefined when nothing that is accepted is JSON. */
export function findFormat(accept: string | undefined): Format | undefined {
  if (accept === undefined || accept === "*/*" || accept === "application/json") return usual;
  if (!kept.has(accept)) {
    if (kept.size === maxKept) kept.clear();
    kept.set(accept, parseAccept(accept));
  }
  return kept.get(accept);
}

/**
 * Reads `$format`: `json`, or the media type with its parameters.
 * @throws ProblemError for any other form.
 */
export function formatOf(text: string): Format {
  const value = text.trim().toLowerCase();
  if (value === "json") return usual;
  const format = /^application\/json *(;[^,]*)?$/.test(value) ? parseAccept(value) : undefined;
  if (format === undefined) throw new ProblemError({ kind: "formatNotJson", value: text });
  return format;
}

/** Whether `Accept` allows plain text, which a bare number is. */
export function acceptsText(accept: string | undefined): boolean {
  if (accept === undefined) return true;
  return accept.split(",").some((range) => {
    const [type = "", ...parameters] = range.toLowerCase().split(";");
    const isRefused = parameters.some((parameter) => /^\s*q\s*=\s*0(\.0*)?\s*$/.test(parameter));
    return ["", "*/*", "text/*", "text/plain"].includes(type.trim()) && !isRefused;
  });
}

function parseAccept(accept: string): Format | undefined {
  let best: { readonly quality: number; readonly format: Format } | undefined;
  for (const range of accept.toLowerCase().split(",")) {
    const [type = "", ...pairs] = range.split(";").map((part) => part.trim());
    if (type !== "application/json" && type !== "application/*" && type !== "*/*" && type !== "") continue;
    const parameters = new Map(
      pairs.map((pair) => [pair.split("=")[0]?.trim(), pair.slice(pair.indexOf("=") + 1).trim()]),
    );
    const quality = Number(parameters.get("q") ?? 1);
    if (!(quality > 0) || (best !== undefined && best.quality >= quality)) continue;
    const metadata = (parameters.get("odata.metadata") ?? parameters.get("metadata")) === "none" ? "none" : "minimal";
    const ieee754Compatible = parameters.get("ieee754compatible") === "true";
    best = { quality, format: formats[metadata][ieee754Compatible ? 1 : 0] };
  }
  return best?.format;
}
