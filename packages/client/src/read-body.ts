import type { ResponseShapeReason } from "./errors/response-shape-error.js";

/** The body arrived, and is nothing to go on with. */
export class BodyError extends Error {
  readonly reason: ResponseShapeReason;

  constructor(reason: ResponseShapeReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Reads a body up to `maxBytes` and decodes it as UTF-8. @throws BodyError, or whatever the stream fails with. */
export async function readBody(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return "";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decode(() => decoder.decode());
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new BodyError("size", `the body is larger than ${maxBytes} bytes`);
    }
    text += decode(() => decoder.decode(value, { stream: true }));
  }
}

function decode(next: () => string): string {
  try {
    return next();
  } catch {
    throw new BodyError("body", "the body is not UTF-8 (broken off?)");
  }
}
