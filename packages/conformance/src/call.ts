import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { request as httpsRequest } from "node:https";

/** What to send. Nothing is added to it: no Content-Type, no Accept, no decoding of the answer. */
export interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON with its Content-Type, a text as it is and without one. */
  readonly body?: unknown;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  /** The body as an object; an empty one when the body is not a JSON object. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** A plain HTTP call that keeps the path exactly as written, which `fetch` does not. */
export function call(baseUrl: string, method: string, path: string, { headers = {}, body }: Call = {}): Promise<Reply> {
  const { protocol, hostname, port } = new URL(baseUrl);
  const isText = typeof body === "string";
  const payload = body === undefined ? undefined : Buffer.from(isText ? body : JSON.stringify(body));
  const sent: Record<string, string | number> = {
    ...(payload === undefined ? {} : { "content-length": payload.length }),
    ...(payload === undefined || isText ? {} : { "content-type": "application/json" }),
    ...headers,
  };
  const send = protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send({ hostname, port, method, path, headers: sent, agent: false, rejectUnauthorized: false });
    request.on("error", reject);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString("utf8");
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text, json: parseObject(text) });
      });
    });
    request.end(payload);
  });
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
