import { exitCodes } from "./exit-codes.js";
import { renderHelp } from "./help.js";
import { createHost, readVersion } from "./process-host.js";
import { type Command, readArguments } from "./read-arguments.js";
import { UsageError } from "./usage-error.js";

/** The name of the program in its own help. */
const programName = "provlog-mock";

/**
 * Runs the mock server's program in this process: reads the flags and `PROVLOG_…` variables, writes to its standard
 * streams, serves until SIGINT or SIGTERM. Resolves to the exit code: 0 stopped, 1 failed to start, 2 usage.
 * `name` is what the help calls the program. Default `provlog-mock`.
 */
export async function runCommandLine(argv: readonly string[], name: string = programName): Promise<number> {
  try {
    const command: Command = readArguments(argv, process.env);
    if (command.kind === "help") process.stdout.write(renderHelp(name));
    else if (command.kind === "version") process.stdout.write(`${name} ${readVersion()}\n`);
    else {
      // Loaded only now: help and version need none of it.
      const { runProgram } = await import("./run-program.js");
      return await runProgram(command.values, createHost());
    }
    return exitCodes.stopped;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\nSee ${name} --help.\n`);
    return exitCodes.usage;
  }
}
