import type { AccessToken, ConnectionOptions, FetchLike } from "./options.js";

/** Connection options with nothing left to default. */
export interface Settings {
  readonly accessToken: AccessToken;
  readonly maxRetries: number;
  readonly maxRetryWait: number;
  readonly maxResponseBytes: number;
  readonly fetch: FetchLike;
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly now: () => number;
  readonly random: () => number;
  readonly newRequestId: () => string;
}

/** The only place where the surroundings of the process are named; everything else is given them. */
export function resolveSettings(options: ConnectionOptions): Settings {
  return {
    accessToken: options.accessToken,
    maxRetries: options.maxRetries ?? 3,
    maxRetryWait: options.maxRetryWait ?? 180,
    maxResponseBytes: options.maxResponseBytes ?? 64 * 1024 * 1024,
    // Looked up per call: a test or an instrumentation may replace the global one later.
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    sleep: options.sleep ?? sleepByTimer,
    now: options.now ?? Date.now,
    random: options.random ?? Math.random,
    newRequestId: options.newRequestId ?? (() => globalThis.crypto.randomUUID()),
  };
}

function sleepByTimer(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}
