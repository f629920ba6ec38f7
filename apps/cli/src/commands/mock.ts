import { buildCommand } from "@stricli/core";
import type { CliContext } from "./command.js";

/** Stands in the help's list of commands; `main` has handed the command to the mock server's own program before. */
export const mockCommand = buildCommand<Record<never, never>, [], CliContext>({
  async func() {
    this.finish({ exitCode: await this.system.runMock([]) });
  },
  parameters: {},
  docs: { brief: "Start a mock server with a thousand events; provlog mock --help has its flags" },
});
