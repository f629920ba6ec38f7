import type { FastifyInstance } from "fastify";
import type { Dependencies } from "../dependencies.js";
import { type Problem, ProblemError } from "../problem.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Empty until authentication has said whose request it is. */
    tenantId: string;
  }
}

/** Which tenant a credential stands for, or what is wrong with it. */
type Verdict = { readonly tenantId: string } | { readonly problem: Problem };

const maxVerdicts = 1_000;

/** Lets a request in when it brings a bearer token, and says whose tenant it is. */
export function authentication(
  app: FastifyInstance,
  { settings, token }: Pick<Dependencies, "settings" | "token">,
): void {
  // A decoded token costs as much as a whole small answer, and clients send the same one again and again.
  const verdicts = new Map<string, Verdict>();
  const judge = (authorization: string): Verdict => {
    const known = verdicts.get(authorization);
    if (known !== undefined) return known;
    const verdict = judgeAuthorization(authorization, settings.defaultTenantId, token);
    if (verdicts.size === maxVerdicts) verdicts.delete(verdicts.keys().next().value ?? "");
    verdicts.set(authorization, verdict);
    return verdict;
  };
  const off = settings.auth === "off";
  app.addHook("onRequest", (request, _reply, done) => {
    const verdict = judge(request.headers.authorization ?? "");
    if ("problem" in verdict && !off) {
      done(new ProblemError(verdict.problem));
      return;
    }
    request.tenantId = "problem" in verdict ? settings.defaultTenantId : verdict.tenantId;
    done();
  });
}

/** Takes any non-empty bearer token, unverified. A readable JWT chooses the tenant by its `tid`. */
export function judgeAuthorization(authorization: string, defaultTenantId: string, token: string): Verdict {
  const text = authorization.trim();
  if (text === "") return { problem: { kind: "tokenMissing", token } };
  const [scheme = "", ...rest] = text.split(/\s+/);
  if (scheme.toLowerCase() !== "bearer") return { problem: { kind: "tokenUnreadable", hasDots: text.includes(".") } };
  if (rest.length === 0) return { problem: { kind: "tokenEmpty" } };
  return { tenantId: tenantOf(rest.join(" ")) ?? defaultTenantId };
}

/** What a tenant may be called: GUIDs, domains and short names. Keeps claims made of anything else out of the keys. */
const tenantPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

function tenantOf(token: string): string | undefined {
  const [, payload, signature] = token.split(".");
  if (payload === undefined || signature === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    const tid = typeof claims === "object" && claims !== null && "tid" in claims ? claims.tid : undefined;
    return typeof tid === "string" && tenantPattern.test(tid) ? tid : undefined;
  } catch {
    return undefined; // opaque text is a token too
  }
}
