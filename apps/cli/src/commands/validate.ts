import { buildCommand } from "@stricli/core";
import { type CliContext, lazily } from "./command.js";
import { outputFlag } from "./parameters.js";
import type { ValidateFlags } from "./run-validate.js";

export const validateCommand = buildCommand<ValidateFlags, string[], CliContext>({
  loader: lazily(async () => (await import("./run-validate.js")).runValidate),
  parameters: {
    flags: {
      shape: {
        kind: "enum",
        values: ["auto", "beta", "v1"],
        default: "auto",
        brief: "beta has action and statusInfo, v1 has not; auto decides for each event",
      },
      layout: {
        kind: "enum",
        values: ["auto", "lines", "document"],
        default: "auto",
        brief: "lines for one event per line; auto looks at the beginning",
      },
      output: { ...outputFlag, brief: "table for file:line: path reason; json or ndjson for programs" },
    },
    aliases: { o: "output" },
    positional: {
      kind: "array",
      minimum: 1,
      parameter: { parse: String, placeholder: "file", brief: "JSON or NDJSON; - for stdin" },
    },
  },
  docs: {
    brief: "Check files of provisioning events",
    customUsage: ["events.json more.ndjson", "--shape v1 - < events.ndjson"],
    fullDescription: [
      "Takes one event, an array, a collection answer or one event per line, of any size. Every event is held",
      "against the strict schema, as if it were to be stored. Findings go to stdout, the count to stderr.",
    ].join("\n"),
  },
});
