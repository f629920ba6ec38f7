import { ProblemError } from "./problem.js";

/** The form of JSON a caller asks for. */
export interface Format {
  readonly metadata: "minimal" | "none";
  readonly contentType: string;
}

function createFormat(metadata: Format["metadata"], ieee754Compatible: boolean): Format {
  const compatible = ieee754Compatible ? "true" : "false";
  return {
    metadata,
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
  if (accept === undefined || accept === "*/*" || accept === "application/json") return usual;
  if (!kept.has(accept)) {
    if (kept.size === maxKept) kept.clear();
    kept.set(accept, parseAccept(accept));
  }
  const format = kept.get(accept);
  if (format === undefined) throw new ProblemError({ kind: "notAcceptable" });
  return format;
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
