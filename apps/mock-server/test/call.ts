import type { InjectOptions, LightMyRequestResponse } from "fastify";
import { createMockServer, type MockServer, type MockServerOptions } from "../src/index.js";

export const contractPath = "/beta/auditLogs/directoryProvisioning";
export const unversionedPath = "/auditLogs/directoryProvisioning";

/** A clock that stands still and ids that count, so that answers can be compared byte for byte. */
export function fixedOptions(options: MockServerOptions = {}): MockServerOptions {
  let count = 0;
  return {
    now: () => new Date("2026-03-02T08:14:05.250Z"),
    newId: () => {
      count += 1;
      return `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
    },
    ...options,
  };
}

export interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON with its Content-Type, a text as it is. */
  readonly body?: unknown;
  /** Default `any`; null sends no Authorization header. */
  readonly token?: string | null;
}

/** One request to a server that does not listen. */
export function call(
  server: MockServer,
  method: string,
  url: string,
  options: Call = {},
): Promise<LightMyRequestResponse> {
  const { body, token = "any", headers = {} } = options;
  const isText = typeof body === "string" || Buffer.isBuffer(body);
  return server.inject({
    method: method as NonNullable<InjectOptions["method"]>,
    url,
    headers: {
      host: "graph.test",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined || isText ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: isText ? body : JSON.stringify(body) }),
  });
}

export const createTestServer = (options: MockServerOptions = {}): Promise<MockServer> =>
  createMockServer(fixedOptions(options));
