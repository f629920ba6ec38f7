import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Dependencies } from "../dependencies.js";
import { homeStyle } from "../home/home-style.js";
import { renderHome } from "../home/render-home.js";
import { findNewestId } from "../newest-id.js";
import { createOrigins } from "../origin.js";
import { isTrustedHost } from "../trusted-host.js";

const requestsShown = 25;
const styleHash = createHash("sha256").update(homeStyle).digest("base64");
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** `GET /`: a page for people, with an address, a token, commands to paste and the latest requests. */
export function home(app: FastifyInstance, { settings, store, journal, token }: Dependencies): void {
  const originOf = createOrigins(settings);
  const summaries = store.forTenant(settings.defaultTenantId);
  app.get("/", async (request, reply) => {
    const { host, "user-agent": agent = "" } = request.headers;
    // A page elsewhere that reaches this server under a name of its own may see the manual, but nobody's requests.
    const isTrusted = isTrustedHost(host, settings.publicBaseUrl);
    const page = renderHome({
      url: originOf(request).url,
      token: settings.auth === "off" ? undefined : token,
      id: await findNewestId(summaries),
      events: await summaries.count(),
      isReadOnly: settings.readOnly,
      certificatePath: isTrusted ? settings.https?.certificatePath : undefined,
      platform: agent.includes("Windows") ? "win32" : "posix",
      requests: isTrusted ? journal.latest(requestsShown) : undefined,
    });
    return reply
      .header("content-type", "text/html; charset=utf-8")
      .header("content-security-policy", policy)
      .header("cache-control", "no-store")
      .header("referrer-policy", "no-referrer")
      .header("x-content-type-options", "nosniff")
      .send(page);
  });
}
