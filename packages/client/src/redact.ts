/** Removes one secret from texts of others. */
export type Redact = (text: string) => string;

const replacement = "[redacted]";

/**
 * Short tokens (a mock takes any) are only replaced where they stand alone, or a token `any` would turn `company`
 * into nonsense.
 */
export function createRedact(token: string): Redact {
  if (token === "") return (text) => text;
  if (token.length >= 8) return (text) => text.replaceAll(token, replacement);
  const escaped = token.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const alone = new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, "g");
  return (text) => text.replaceAll(alone, replacement);
}

/** Path and query of a URL for messages; a `$skiptoken` is cut, since it may say what it continues. */
export function describeUrl(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search.replaceAll(/((?:\$|%24)skiptoken=)([^&]{6})[^&]*/gi, "$1$2…");
}

const secretHeaders = new Set(["authorization", "proxy-authorization", "cookie", "set-cookie"]);

export function redactHeaders(headers: Headers, redact: Redact): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of headers) result[name] = secretHeaders.has(name) ? replacement : redact(value);
  return result;
}
