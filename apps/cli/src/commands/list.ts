import { buildCommand } from "@stricli/core";
import { type CliContext, lazily } from "./command.js";
import { listFormats } from "./output-format.js";
import { nonEmptyText, outputFlag, pageSize, urlFlag, wholeNumber } from "./parameters.js";
import type { ListFlags } from "./run-list.js";

const text = { kind: "parsed", parse: nonEmptyText, optional: true } as const;

export const listCommand = buildCommand<ListFlags, string[], CliContext>({
  loader: lazily(async () => (await import("./run-list.js")).runList),
  parameters: {
    flags: {
      since: { ...text, placeholder: "moment", brief: "Not before this moment" },
      until: { ...text, placeholder: "moment", brief: "Before this moment, which is not included" },
      app: { ...text, variadic: true, placeholder: "app", brief: "Application: its id, or a part of its name" },
      user: {
        ...text,
        variadic: true,
        placeholder: "user",
        brief: "Source or target identity: its id, its user principal name, or a part of its name",
      },
      status: { ...text, variadic: ",", placeholder: "status", brief: "success, failure, skipped or warning" },
      action: {
        ...text,
        variadic: ",",
        placeholder: "action",
        brief: "create, update, delete, disable, stagedDelete or other",
      },
      job: { ...text, variadic: ",", placeholder: "id", brief: "Job id" },
      cycle: { ...text, variadic: ",", placeholder: "id", brief: "Cycle id" },
      filter: { ...text, placeholder: "filter", brief: "Any other condition, as Graph takes it ($filter)" },
      orderby: { ...text, placeholder: "order", brief: "Order, as Graph takes it: 'activityDateTime asc' ($orderby)" },
      limit: {
        kind: "parsed",
        parse: wholeNumber,
        optional: true,
        placeholder: "n",
        brief: "Events in all; 25 unless told otherwise",
      },
      all: { kind: "boolean", default: false, withNegated: false, brief: "Every event, page after page" },
      top: { kind: "parsed", parse: pageSize, optional: true, placeholder: "n", brief: "Events per request ($top)" },
      columns: { ...text, placeholder: "paths", brief: "What to show: id,provisioningStatusInfo/status,…" },
      output: { ...outputFlag, values: listFormats, brief: "table for people; json, ndjson or csv for programs" },
      url: urlFlag,
    },
    aliases: { o: "output" },
    positional: {
      kind: "array",
      parameter: {
        parse: String,
        placeholder: "file",
        brief: "JSON or NDJSON to list instead of a service; - for stdin",
      },
    },
  },
  docs: {
    brief: "List provisioning events of a service or a file, the newest first",
    customUsage: [
      "[<flags>] [<file>…]",
      "--since yesterday --until today --status failure",
      "--app Dropbox --status failure,warning --since 7d -o csv > dropbox.csv",
      "--filter \"contains(targetIdentity/displayName,'Ada')\" --columns activityDateTime,targetIdentity/id",
      "--all -o ndjson > events.ndjson",
      "--status failure --limit 100 events.ndjson",
    ],
    fullDescription: [
      "An event has to pass every flag; the values of one flag that is given several times, or of --status,",
      "--action, --job and --cycle separated by commas, are alternatives.",
      "",
      "A moment is 2026-03-02T08:14:05Z, a date, now, today, yesterday, or how long ago: 30m, 2h, 7d (s, m, h,",
      "d, w). Days are days of UTC, as the times of the log are. --since includes its moment, --until does not.",
      "",
      "--app and --user take what looks like an id (a GUID) for one, and otherwise compare names letter by",
      "letter, capitals included, as Graph does. --user also compares ids that do not look like one, and for a",
      "text with an @ the details' UserPrincipalName, which Graph does not document for filters.",
      "",
      "--filter, --orderby and --columns are checked before anything is sent. On files the same flags give the",
      "same events: filters run here, in little memory; at most 50000 events are sorted, so that --all on a",
      "larger result is refused.",
      "",
      "In -o csv, text that a spreadsheet would run as a formula gets an apostrophe before it.",
    ].join("\n"),
  },
});
