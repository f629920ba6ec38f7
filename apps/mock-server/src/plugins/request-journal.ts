import type { FastifyInstance } from "fastify";
import type { Dependencies } from "../dependencies.js";
import { type AnsweredRequest, toRecord } from "../request-journal.js";

/** Writes every answered request into the log, and those to Graph's addresses into the journal. */
export function requestJournal(
  app: FastifyInstance,
  { settings, journal }: Pick<Dependencies, "settings" | "journal">,
): void {
  const { logger, now } = settings;
  app.addHook("onResponse", (request, reply, done) => {
    const answered: AnsweredRequest = {
      answeredAt: now(),
      method: request.method,
      url: request.originalUrl,
      status: reply.statusCode,
      milliseconds: reply.elapsedTime,
      requestId: request.id,
      tenantId: request.tenantId === "" ? undefined : request.tenantId,
    };
    if (isGraphs(answered.url)) journal.add(answered);
    if (logger !== undefined) {
      const { method, url, status, milliseconds, requestId, tenantId } = toRecord(answered);
      logger.info({ method, url, status, ms: milliseconds, requestId, tenantId });
    }
    done();
  });
}

/** The mock's own addresses would push out what people look for. */
function isGraphs(url: string): boolean {
  return url !== "/" && !url.startsWith("/?") && !url.startsWith("/_mock/");
}
