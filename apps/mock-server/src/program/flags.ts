/** One setting of the program: a flag, the environment variable of the same name, and what holds when neither is given. */
export interface Flag {
  /** Without the dashes. */
  readonly name: string;
  /** The word the help shows for the value; a switch has none. */
  readonly argument?: string;
  /** The only values taken, for those that have a list. */
  readonly choices?: readonly string[];
  /** As it would be typed; absent where the default is worked out. */
  readonly default?: string;
  readonly description: string;
}

export const flags = [
  { name: "port", argument: "PORT", default: "4480", description: "Listen on this port; 0 takes a free one." },
  {
    name: "host",
    argument: "HOST",
    default: "127.0.0.1",
    description: "Listen on this address; any but a loopback address lets other machines in.",
  },
  {
    name: "data",
    argument: "FILE",
    default: ":memory:",
    description:
      "Keep the events in this file; :memory: forgets them at the end. The variable also takes the URL of a PostgreSQL database, postgres://user:password@host/name, which several servers may share.",
  },
  {
    name: "scenario",
    argument: "NAME",
    default: "steady",
    description: "The story an empty store is filled with; one that holds data is left alone.",
  },
  { name: "seed", argument: "N", default: "1", description: "The same seed gives the same events." },
  { name: "count", argument: "N", default: "1000", description: "How many events an empty store is filled with." },
  {
    name: "auth",
    argument: "any|off",
    choices: ["any", "off"],
    default: "any",
    description: "any: a bearer token must be there, whatever it says; off: none is asked for.",
  },
  {
    name: "profile",
    argument: "NAME",
    choices: ["current", "legacy", "strict"],
    default: "current",
    description:
      "current: errors as Graph words them today; legacy: as it did in older years; strict: also refuse what Graph does not document for this log.",
  },
  {
    name: "read-only",
    default: "false",
    description: "Answer every write with 405; Graph documents this log as read-only.",
  },
  {
    name: "https",
    default: "false",
    description: "Speak TLS, with a certificate for localhost that is made once per machine.",
  },
  {
    name: "durability",
    argument: "normal|full",
    choices: ["normal", "full"],
    default: "normal",
    description: "normal: an answered write survives the end of the process; full: a power cut too.",
  },
  {
    name: "public-base-url",
    argument: "URL",
    description: "Build the links in answers from this URL instead of the address the request came to.",
  },
  {
    name: "log",
    argument: "pretty|json|off",
    choices: ["pretty", "json", "off"],
    description: "One line per request on standard output; pretty on a terminal, json elsewhere.",
  },
] as const satisfies readonly Flag[];

export type FlagName = (typeof flags)[number]["name"];

/** The environment variable that sets `flag`: `read-only` is `PROVLOG_READ_ONLY`. */
export function environmentName(flag: string): string {
  return `PROVLOG_${flag.replaceAll("-", "_").toUpperCase()}`;
}
