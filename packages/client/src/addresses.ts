import type { QueryPair } from "./list-query.js";
import type { EntitySet, GraphVersion } from "./options.js";

/** Where one client sends its requests. */
export interface Addresses {
  readonly collection: string;
  readonly contract: string;
  entity(id: string): string;
  list(query: readonly QueryPair[]): string;
  count(query: readonly QueryPair[]): string;
  /** Whether a link of the service leads to a list of this version, whichever of its names the set goes by. */
  isList(url: URL): boolean;
}

/** @throws TypeError when `baseUrl` is no http(s) URL, holds credentials, a query or the version. */
export function createAddresses(baseUrl: string, version: GraphVersion, entitySet: EntitySet): Addresses {
  const root = checkBaseUrl(baseUrl);
  const collection = `${root}/${version}/auditLogs/${entitySet}`;
  const listPaths = new Set(
    ["directoryProvisioning", "provisioning"].map((name) =>
      new URL(`${root}/${version}/auditLogs/${name}`).pathname.toLowerCase(),
    ),
  );
  return {
    collection,
    contract: `${root}/beta/auditLogs/directoryProvisioning`,
    entity: (id) => collection + keySegment(id),
    list: (query) => collection + queryString(query),
    count: (query) => `${collection}/$count${queryString(query)}`,
    isList: ({ pathname }) => listPaths.has(pathname.replace(/\/$/, "").toLowerCase()),
  };
}

function checkBaseUrl(baseUrl: string): string {
  // The text is not repeated in the messages, since it may hold a password.
  if (!URL.canParse(baseUrl)) throw new TypeError("baseUrl is no absolute URL");
  const url = new URL(baseUrl);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw new TypeError("baseUrl must be http or https");
  if (url.username !== "" || url.password !== "") throw new TypeError("baseUrl must not hold a user name or password");
  if (url.search !== "" || url.hash !== "") throw new TypeError("baseUrl must not hold a query or fragment");
  const root = url.origin + url.pathname.replace(/\/+$/, "");
  if (/\/(beta|v\d+\.\d+)$/i.test(root)) throw new TypeError("leave the version out of baseUrl and give it as version");
  return root;
}

function keySegment(id: string): string {
  if (id === "") throw new TypeError("the id is empty; that address would be the whole collection");
  // A URL parser removes the segments "." and ".." even when they are percent-encoded, and a segment that begins with
  // "$" is a part of OData's own, like "$count". In quotes each is only a key; there a quote is written twice.
  if (id === "." || id === ".." || id.startsWith("$")) return `('${encode(id.replaceAll("'", "''"), "the id")}')`;
  return `/${encode(id, "the id")}`;
}

function encode(text: string, what: string): string {
  if (/\p{Surrogate}/u.test(text)) {
    throw new TypeError(`${what} holds half a character (a lone surrogate), which no address can carry`);
  }
  return encodeURIComponent(text);
}

function queryString(query: readonly QueryPair[]): string {
  // A literal "$", since not every Graph backend decodes "%24" in a name. A quote would be encoded by fetch anyway; here
  // it makes the address the same wherever it is shown.
  const pairs = query.map(([name, value]) => `${name}=${encode(value, name).replaceAll("'", "%27")}`);
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}
