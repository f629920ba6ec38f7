import { createMockServer } from "./create-mock-server.js";
import type { MockServerOptions } from "./options.js";

/** Where a started server listens and what it is filled with, beside what a built one takes. */
export interface StartOptions extends MockServerOptions {
  /** Default: a free one. */
  readonly port?: number | undefined;
  /** Default 127.0.0.1. */
  readonly host?: string | undefined;
  /** The story an empty store is filled with. Default: none, the store is left as it is. */
  readonly scenario?: string | undefined;
  /** The same seed gives the same events. Default 1. */
  readonly seed?: number | undefined;
  /** How many events. Default 1,000. */
  readonly count?: number | undefined;
}

/** A server that listens. */
export interface RunningMockServer {
  /** Scheme, host and port; no slash at the end. */
  readonly url: string;
  /** A bearer token of the tenant that was filled. */
  readonly token: string;
  /**
   * Forgets every event of the default tenant and of every tenant written to since the start, then fills again when a
   * scenario was given, with the same events as before.
   */
  reset(): Promise<void>;
  /** Lets running requests end, then stops listening and releases the store. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts a mock server and fills it when a scenario is given and it holds no events.
 * @throws StoreError when the store cannot be opened, RangeError for an unknown scenario, and what listening throws.
 */
export async function startMockServer(options: StartOptions = {}): Promise<RunningMockServer> {
  const { port, host, scenario, seed = 1, count = 1_000 } = options;
  const server = await createMockServer(options);
  try {
    if (scenario !== undefined) await server.rememberFilling({ scenario, seed, count });
    const url = await server.listen({ port, host });
    const { token, reset, close } = server;
    return { url, token, reset, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await server.close();
    throw error;
  }
}
