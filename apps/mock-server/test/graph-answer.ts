import type { IncomingHttpHeaders } from "node:http";
import { expect } from "vitest";

export interface Answer {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders | Record<string, unknown>;
  readonly body: string;
}

interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string; readonly innerError: Record<string, string> };
}

/** Whatever was asked: an answer, or Graph's error, and never a failure of the server's own. */
export function expectGraphAnswer(reply: Answer): void {
  expect(reply.statusCode, reply.body).toBeLessThan(500);
  if (reply.statusCode < 400) return;
  const { error } = JSON.parse(reply.body) as ErrorBody;
  expect(error.code).toMatch(/^[A-Z][A-Za-z_-]+$/);
  // Spelt as Node, fastify and SQLite spell them: a message may repeat what was asked, and chance asks for /HpE_/, too.
  expect(error.message).not.toMatch(/FST_ERR|HPE_[A-Z]{3}|[Ff]astify|SQLITE_|SyntaxError|at position \d+ in JSON/);
  expect(error.innerError["request-id"]).toBe(reply.headers["request-id"]);
}
