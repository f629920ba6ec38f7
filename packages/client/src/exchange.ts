import { graphError, isRedirect, networkError, redirectError, shapeError } from "./failures.js";
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
export interface GraphResponse {
  readonly request: GraphRequest;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly redact: Redact;
}

/** Sends a request once. @throws GraphError, NetworkError or ResponseShapeError, or the signal's reason. */
export async function exchange(request: GraphRequest, settings: Settings): Promise<GraphResponse> {
  const token = await readToken(settings);
  const redact = createRedact(token);
  const response = await ask(request, token, redact, settings);
  if (isRedirect(response)) throw redirectError(request, response, redact);
  const text = await receive(request, response, redact, settings);
  if (!response.ok) throw graphError(request, response, text, redact, settings);
  return { request, status: response.status, headers: response.headers, body: parse(request, response, text), redact };
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
    throw networkError(request, error, redact);
  }
}

async function receive(request: GraphRequest, response: Response, redact: Redact, settings: Settings): Promise<string> {
  // Of an error the status is the news; a body that is huge or breaks off only loses its text.
  try {
    return await readBody(response, response.ok ? settings.maxResponseBytes : 1024 * 1024);
  } catch (error) {
    if (request.signal?.aborted) throw request.signal.reason;
    if (!response.ok) return "";
    if (error instanceof BodyError) throw shapeError(request, response, error.message, error.reason);
    throw networkError(request, error, redact);
  }
}

function parse(request: GraphRequest, response: Response, text: string): unknown {
  if (response.status === 204) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, which can hold anything.
    throw shapeError(
      request,
      response,
      text === "" ? "the body is empty" : "the body is not JSON (broken off?)",
      "body",
    );
  }
}
