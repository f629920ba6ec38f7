import type { GraphVersion } from "@org/client/core";
import { UsageError } from "./errors.js";

/** Where `provlog mock` listens when it is not told otherwise. */
const mockUrl = "http://127.0.0.1:4480";

export interface Connection {
  readonly baseUrl: string;
  readonly accessToken: string;
  readonly version: GraphVersion;
  /** What was assumed and the user should know, a line each. */
  readonly notices: readonly string[];
}

/**
 * Which service, as whom. A token comes by environment only: arguments stand in the list of processes. Without one, a
 * service on this machine gets a made-up one, since the mock takes any; no other service does.
 * @throws UsageError
 */
export function resolveConnection(
  environment: Readonly<Record<string, string | undefined>>,
  url: string | undefined,
): Connection {
  const flag = nonEmpty(url);
  const given = flag ?? nonEmpty(environment["PROVLOG_URL"]);
  const baseUrl = given ?? mockUrl;
  checkUrl(baseUrl, flag === undefined ? "PROVLOG_URL" : "--url");
  const version = resolveVersion(environment);
  const local = isLocal(baseUrl);
  const token = nonEmpty(environment["PROVLOG_TOKEN"]);
  if (token === undefined && !local)
    throw new UsageError("PROVLOG_TOKEN is not set, and only a mock on this machine takes any token.");
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    throw new UsageError("PROVLOG_TOKEN has blanks or other characters that no token has.");
  }
  const open = token !== undefined && !local && baseUrl.startsWith("http:");
  return {
    baseUrl,
    accessToken: token ?? "made-up-by-provlog",
    version,
    notices: [
      given === undefined ? `no --url or PROVLOG_URL, so this is the mock at ${mockUrl}` : "",
      open ? "the token travels unencrypted; use https" : "",
    ].filter((notice) => notice !== ""),
  };
}

/** Whether the environment has a token; without one a made-up one is sent. */
export function hasToken(environment: Readonly<Record<string, string | undefined>>): boolean {
  return nonEmpty(environment["PROVLOG_TOKEN"]) !== undefined;
}

/** Says what is wrong in the words of this program; never repeats the text, since it may hold a password. */
function checkUrl(text: string, source: string): void {
  if (!URL.canParse(text) || !/^https?:\/\//i.test(text)) {
    throw new UsageError(`${source} is no address; write it like ${mockUrl} or https://graph.microsoft.com.`);
  }
  const url = new URL(text);
  if (url.username !== "" || url.password !== "")
    throw new UsageError(`${source} must not hold a user name or password.`);
  if (url.search !== "" || url.hash !== "") throw new UsageError(`${source} must not hold a query or fragment.`);
  if (/\/(beta|v\d+\.\d+)\/*$/i.test(url.pathname)) {
    throw new UsageError(`leave the version out of ${source}; PROVLOG_VERSION says it: beta (default) or v1.0.`);
  }
}

/** @throws UsageError */
export function resolveVersion(environment: Readonly<Record<string, string | undefined>>): GraphVersion {
  const version = nonEmpty(environment["PROVLOG_VERSION"]) ?? "beta";
  if (version === "beta" || version === "v1.0") return version;
  throw new UsageError(`PROVLOG_VERSION is "${version}"; it can be beta or v1.0.`);
}

/** Whether an address is this machine's own. */
export function isLocal(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function nonEmpty(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === "" ? undefined : trimmed;
}
