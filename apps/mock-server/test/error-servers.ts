import type { MockServer } from "../src/index.js";
import { createTestServer } from "./call.js";

/** One server for each way of starting that answers errors otherwise. */
export type ErrorServers = Readonly<Record<"writable" | "readOnly" | "legacy" | "strict", MockServer>>;

export async function createErrorServers(): Promise<ErrorServers> {
  return {
    writable: await createTestServer(),
    readOnly: await createTestServer({ readOnly: true }),
    legacy: await createTestServer({ profile: "legacy" }),
    strict: await createTestServer({ profile: "strict" }),
  };
}

export async function closeErrorServers(servers: ErrorServers): Promise<void> {
  await Promise.all(Object.values(servers).map((server) => server.close()));
}
