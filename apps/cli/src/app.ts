import { type Application, buildApplication, buildRouteMap, text_en } from "@stricli/core";
import type { CliContext } from "./commands/command.js";
import { getCommand } from "./commands/get.js";
import { listCommand } from "./commands/list.js";
import { mockCommand } from "./commands/mock.js";
import { updateCommand } from "./commands/update.js";
import { validateCommand } from "./commands/validate.js";
import { printable } from "./output/escape.js";

/** Commands of the help that run as they stand once `provlog mock` runs; a test runs them. */
const examples: readonly string[] = [
  "provlog list --limit 5",
  "provlog list --limit 1 -o ndjson | provlog update - --set durationInMilliseconds=250",
  "provlog list --all -o ndjson | provlog validate -",
];

const description = `Read, change and check the Microsoft Graph provisioning log.

EXAMPLES
${examples.map((example) => `  ${example}`).join("\n")}

ENVIRONMENT
  PROVLOG_URL      address of the service, without version (default http://127.0.0.1:4480, where provlog mock listens)
  PROVLOG_TOKEN    access token; a mock on this machine takes any
  PROVLOG_VERSION  beta (default) or v1.0
  NO_COLOR         no colours`;

/** The table of commands; nothing of a command but its flags and its help is loaded. */
export function buildApp(version: string): Application<CliContext> {
  const root = buildRouteMap<string, CliContext>({
    routes: { mock: mockCommand, list: listCommand, get: getCommand, update: updateCommand, validate: validateCommand },
    docs: { brief: "Read, change and check the Microsoft Graph provisioning log", fullDescription: description },
  });
  return buildApplication(root, {
    name: "provlog",
    versionInfo: { currentVersion: version },
    scanner: { caseStyle: "allow-kebab-for-camel", allowArgumentEscapeSequence: true },
    documentation: { useAliasInUsageLine: true, onlyRequiredInUsageLine: true, disableAnsiColor: true },
    localization: { text: { ...text_en, ...messages } },
  });
}

/** Errors of the command line look like every other message of the program and say where to read on. */
const messages: Partial<typeof text_en> = {
  exceptionWhileParsingArguments: (error) => advise(error instanceof Error ? error.message : String(error)),
  noCommandRegisteredForInput: (args) => advise(text_en.noCommandRegisteredForInput(args)),
};

function advise(text: string): string {
  return `provlog: ${printable(text)}\nprovlog: --help shows what there is.`;
}
