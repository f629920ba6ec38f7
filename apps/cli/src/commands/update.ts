import { buildCommand } from "@stricli/core";
import { type CliContext, lazily } from "./command.js";
import { etag, eventId, outputFlag, urlFlag } from "./parameters.js";
import type { UpdateFlags } from "./run-update.js";

export const updateCommand = buildCommand<UpdateFlags, [string | undefined], CliContext>({
  loader: lazily(async () => (await import("./run-update.js")).runUpdate),
  parameters: {
    flags: {
      id: {
        kind: "parsed",
        parse: eventId,
        optional: true,
        placeholder: "id",
        brief: "Update this event at its own address; without it the body's id counts",
      },
      set: {
        kind: "parsed",
        parse: String,
        optional: true,
        variadic: true,
        placeholder: "path=value",
        brief: "Set a property: jobId=x, statusInfo/status=failure, tenantId=null; may be repeated",
      },
      ifMatch: {
        kind: "parsed",
        parse: etag,
        optional: true,
        placeholder: "etag",
        brief: "Only if this etag is the stored one; * for any that is stored",
      },
      createIfMissing: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "Create the event if no such id is stored and the body is whole",
      },
      output: outputFlag,
      url: urlFlag,
    },
    aliases: { o: "output", s: "set" },
    positional: {
      kind: "tuple",
      parameters: [
        {
          parse: String,
          optional: true,
          placeholder: "file",
          brief: "JSON of the event or of the change; - for stdin",
        },
      ],
    },
  },
  docs: {
    brief: "Update a provisioning event: PATCH /auditLogs/directoryProvisioning",
    customUsage: ["event.json", "--id <id> --set statusInfo/status=failure", "- --if-match <etag> < change.json"],
    fullDescription: [
      "Without --id the documented address is used. It carries no id: an id in the body names the event to",
      "update; a body without one is stored as a new event if it has every property of the documentation.",
      "The body is the file with each --set put into it; --set alone is a body, too.",
    ].join("\n"),
  },
});
