import { environmentName, type Flag, flags } from "./flags.js";

const column = 30;
const width = 80;

/** What `--help` prints of the program called `name`. */
export function renderHelp(name: string): string {
  const rows: readonly Flag[] = flags;
  return `${name} answers the Microsoft Graph provisioning log routes as Graph does,
with data, on your machine.

Usage: ${name} [flags]

Flags, each with the environment variable that does the same (the flag wins):
${rows.map(renderFlag).join("\n")}
${renderRow("--version", "Print the version.")}
${renderRow("--help", "Print this.")}

Examples:
  ${name}
  ${name} --data events.db --port 4481
  ${name} --count 0 --auth off --log off

Exit codes:
  0  stopped by a signal, after the requests under way were answered and stored
  1  failed to start: the port or the data could not be had
  2  usage: a flag or a value that does not exist
A second signal stops at once, with 128 and the signal's number.
`;
}

function renderFlag(flag: Flag): string {
  const name = flag.argument === undefined ? `--${flag.name}` : `--${flag.name} ${flag.argument}`;
  const preset = flag.default === undefined || flag.argument === undefined ? "" : ` Default ${flag.default}.`;
  return `${renderRow(name, `${flag.description}${preset}`)}\n${" ".repeat(column)}${environmentName(flag.name)}`;
}

function renderRow(left: string, right: string): string {
  const [first = "", ...others] = wrap(right, width - column);
  return [`  ${left.padEnd(column - 2)}${first}`, ...others.map((line) => `${" ".repeat(column)}${line}`)].join("\n");
}

function wrap(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > length) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
