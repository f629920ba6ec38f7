#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { exitCodes } from "./program/exit-codes.js";
import { renderHelp } from "./program/help.js";
import type { OutputStream, ProgramHost } from "./program/host.js";
import { type Command, readArguments } from "./program/read-arguments.js";
import { UsageError } from "./program/usage-error.js";

// Everything else is loaded when it is needed: help and version need none of it.
process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const command: Command = readArguments(process.argv.slice(2), process.env);
    if (command.kind === "help") process.stdout.write(renderHelp());
    else if (command.kind === "version") process.stdout.write(`provlog-mock ${readVersion()}\n`);
    else {
      const { runProgram } = await import("./program/run-program.js");
      return await runProgram(command.values, createHost());
    }
    return exitCodes.stopped;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\nSee provlog-mock --help.\n`);
    return exitCodes.usage;
  }
}

function createHost(): ProgramHost {
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

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "";
}
