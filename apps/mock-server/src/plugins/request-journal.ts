import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Dependencies } from "../dependencies.js";
import { isGraphAddress } from "../graph-address.js";
import { redactUrl } from "../redact.js";
import { type AnsweredRequest, roundToTenth } from "../request-journal.js";

/** Notes down an answer that has been given. */
export type NoteAnswer = (answered: Omit<AnsweredRequest, "answeredAt">) => void;

/** Writes every answer into the log, and those at Graph's addresses into the journal. */
export function createNoteAnswer({ settings, journal }: Pick<Dependencies, "settings" | "journal">): NoteAnswer {
  const { logger, now } = settings;
  return (answer) => {
    const { method, url, status, milliseconds, requestId, tenantId } = answer;
    // Written out: spreading an object costs a tenth of a whole small answer.
    const answered: AnsweredRequest = { method, url, status, milliseconds, requestId, tenantId, answeredAt: now() };
    // The mock's own addresses would push out what people look for.
    if (isGraphAddress(url)) journal.add(answered);
    if (logger !== undefined) {
      const { method, url, status, milliseconds, requestId, tenantId } = answered;
      logger.info({ method, url: redactUrl(url), status, ms: roundToTenth(milliseconds), requestId, tenantId });
    }
  };
}

/** Notes down the answers of every route. */
export function requestJournal(app: FastifyInstance, { noteAnswer }: Pick<Dependencies, "noteAnswer">): void {
  app.addHook("onResponse", (request, reply, done) => {
    noteAnswer(describeAnswer(request, reply));
    done();
  });
}

/** An answer as it is noted down. */
export function describeAnswer(request: FastifyRequest, reply: FastifyReply): Omit<AnsweredRequest, "answeredAt"> {
  return {
    method: request.method,
    url: request.originalUrl,
    status: reply.statusCode,
    milliseconds: reply.elapsedTime,
    requestId: request.id,
    tenantId: request.tenantId === "" ? undefined : request.tenantId,
  };
}
