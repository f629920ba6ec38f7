import { StoreError } from "@org/store";
import type { Config } from "../config.js";
import { environmentName } from "./flags.js";

/** Why a start failed, and what to do about it; undefined for what nobody foresaw. */
export function explainFailure(error: unknown, { port, host }: Pick<Config, "port" | "host">): string | undefined {
  if (StoreError.isInstance(error)) return error.message;
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is taken by another program. Use another one: --port ${port === 65_535 ? 4481 : port + 1} (or ${environmentName("port")}), or --port 0 for any free one.`;
    case "EACCES":
      if ("syscall" in error && error.syscall === "listen") {
        return `This user may not listen on port ${port}. Use one above 1023: --port 4480.`;
      }
      return error.message;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `--host ${host} is no address of this machine. Leave it out for 127.0.0.1, or use 0.0.0.0 for all of them.`;
    case "EROFS":
    case "ENOSPC":
    case "EPERM":
    case "ENOTDIR":
      return error.message;
    default:
      return undefined;
  }
}
