import { run } from "@stricli/core";
import { buildApp } from "./app.js";
import type { CliContext, Outcome } from "./commands/command.js";
import { type ExitCode, exitCodes } from "./exit-codes.js";
import { tell } from "./output/tell.js";
import { OutputClosedError, type System } from "./system.js";

/** Runs one command line and gives the exit code; touches nothing but the system it is given. */
export async function main(argv: readonly string[], system: System): Promise<number> {
  // The mock server has a program of its own; its flags, help and exit codes are not told twice.
  if (argv[0] === "mock") return system.runMock(argv.slice(1));
  // The framework writes without waiting; what it wrote goes out afterwards, in one piece.
  const texts = { stdout: [] as string[], stderr: [] as string[] };
  let outcome: Outcome | undefined;
  const process: CliContext["process"] & { exitCode?: number | string | null } = {
    stdout: { write: (text: string) => void texts.stdout.push(text) },
    stderr: { write: (text: string) => void texts.stderr.push(text) },
  };
  await run(buildApp(system.version), argv, {
    process,
    forCommand: () => ({
      process,
      system,
      finish: (result: Outcome) => {
        outcome = result;
      },
    }),
  });
  try {
    await system.stdout.write(texts.stdout.join(""));
    await system.stderr.write(texts.stderr.join(""));
    if (outcome === undefined) return exitCodeOfFramework(process.exitCode);
    if ("exitCode" in outcome) return outcome.exitCode;
    return await explain(outcome.error, system);
  } catch (error) {
    if (error instanceof OutputClosedError) return exitCodes.done;
    throw error;
  }
}

async function explain(error: unknown, system: System): Promise<ExitCode> {
  if (error instanceof OutputClosedError) return exitCodes.done;
  // Loaded on demand: it brings the client along, which most runs that fail have already.
  const { explainError } = await import("./explain-error.js");
  const { exitCode, lines } = explainError(error);
  for (const line of lines) await tell(system, line);
  return exitCode;
}

/** The framework's own codes: 0 after a help text, -5 (251) and -4 (252) for a command line it cannot read. */
function exitCodeOfFramework(code: number | string | null | undefined): ExitCode {
  switch (Number(code ?? 0)) {
    case 0:
      return exitCodes.done;
    case -4:
    case -5:
    case 251:
    case 252:
      return exitCodes.usage;
    default:
      return exitCodes.internal;
  }
}
