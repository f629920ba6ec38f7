import { parseArgs } from "node:util";
import { didYouMean } from "../nearest.js";
import { environmentName, type FlagName, flags } from "./flags.js";
import { UsageError } from "./usage-error.js";

/** A setting as it was written, and where: `--port` or `PROVLOG_PORT`. */
export interface GivenValue {
  readonly text: string;
  readonly source: string;
}

export type GivenValues = ReadonlyMap<FlagName, GivenValue>;

export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "start"; readonly values: GivenValues };

const names: readonly string[] = flags.map((flag) => flag.name);
const switches: readonly string[] = flags.filter((flag) => !("argument" in flag)).map((flag) => flag.name);
const options = Object.fromEntries([
  ...flags.map((flag) => [flag.name, { type: switches.includes(flag.name) ? "boolean" : "string" } as const]),
  ["help", { type: "boolean", short: "h" } as const],
  ["version", { type: "boolean", short: "v" } as const],
]);

/**
 * Reads the command line and the environment; a flag wins over its variable. Values stay text here.
 * A switch takes `--https`, `--no-https` and `--https=false`; an empty variable counts as not set.
 * @throws UsageError for an unknown flag, a missing value, or a word that belongs to no flag.
 */
export function readArguments(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Command {
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const asked = tokens.flatMap((token) => (token.kind === "option" ? [token.name] : []));
  if (asked.includes("help")) return { kind: "help" };
  if (asked.includes("version")) return { kind: "version" };

  const values = readEnvironment(environment);
  for (const token of tokens) {
    if (token.kind === "positional") throw new UsageError(`Unexpected argument "${token.value}".`);
    if (token.kind !== "option") continue;
    const { name, text } = readFlag(token.name, token.rawName, token.value);
    values.set(name, { text, source: `--${token.name}` });
  }
  return { kind: "start", values };
}

function readFlag(name: string, rawName: string, value: string | undefined): { name: FlagName; text: string } {
  const positive = name.startsWith("no-") ? name.slice(3) : name;
  if (isFlagName(positive) && switches.includes(positive)) {
    if (positive === name) return { name: positive, text: value ?? "true" };
    if (value === undefined) return { name: positive, text: "false" };
    throw new UsageError(`${rawName} takes no value.`);
  }
  if (!isFlagName(name)) {
    throw new UsageError(`Unknown flag ${rawName}.${didYouMean(name, [...names, "help", "version"], "--")}`);
  }
  // What looks like a flag is one: "--data --https" is a forgotten value, not a file called "--https".
  if (value === undefined || value === "" || value.startsWith("--")) throw new UsageError(`${rawName} needs a value.`);
  return { name, text: value };
}

function readEnvironment(environment: Readonly<Record<string, string | undefined>>): Map<FlagName, GivenValue> {
  const values = new Map<FlagName, GivenValue>();
  for (const { name } of flags) {
    const source = environmentName(name);
    const text = environment[source];
    if (text !== undefined && text !== "") values.set(name, { text, source });
  }
  return values;
}

function isFlagName(name: string): name is FlagName {
  return names.includes(name);
}
