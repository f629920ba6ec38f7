import type { RunningMockServer, StartOptions } from "@org/mock-server";
import { mockUrl } from "../connection.js";
import { InputError, UsageError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { System } from "../system.js";

export interface MockFlags {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly scenario: string;
  readonly seed: number;
  readonly count: number;
  readonly auth: "any" | "off";
  readonly readOnly: boolean;
  readonly durability: "normal" | "full";
  readonly publicBaseUrl?: string;
}

export async function runMock(system: System, flags: MockFlags): Promise<ExitCode> {
  const stopped = system.stopped();
  const server = await start(flags);
  try {
    await system.stdout.write(renderStart(server));
    await stopped;
  } finally {
    await server.close();
  }
  return exitCodes.done;
}

async function start(flags: StartOptions & MockFlags): Promise<RunningMockServer> {
  const { startMockServer } = await import("@org/mock-server");
  try {
    return await startMockServer(flags);
  } catch (error) {
    throw explainStart(error, flags);
  }
}

function explainStart(error: unknown, { port, host }: MockFlags): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    return new UsageError(`port ${port} is taken; take another one with --port, or any with --port 0.`);
  if (code === "EACCES") return new UsageError(`this user may not listen on port ${port}; take one above 1023.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return new UsageError(`--host ${host} is no address of this machine.`);
  if (error instanceof RangeError) return new UsageError(error.message);
  return error.name === "StoreError" ? new InputError(error.message) : error;
}

/** The commands are ready to paste: the variable is named only where the default would not lead here. */
function renderStart({ url, token }: RunningMockServer): string {
  const prefix = url === mockUrl ? "" : `PROVLOG_URL=${url} `;
  return [
    `Mock server at ${url}`,
    `Token (any other is taken, too): ${token}`,
    "",
    "In another terminal:",
    `  ${prefix}provlog list`,
    `  curl -H "Authorization: Bearer ${token}" "${url}/beta/auditLogs/directoryProvisioning?\\$top=1"`,
    "",
    "Stop with Ctrl-C.",
    "",
  ].join("\n");
}
