import { buildCommand } from "@stricli/core";
import { type CliContext, lazily } from "./command.js";
import { portNumber, wholeNumber } from "./parameters.js";
import type { MockFlags } from "./run-mock.js";

export const mockCommand = buildCommand<MockFlags, [], CliContext>({
  loader: lazily(async () => (await import("./run-mock.js")).runMock),
  parameters: {
    flags: {
      port: {
        kind: "parsed",
        parse: portNumber,
        default: "4480",
        placeholder: "n",
        brief: "Listen on this port; 0 takes a free one",
      },
      host: {
        kind: "parsed",
        parse: String,
        default: "127.0.0.1",
        placeholder: "host",
        brief: "Listen on this address",
      },
      data: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "file",
        brief: "Keep the events in this file instead of in memory",
      },
      scenario: {
        kind: "parsed",
        parse: String,
        default: "steady",
        placeholder: "name",
        brief: "The story an empty store is filled with",
      },
      seed: {
        kind: "parsed",
        parse: wholeNumber,
        default: "1",
        placeholder: "n",
        brief: "The same seed gives the same events",
      },
      count: {
        kind: "parsed",
        parse: wholeNumber,
        default: "1000",
        placeholder: "n",
        brief: "How many events an empty store is filled with",
      },
      auth: {
        kind: "enum",
        values: ["any", "off"],
        default: "any",
        brief: "any: a bearer token must be there; off: none is asked for",
      },
      readOnly: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "Refuse every write with 405, as the live service does",
      },
      durability: {
        kind: "enum",
        values: ["normal", "full"],
        default: "normal",
        brief: "full: an answered write survives a power cut, too",
      },
      publicBaseUrl: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "url",
        brief: "What links in answers begin with",
      },
    },
  },
  docs: {
    brief: "Start a mock server with a thousand events",
    customUsage: ["", "--port 4481 --data events.db"],
  },
});
