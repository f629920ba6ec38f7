import type { GraphErrorDetail } from "./errors/graph-error.js";

/** What an error body says; every field is empty where it says nothing. */
export interface GraphErrorBody {
  readonly code: string;
  readonly innerCodes: readonly string[];
  readonly graphMessage: string;
  readonly details: readonly GraphErrorDetail[];
  readonly requestId: string | undefined;
}

const empty: GraphErrorBody = {
  code: "",
  innerCodes: [],
  graphMessage: "",
  details: [],
  requestId: undefined,
};

/** Reads Graph's error envelope; anything else, a proxy's HTML page included, gives empty fields and never throws. */
export function readGraphErrorBody(text: string): GraphErrorBody {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return empty;
  }
  const error = member(body, "error");
  if (typeof error !== "object" || error === null) return empty;
  const inner = innerOf(error);
  return {
    code: textMember(error, "code") ?? "",
    innerCodes: innerCodes(inner),
    graphMessage: textMember(error, "message") ?? "",
    details: readDetails(member(error, "details")),
    requestId: textMember(inner, "request-id"),
  };
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return Reflect.get(value, name);
}

function textMember(value: unknown, name: string): string | undefined {
  const text = member(value, name);
  return typeof text === "string" ? text : undefined;
}

/** The gateway writes `innerError`, the documentation `innererror`; both are read. */
function innerOf(error: unknown): unknown {
  return member(error, "innerError") ?? member(error, "innererror");
}

function innerCodes(inner: unknown): string[] {
  const codes: string[] = [];
  for (let next = inner, depth = 0; next !== undefined && depth < 10; next = innerOf(next), depth += 1) {
    const code = textMember(next, "code");
    if (code !== undefined) codes.push(code);
  }
  return codes;
}

function readDetails(details: unknown): GraphErrorDetail[] {
  if (!Array.isArray(details)) return [];
  return details.slice(0, 50).map((detail: unknown) => {
    const target = textMember(detail, "target");
    const base = { code: textMember(detail, "code") ?? "", message: textMember(detail, "message") ?? "" };
    return target === undefined ? base : { ...base, target };
  });
}
