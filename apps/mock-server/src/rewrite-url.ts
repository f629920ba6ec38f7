import { addresses } from "./entity-sets.js";

const prefixes = addresses.map(({ path }) => path);
const opening = /^(?:\(|%28)(?:'|%27)/i;
const closing = /(?:'|%27)(?:\)|%29)\/?$/i;

/** Turns OData's `set('id')` into `set/id` and `set/%24count` into `set/$count`, which is what the router knows. Everything else stays as it is. */
export function rewriteUrl(url: string): string {
  // Nearly every request goes out here.
  if (!url.includes("'") && !url.includes("%27") && !url.includes("%24count")) return url;
  // A proxy is sent the whole URL; the host in it says nothing more than Host does.
  return rewritePath(url.startsWith("/") ? url : url.replace(/^https?:\/\/[^/?#]*(?=\/)/i, ""));
}

function rewritePath(url: string): string {
  const prefix = prefixes.find((candidate) => url.startsWith(candidate) && /^[(%]/.test(url.slice(candidate.length)));
  const pathEnd = url.search(/[?#]/);
  const path = pathEnd === -1 ? url : url.slice(0, pathEnd);
  if (prefix === undefined) return rewriteCount(path) + url.slice(path.length);
  const key = path.slice(prefix.length);
  const open = opening.exec(key)?.[0];
  const close = closing.exec(key);
  if (open === undefined || close === null || close.index <= open.length) return url;
  const id = key.slice(open.length, close.index).replace(/(?:'|%27){2}/gi, "%27");
  // A slash inside quotes belongs to the id, and so does `$count`.
  return `${prefix}/${id.replaceAll("/", "%2F").replaceAll("$", "%24")}${url.slice(path.length)}`;
}

/** The router tells `$count` from an id by its letters. */
function rewriteCount(path: string): string {
  return path.replace(/\/%24count(?=\/?$)/, "/$count");
}
