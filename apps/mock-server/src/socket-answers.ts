import { type IncomingHttpHeaders, type IncomingMessage, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { ConnectionError } from "fastify";
import type { Settings } from "./options.js";
import { renderError } from "./plugins/graph-errors.js";
import { clientRequestIdOf, diagnostic, urlLimit } from "./plugins/graph-headers.js";
import type { NoteAnswer } from "./plugins/request-journal.js";
import type { Problem } from "./problem.js";
import { wordProblem } from "./words/word-problem.js";

/** What Node keeps beside a socket and tells nobody in its types. */
interface HttpFields {
  readonly _httpMessage?: { readonly headersSent: boolean } | null;
  readonly parser?: { readonly incoming?: RequestHead | null } | null;
}

interface RequestHead {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers?: IncomingHttpHeaders;
}

/** Answers, in Graph's envelope, what never becomes a request of Fastify's: written to the socket by hand. */
export function createSocketAnswers(settings: Settings, noteAnswer: NoteAnswer) {
  const answer = (socket: Duplex, problem: Problem, { method = "?", url = "?", headers = {} }: RequestHead): void => {
    const text = wordProblem(problem, settings.profile);
    const id = settings.newId();
    const clientRequestId = clientRequestIdOf(headers, id);
    const body = renderError(text, settings.now(), id, clientRequestId);
    const head = [
      `HTTP/1.1 ${text.status} ${STATUS_CODES[text.status] ?? ""}`,
      "content-type: application/json",
      "cache-control: no-cache",
      "strict-transport-security: max-age=31536000",
      `request-id: ${id}`,
      `client-request-id: ${clientRequestId}`,
      `x-ms-ags-diagnostic: ${diagnostic}`,
      `date: ${settings.now().toUTCString()}`,
      ...(problem.kind === "methodNotAllowed" ? [`allow: ${problem.allowed.join(", ")}`] : []),
      `content-length: ${body.length}`,
      "connection: close",
    ];
    // Node reads headers as Latin-1, so what is repeated of them goes out as it came.
    socket.end(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`, "latin1"), body]));
    noteAnswer({ method, url, status: text.status, milliseconds: 0, requestId: id, tenantId: undefined });
  };
  return {
    /** For a request that Node could not read far enough to make one of it. */
    clientError(error: ConnectionError, socket: Socket & HttpFields): void {
      // Nobody is there to read an answer, or it was given before the rest of the request proved broken.
      if (error.code === "ECONNRESET" || !socket.writable || isAnswered(socket)) {
        socket.destroySoon();
        return;
      }
      answer(socket, clientProblem(error), socket.parser?.incoming ?? {});
    },
    /** For CONNECT, with which Node hands the bare connection over and looks after it no longer. */
    connect(request: IncomingMessage, socket: Duplex): void {
      socket.on("error", () => socket.destroy());
      socket.once("finish", () => socket.destroy());
      answer(socket, { kind: "methodNotAllowed", allowed: [], readOnly: false }, request);
    },
  };
}

/** Node tells of a broken body also when its request was answered meanwhile; only its own fields know. */
function isAnswered(socket: Socket & HttpFields): boolean {
  const { _httpMessage: response, parser } = socket;
  return parser?.incoming != null && (response == null || response.headersSent);
}

function clientProblem(error: ConnectionError): Problem {
  if (error.code === "ERR_HTTP_REQUEST_TIMEOUT") return { kind: "requestTimeout" };
  if (error.code !== "HPE_HEADER_OVERFLOW") return { kind: "malformedRequest" };
  // Without a line end in that much text it is the request line that is too long.
  const packet: unknown = error.rawPacket; // a Buffer, whatever Fastify's type says
  const lineEnd = Buffer.isBuffer(packet) ? packet.indexOf("\n") : 0;
  return { kind: lineEnd === -1 || lineEnd > urlLimit ? "urlTooLong" : "headersTooLarge" };
}
