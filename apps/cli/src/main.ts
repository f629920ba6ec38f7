import { run } from "@stricli/core";
import { buildApp } from "./app.js";
import type { CliContext, Outcome } from "./commands/command.js";
import { hasToken } from "./connection.js";
import { type ExitCode, exitCodes, renderExitCodes } from "./exit-codes.js";
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
    if (isRootHelp(argv)) texts.stdout.push(exitCodesSection());
    await system.stdout.write(texts.stdout.join(""));
    await system.stderr.write(texts.stderr.join(""));
    if (outcome === undefined) return exitCodeOfFramework(process.exitCode);
    if ("exitCode" in outcome) return outcome.exitCode;
    return await explain(outcome.error, system);
  } catch (error) {
    return explain(error, system);
  }
}

function isRootHelp([first]: readonly string[]): boolean {
  return first === undefined || ["--help", "-h", "--help-all", "-H", "--helpAll"].includes(first);
}

/** After everything else: the framework puts its list of commands below all the text it is given. */
function exitCodesSection(): string {
  return `\nEXIT CODES\n${renderExitCodes()}\n  provlog mock has its own three; provlog mock --help tells them.\n`;
}

async function explain(error: unknown, system: System): Promise<ExitCode> {
  if (error instanceof OutputClosedError) return exitCodes.done;
  // Loaded on demand: it brings the client along, which most runs that fail have already.
  const { explainError } = await import("./explain-error.js");
  const { exitCode, lines } = explainError(error, hasToken(system.environment));
  try {
    for (const line of lines) await tell(system, line);
  } catch {
    // Nobody can be told; the exit code still says it.
  }
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
