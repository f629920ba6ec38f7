import { type AnswerHead, graphError, isRedirect, networkError, redirectError, shapeError } from "./failures.js";
import { BodyError, readBody } from "./read-body.js";
import { createRedact, type Redact } from "./redact.js";
import type { Settings } from "./settings.js";

/** One request, ready but for its token. */
export interface GraphRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body?: string | undefined;
  readonly clientRequestId: string;
  readonly signal?: AbortSignal | undefined;
}

/** A successful answer, parsed; `body` is undefined when there was none. */
export interface GraphResponse extends AnswerHead {
  readonly body: unknown;
}

/** Sends a request once. @throws GraphError, NetworkError or ResponseShapeError, or the signal's reason. */
export async function exchange(request: GraphRequest, settings: Settings): Promise<GraphResponse> {
  const token = await readToken(settings);
  const redact = createRedact(token);
  const response = await ask(request, token, redact, settings);
  const head: AnswerHead = { request, status: response.status, headers: response.headers, redact };
  if (isRedirect(response)) {
    void response.body?.cancel();
    throw redirectError(head);
  }
  if (!response.ok) throw graphError(head, await receiveError(response, request), settings.now);
  return { ...head, body: parse(head, await receive(response, head, settings.maxResponseBytes)) };
}

async function readToken({ accessToken }: Settings): Promise<string> {
  const token = typeof accessToken === "string" ? accessToken : await accessToken();
  // Checked here, because the error that Headers would throw repeats the value.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new TypeError("the access token is empty or has characters that no header can carry (a line break?)");
  }
  return token;
}

async function ask(request: GraphRequest, token: string, redact: Redact, settings: Settings): Promise<Response> {
  try {
    return await settings.fetch(request.url, {
      method: request.method,
      headers: { ...request.headers, "client-request-id": request.clientRequestId, authorization: `Bearer ${token}` },
      // A redirect would take the token along, or lose it; either is for the caller to know.
      redirect: "manual",
      ...(request.body === undefined ? {} : { body: request.body }),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
  } catch (error) {
    if (request.signal?.aborted) throw request.signal.reason;
    throw networkError(request, error, redact);
  }
}

async function receive(response: Response, head: AnswerHead, maxBytes: number): Promise<string> {
  try {
    return await readBody(response, maxBytes);
  } catch (error) {
    if (head.request.signal?.aborted) throw head.request.signal.reason;
    if (error instanceof BodyError) throw shapeError(head, error.reason, [{ path: [], message: error.message }]);
    throw networkError(head.request, error, head.redact);
  }
}

/** Of an error the status is the news: a body that is huge or breaks off only loses its text. */
async function receiveError(response: Response, { signal }: GraphRequest): Promise<string> {
  try {
    return await readBody(response, 1024 * 1024);
  } catch {
    if (signal?.aborted) throw signal.reason;
    return "";
  }
}

function parse(head: AnswerHead, text: string): unknown {
  if (text === "" && (head.status === 204 || head.request.method === "DELETE")) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, which can hold anything.
    const message = text === "" ? "the body is empty" : "the body is not JSON (broken off?)";
    throw shapeError(head, "body", [{ path: [], message }]);
  }
}
