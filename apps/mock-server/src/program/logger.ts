import type { FastifyBaseLogger } from "fastify";
import { type DestinationStream, type LoggerOptions, pino, stdTimeFunctions } from "pino";
import { redactText } from "../redact.js";
import { createPaint, type Paint } from "./paint.js";

/** A logger that can be told to write out what it still holds. */
export interface ProgramLogger {
  readonly logger: FastifyBaseLogger;
  flush(): void;
}

const options: LoggerOptions = {
  // The process and the machine are the same on every line.
  base: null,
  timestamp: stdTimeFunctions.isoTime,
  serializers: { err: describeError },
};

/** One JSON object a line, on the file descriptor `fd`. Lines are handed to the system in batches, off the requests' path. */
export function createJsonLogger(fd: number): ProgramLogger {
  const destination = pino.destination({ fd, sync: false });
  return {
    logger: pino(options, destination),
    flush: () => destination.flushSync(),
  };
}

/** One readable line a request, on `write`. */
export async function createPrettyLogger(write: (text: string) => void, isColoured: boolean): Promise<ProgramLogger> {
  const { prettyFactory } = await import("pino-pretty");
  const paint = createPaint(isColoured);
  const prettify = prettyFactory({
    // It would paint the message over; the line paints itself.
    colorize: false,
    hideObject: true,
    // The message says it all; what is ignored is not written beside it.
    ignore: "time,level",
    messageFormat: (record) => renderLine(record, paint),
  });
  const destination: DestinationStream = { write: (line) => write(prettify(line)) };
  return { logger: pino(options, destination), flush: () => undefined };
}

function renderLine(record: Record<string, unknown>, paint: Paint): string {
  const { time, method, url, status, ms, requestId, tenantId, err, msg } = record;
  const clock = paint.dim(String(time).slice(11, 23));
  if (method === undefined) return `${clock} ${msg ?? ""}${renderError(err)}`;
  const colour = Number(status) < 400 ? paint.green : Number(status) < 500 ? paint.yellow : paint.red;
  const about = [requestId, tenantId].filter((part) => part !== undefined).join(" ");
  return `${clock} ${paint.bold(String(method).padEnd(6))} ${url} ${colour(String(status))} ${Number(ms).toFixed(1)} ms ${paint.dim(about)}`;
}

function renderError(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  const { stack, message } = error as { readonly stack?: unknown; readonly message?: unknown };
  return `\n${stack ?? message}`;
}

/** An exception may quote what a client sent. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: redactText(String(error)) };
  return {
    type: error.name,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ""),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
