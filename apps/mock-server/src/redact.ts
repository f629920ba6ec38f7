const longest = 500;
/** A cheap sign that a query may hold what `redactQuery` looks for; most hold none, and one test is all they cost. */
const suspicious = /token|secret|passw|key|sig|auth|code|eyJ|%|bearer/i;
const secretName = /token|secret|passw|api-?_?key|^key$|^sig$|signature|authorization|assertion|^code$/;
const jwt = /eyJ[\w-]+\.[\w-]*(\.[\w-]*)?/g;
const bearer = /\bbearer(\s|\+|%20)+[^\s"'&]+/gi;

/** A URL as a log may hold it: skip tokens are shortened, other tokens and secrets are taken out, and the rest is cut at 500 letters. */
export function redactUrl(url: string): string {
  const clean = suspicious.test(url) ? redactParts(url) : url;
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}

/** Free text, an exception's for instance, without the bearer tokens and JWTs it may quote. */
export function redactText(text: string): string {
  return text.replace(bearer, "Bearer [redacted]").replace(jwt, "[redacted]");
}

function redactParts(url: string): string {
  const question = url.indexOf("?");
  if (question === -1) return redactText(url);
  const pairs = url.slice(question + 1).split("&");
  return redactText(`${url.slice(0, question)}?${pairs.map(redactPair).join("&")}`);
}

function redactPair(pair: string): string {
  const equals = pair.indexOf("=");
  if (equals === -1) return pair;
  const name = decode(pair.slice(0, equals)).toLowerCase();
  if (!secretName.test(name)) return pair;
  const isSkipToken = name === "$skiptoken" || name === "skiptoken";
  const value = pair.slice(equals + 1);
  if (isSkipToken && value.length <= 6) return pair;
  return `${pair.slice(0, equals)}=${isSkipToken ? `${value.slice(0, 6)}…` : "[redacted]"}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
