import { isLoopback } from "./is-loopback.js";

/**
 * Whether a request can only have been meant for this server. A page from elsewhere can make a browser call a loopback
 * address under a name of its own, but the name it used stays in `Host`.
 */
export function isTrustedHost(host: string | undefined, publicBaseUrl: string | undefined): boolean {
  const name = hostName(host);
  if (name === undefined) return false;
  return isLoopback(name) || (publicBaseUrl !== undefined && name === hostName(new URL(publicBaseUrl).host));
}

/** Whether the page a request comes from was served by this server. A request without `Origin` comes from no page. */
export function isOwnOrigin(
  origin: string | undefined,
  own: { readonly scheme: string; readonly host: string | undefined; readonly publicBaseUrl: string | undefined },
): boolean {
  if (origin === undefined) return true;
  if (origin === `${own.scheme}://${own.host}`) return true;
  return own.publicBaseUrl !== undefined && origin === new URL(own.publicBaseUrl).origin;
}

function hostName(host: string | undefined): string | undefined {
  const name = /^(?:\[([\da-f:.]+)\]|([^:/[\]@?#]+))(?::\d+)?$/i.exec(host ?? "");
  return (name?.[1] ?? name?.[2])?.toLowerCase().replace(/\.$/, "");
}
