import { isUtf8 } from "node:buffer";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { bodyLimit } from "./plugins/graph-errors.js";
import { type Problem, ProblemError } from "./problem.js";

/** Takes every body as bytes: what is wrong with it is found in the order the contract table says, not in the parser. */
export function takeBodiesAsBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer", bodyLimit }, (_request, body, done) => done(null, body));
}

/** A hook for routes that take JSON: refuses every other content before a byte of it is read. */
export function requireJson(request: FastifyRequest, _reply: unknown, done: (error?: Error) => void): void {
  const { "content-type": contentType, "content-encoding": encoding } = request.headers;
  const problem = judgeContent(contentType, encoding);
  if (problem === undefined) done();
  else done(new ProblemError(problem));
}

function judgeContent(contentType: string | undefined, encoding: string | undefined): Problem | undefined {
  if (contentType === undefined || contentType.trim() === "") return { kind: "contentTypeMissing" };
  if (contentType !== "application/json" && !isJson(contentType)) return { kind: "contentTypeNotJson" };
  if (encoding !== undefined && encoding.toLowerCase() !== "identity") return { kind: "contentEncoding", encoding };
  return undefined;
}

function isJson(contentType: string): boolean {
  const [type = "", ...parameters] = contentType.toLowerCase().split(";");
  if (type.trim() !== "application/json") return false;
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("charset="));
  return charset === undefined || /^charset="?(utf-?8|us-ascii)"?$/.test(charset);
}

/**
 * The JSON of a request body.
 * @throws ProblemError when there is none, or it cannot be read.
 */
export function readJson(body: unknown): unknown {
  if (!Buffer.isBuffer(body) || body.length === 0) throw new ProblemError({ kind: "bodyEmpty" });
  if (!isUtf8(body)) throw new ProblemError({ kind: "bodyNotJson", reason: "The body is not UTF-8." });
  const text = body.toString("utf8");
  try {
    return JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  } catch {
    throw new ProblemError({ kind: "bodyNotJson", reason: "The body is not JSON." });
  }
}

/** A JSON object, as far as nothing is known of its members. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What kind of body a write was given. */
export function kindOfBody(body: unknown): "object" | "delta" | "notObject" {
  if (!isJsonObject(body)) return "notObject";
  const context = body["@odata.context"] ?? body["@context"];
  const isDelta = Array.isArray(body["value"]) || (typeof context === "string" && /[#/]\$?delta$/.test(context));
  return isDelta ? "delta" : "object";
}

export function isJsonObject(body: unknown): body is JsonObject {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

/** "an array", "null", "a number", for a message. */
export function nameKind(body: unknown): string {
  if (body === null) return "null";
  return Array.isArray(body) ? "an array" : `a ${typeof body}`;
}
