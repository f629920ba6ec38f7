import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import type { OutputStream, ProgramHost } from "./host.js";

/** The process this runs in, as the program sees it. */
export function createHost(): ProgramHost {
  return {
    environment: process.env,
    platform: process.platform,
    homeFolder: homedir(),
    version: readVersion(),
    stdout: createOutput(process.stdout),
    stderr: createOutput(process.stderr),
    now: () => new Date(),
    elapsed: () => performance.now(),
    onSignal(listener) {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, listener);
    },
    exit: (code) => process.exit(code),
  };
}

function createOutput(stream: NodeJS.WriteStream): OutputStream {
  // Whoever read it may be gone, as in `provlog-mock | head`; the server goes on.
  stream.on("error", () => undefined);
  return { isTerminal: stream.isTTY === true, write: (text) => void stream.write(text) };
}

/** The version of this package. */
export function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "";
}
