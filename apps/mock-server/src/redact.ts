const longest = 500;
/** How much of a URL is looked at; beyond it nothing is shown in any case. */
const longestRead = 4 * longest;
/** How often text may be encoded over and over and still be recognised. */
const maxDecodings = 3;
/** A cheap sign that a query may hold what is looked for; most hold none, and one test is all they cost. */
const suspicious = /token|secret|passw|pwd|key|sig|auth|code|cookie|jwt|assertion|eyJ|%|bearer/i;
const secretName =
  /token|secret|passw|pwd|api-?_?key|^key$|^sig$|signature|authorization|^auth$|assertion|^code$|bearer|jwt|cookie/;
const jwt = /eyJ[\w-]+(?:\.[\w-]*){1,4}/g;
const bearer = /\bbearer(\s|\+|%20)+[^\s"'&]+/gi;
const nestedPair = /[?&;#]([\w.$-]{1,100})=[^&;#]/g;

/** A URL as a log may hold it: skip tokens are shortened, other tokens and secrets are taken out, and the rest is cut at 500 letters. */
export function redactUrl(url: string): string {
  const read = url.slice(0, longestRead);
  const clean = suspicious.test(read) ? redactParts(read) : read;
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}

/** Free text, an exception's for instance, without the bearer tokens and JWTs it may quote. */
export function redactText(text: string): string {
  return text.replace(bearer, "Bearer [redacted]").replace(jwt, "[redacted]");
}

function redactParts(url: string): string {
  const question = url.indexOf("?");
  const path = (question === -1 ? url : url.slice(0, question)).split("/").map(redactPart).join("/");
  if (question === -1) return path;
  const pairs = url.slice(question + 1).split("&");
  return `${path}?${pairs.map(redactPair).join("&")}`;
}

function redactPair(pair: string): string {
  const equals = pair.indexOf("=");
  if (equals === -1) return redactPart(pair);
  const name = decode(pair.slice(0, equals)).toLowerCase();
  const value = pair.slice(equals + 1);
  if (!secretName.test(name)) return `${redactPart(pair.slice(0, equals))}=${redactPart(value)}`;
  const isSkipToken = name === "$skiptoken" || name === "skiptoken";
  if (isSkipToken && value.length <= 6) return pair;
  return `${pair.slice(0, equals)}=${isSkipToken ? `${value.slice(0, 6)}…` : "[redacted]"}`;
}

/** What can be seen is taken out; where something shows only when decoded, all of the part is. */
function redactPart(part: string): string {
  const clean = redactText(part);
  const decoded = decode(clean);
  return holdsSecret(decoded) ? "[redacted]" : clean;
}

function holdsSecret(text: string): boolean {
  const rest = text.replaceAll(/Bearer \[redacted\]/g, "");
  if (redactText(rest) !== rest) return true;
  return Array.from(rest.matchAll(nestedPair)).some(([, name = ""]) => secretName.test(name.toLowerCase()));
}

/** Letters that are encoded, also more than once; what is no encoding stays. */
function decode(text: string): string {
  let decoded = text;
  for (let count = 0; count < maxDecodings && decoded.includes("%"); count += 1) {
    decoded = decoded.replaceAll(/%([\da-f]{2})/gi, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    );
  }
  return decoded;
}
