import { buildCommand } from "@stricli/core";
import { type CliContext, lazily } from "./command.js";
import { outputFlag, pageSize, urlFlag, wholeNumber } from "./parameters.js";
import type { ListFlags } from "./run-list.js";

export const listCommand = buildCommand<ListFlags, [], CliContext>({
  loader: lazily(async () => (await import("./run-list.js")).runList),
  parameters: {
    flags: {
      top: { kind: "parsed", parse: pageSize, optional: true, placeholder: "n", brief: "Events per request ($top)" },
      limit: {
        kind: "parsed",
        parse: wholeNumber,
        optional: true,
        placeholder: "n",
        brief: "Events in all; 25 unless told otherwise",
      },
      all: { kind: "boolean", default: false, withNegated: false, brief: "Every event, page after page" },
      orderby: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "order",
        brief: "Order, as Graph takes it: 'activityDateTime asc' ($orderby)",
      },
      filter: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "filter",
        brief: "Filter, as Graph takes it ($filter); the mock refuses every filter so far",
      },
      output: outputFlag,
      url: urlFlag,
    },
    aliases: { o: "output" },
  },
  docs: {
    brief: "List provisioning events, the newest first",
    customUsage: [
      "[--top <n>] [--limit <n> | --all] [--orderby <order>] [--filter <filter>]",
      "--limit 5",
      "--all -o ndjson > events.ndjson",
      "--orderby 'activityDateTime asc' --top 100 --limit 300",
    ],
  },
});
