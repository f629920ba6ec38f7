import type { CommandContext } from "@stricli/core";
import type { ExitCode } from "../exit-codes.js";
import type { System } from "../system.js";

/** What a command finds as `this`: the world, and the place for its result. */
export interface CliContext extends CommandContext {
  readonly system: System;
  finish(outcome: Outcome): void;
}

/** A command either has an exit code, or an error that will be explained. */
export type Outcome = { readonly exitCode: number } | { readonly error: unknown };

/** A command that loads what it needs when it is run, not when the help is shown. */
export function lazily<Flags, Arguments extends readonly unknown[]>(
  load: () => Promise<(system: System, flags: Flags, ...rest: Arguments) => Promise<ExitCode>>,
): () => Promise<(this: CliContext, flags: Flags, ...rest: Arguments) => Promise<void>> {
  return async () =>
    async function (flags, ...rest) {
      try {
        const run = await load();
        this.finish({ exitCode: await run(this.system, flags, ...rest) });
      } catch (error) {
        this.finish({ error });
      }
    };
}
