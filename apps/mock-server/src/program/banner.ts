import { createExampleCommands, type ExampleFacts } from "../example-commands.js";
import type { Paint } from "./paint.js";

/** What a start has to tell. */
export interface StartFacts extends ExampleFacts {
  readonly version: string;
  /** What links in answers begin with, where that is not the address. */
  readonly publicBaseUrl: string | undefined;
  /** Where the events are kept, without a password; undefined for memory. */
  readonly place: string | undefined;
  readonly events: number;
  /** What the store was filled with just now; undefined when it was left as it was. */
  readonly filledWith: { readonly scenario: string; readonly seed: number } | undefined;
  readonly certificateIsNew: boolean;
  /** Whether other machines can reach the address. */
  readonly isExposed: boolean;
}

/** The text of a successful start: address, data, token, commands to paste, how to stop. Ends with a line end. */
export function renderBanner(facts: StartFacts, paint: Paint): string {
  const commands = createExampleCommands(facts).flatMap(({ title, command }) => [
    `  ${paint.dim(`# ${title}`)}`,
    `  ${command}`,
    "",
  ]);
  const lines = [
    "",
    `  ${paint.bold("Provlog mock server")} ${paint.dim(facts.version)}`,
    "",
    `  Address   ${paint.bold(paint.cyan(facts.url))}`,
    ...(facts.publicBaseUrl === undefined ? [] : [`  Links     begin with ${facts.publicBaseUrl}`]),
    `  Data      ${describeData(facts)}`,
    ...(facts.isReadOnly ? ["  Writes    refused with 405 (read-only)"] : []),
    ...describeToken(facts.token, paint),
    ...describeCertificate(facts, paint),
    ...describeExposure(facts, paint),
    "",
    "  Paste any of these:",
    "",
    ...commands,
    `  The same in a browser: ${paint.cyan(`${facts.url}/`)}   Stop with ${paint.bold("Ctrl-C")}.`,
    "",
  ];
  return `${lines.join("\n")}\n`;
}

/** Where the events are, how many, and where they came from. */
function describeData({ place: kept, events, filledWith }: StartFacts): string {
  const many = `${events.toLocaleString("en-US")} ${events === 1 ? "event" : "events"}`;
  const place = kept === undefined ? "in memory, gone when the server stops" : `in ${kept}`;
  if (filledWith !== undefined) {
    return `${many} ${place}; filled just now: ${filledWith.scenario}, seed ${filledWith.seed}`;
  }
  return events === 0 ? `none yet, ${place}` : `${many} ${place}; found there and left alone`;
}

function describeToken(token: string | undefined, paint: Paint): string[] {
  if (token === undefined) return ["  Token     none needed (--auth off)"];
  return [`  Token     ${paint.green(token)}`, `            ${paint.dim("any other bearer token is taken too")}`];
}

function describeCertificate({ certificatePath, certificateIsNew }: StartFacts, paint: Paint): string[] {
  if (certificatePath === undefined) return [];
  const made = certificateIsNew ? "made just now, for localhost" : "for localhost";
  return [`  TLS       ${made}; for Node: ${paint.bold(`NODE_EXTRA_CA_CERTS=${certificatePath}`)}`];
}

function describeExposure({ isExposed, token }: StartFacts, paint: Paint): string[] {
  if (!isExposed) return [];
  const who = token === undefined ? "without any token" : "with any token";
  return [
    "",
    `  ${paint.yellow(paint.bold("Warning"))}   ${paint.yellow(`other machines can reach this address, and read and change its events ${who}.`)}`,
    `            ${paint.yellow("Leave --host out to keep the server to this machine.")}`,
  ];
}
