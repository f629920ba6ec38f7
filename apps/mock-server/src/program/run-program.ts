import { ensureCertificate } from "../certificate.js";
import { type Config, parseConfig } from "../config.js";
import { createMockServer, type MockServer } from "../create-mock-server.js";
import { describeDataPlace } from "../data-place.js";
import { isLoopback } from "../is-loopback.js";
import { didYouMean } from "../nearest.js";
import { renderBanner } from "./banner.js";
import { findDataFolder } from "./data-folder.js";
import { exitCodes } from "./exit-codes.js";
import { explainFailure } from "./explain-failure.js";
import { createFillProgress } from "./fill-progress.js";
import type { ProgramHost, StopSignal } from "./host.js";
import { createJsonLogger, createPrettyLogger, type ProgramLogger } from "./logger.js";
import { createPaint, wantsColour } from "./paint.js";
import { probePort } from "./probe-port.js";
import type { GivenValues } from "./read-arguments.js";
import { UsageError } from "./usage-error.js";

const signalCodes: Readonly<Record<StopSignal, number>> = { SIGINT: 130, SIGTERM: 143 };

/** Thrown out of a filling that a signal ends. */
class Stopped extends Error {}

/** Starts the server, explains it, and serves until a signal comes; resolves to the exit code. */
export async function runProgram(given: GivenValues, host: ProgramHost): Promise<number> {
  const config = parseConfig(given);
  await checkScenario(config.scenario);
  const stop = watchSignals(host);
  const log = await createLogger(config, host);
  let server: MockServer | undefined;
  try {
    await probePort(config.port, config.host);
    const https = config.https ? await findCertificate(host) : undefined;
    server = await createMockServer({ ...pick(config), https, now: host.now, logger: log?.logger });
    const isFilled = await fillWhenEmpty(server, config, host, () => stop.isAsked);
    const url = nameLocally(await server.listen({ port: config.port, host: config.host }), config.host);
    await tell({ server, config, host, log, url, isFilled, https });
    const signal = await stop.signal;
    host.stderr.write(
      `\n${signal}: stopping, once the requests under way are answered. A second signal stops at once.\n`,
    );
    return exitCodes.stopped;
  } catch (error) {
    if (error instanceof Stopped) {
      const place = describeDataPlace(config.data);
      const rest = place === undefined ? "" : ` ${place} holds a part of the events; empty it to begin anew.`;
      host.stderr.write(`Stopped while filling.${rest}\n`);
      return exitCodes.stopped;
    }
    const text =
      explainFailure(error, config) ??
      `This should not happen: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    host.stderr.write(`provlog-mock did not start. ${text}\n`);
    return exitCodes.failedToStart;
  } finally {
    await server?.close();
    log?.flush();
  }
}

async function checkScenario(scenario: string): Promise<void> {
  const { scenarios } = await import("@org/simulator");
  if (scenarios.some((name) => name === scenario)) return;
  throw new UsageError(
    `There is no scenario "${scenario}"; there is: ${scenarios.join(", ")}.${didYouMean(scenario, scenarios)}`,
  );
}

function watchSignals(host: ProgramHost): { readonly isAsked: boolean; readonly signal: Promise<StopSignal> } {
  const state = { isAsked: false };
  const signal = new Promise<StopSignal>((resolve) => {
    host.onSignal((name) => {
      if (state.isAsked) host.exit(signalCodes[name]);
      state.isAsked = true;
      resolve(name);
    });
  });
  return {
    signal,
    get isAsked() {
      return state.isAsked;
    },
  };
}

async function createLogger(config: Config, host: ProgramHost): Promise<ProgramLogger | undefined> {
  const { stdout, environment } = host;
  const format = config.log ?? (stdout.isTerminal ? "pretty" : "json");
  if (format === "off") return undefined;
  if (format === "json") return createJsonLogger(1);
  return createPrettyLogger((text) => stdout.write(text), wantsColour(stdout.isTerminal, environment));
}

function findCertificate({ environment, platform, homeFolder, now }: ProgramHost) {
  return ensureCertificate(findDataFolder(environment, platform, homeFolder), now());
}

function pick({ data, auth, profile, readOnly, publicBaseUrl, durability }: Config) {
  return { data, auth, profile, readOnly, publicBaseUrl, durability };
}

async function fillWhenEmpty(
  server: MockServer,
  { scenario, seed, count }: Config,
  host: ProgramHost,
  isStopped: () => boolean,
): Promise<boolean> {
  if (count === 0) return false;
  const progress = createFillProgress(count, host.stderr, host.elapsed);
  const onProgress = (made: number): void => {
    if (isStopped()) throw new Stopped();
    progress.report(made);
  };
  try {
    // Also when the store holds data already, which is then left alone: a reset goes back to the scenario.
    return (await server.rememberFilling({ scenario, seed, count, onProgress })) > 0;
  } finally {
    progress.end();
  }
}

/** What a person on this machine calls: a wildcard address is no address to call. */
function nameLocally(url: string, host: string): string {
  return host === "0.0.0.0" || host === "::" ? url.replace(/\/\/(\[::\]|0\.0\.0\.0)/, "//127.0.0.1") : url;
}

interface Started {
  readonly server: MockServer;
  readonly config: Config;
  readonly host: ProgramHost;
  readonly log: ProgramLogger | undefined;
  readonly url: string;
  readonly isFilled: boolean;
  readonly https: Awaited<ReturnType<typeof findCertificate>> | undefined;
}

/** On a terminal people and log share the screen. Elsewhere standard output is the log's if it is JSON, and people read the other. */
async function tell({ server, config, host, log, url, isFilled, https }: Started): Promise<void> {
  const { data, auth, scenario, seed, readOnly, publicBaseUrl } = config;
  const isJson = log !== undefined && config.log !== "pretty" && (config.log === "json" || !host.stdout.isTerminal);
  const stream = isJson ? host.stderr : host.stdout;
  const events = await server.count();
  const token = auth === "off" ? undefined : server.token;
  const banner = renderBanner(
    {
      version: host.version,
      url,
      publicBaseUrl,
      place: describeDataPlace(data),
      events,
      filledWith: isFilled ? { scenario, seed } : undefined,
      token,
      id: await server.newestId(),
      isReadOnly: readOnly,
      certificatePath: https?.certificatePath,
      certificateIsNew: https?.isNew ?? false,
      isExposed: !isLoopback(config.host),
      platform: host.platform,
    },
    createPaint(wantsColour(stream.isTerminal, host.environment)),
  );
  stream.write(banner);
  if (isJson) log.logger.info({ url, events }, "listening");
}
