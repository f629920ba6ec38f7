import { buildCommand } from "@stricli/core";
import { type CliContext, lazily } from "./command.js";
import { eventId, outputFlag, urlFlag } from "./parameters.js";
import type { GetFlags } from "./run-get.js";

export const getCommand = buildCommand<GetFlags, [string], CliContext>({
  loader: lazily(async () => (await import("./run-get.js")).runGet),
  parameters: {
    flags: { output: outputFlag, url: urlFlag },
    aliases: { o: "output" },
    positional: {
      kind: "tuple",
      parameters: [{ parse: eventId, placeholder: "id", brief: "The event's id, from provlog list" }],
    },
  },
  docs: { brief: "Show one provisioning event", customUsage: ["<id>", "<id> -o json"] },
});
