import { type ChildProcessByStdio, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

// PostgreSQL for tests. vitest runs `setup` once, which costs next to nothing: the server is started when the first
// test file of the run asks for a database. TEST_PG_URL names a server to be used instead; the user in it must be
// allowed to create databases.

const program = fileURLToPath(new URL("./packages/store/test/postgres/server.mjs", import.meta.url));
/** Where test files find the process that runs them. */
const brokerVariable = "PROVLOG_TEST_POSTGRES";

type Answer = { readonly url: string } | { readonly error: string };

/** A server of one's own, for tests that stop it. */
export interface PostgresServer extends AsyncDisposable {
  /** Starts it again after `stop`, at the same address. */
  start(): Promise<void>;
  /** Stops it; its data stay. */
  stop(): Promise<void>;
  /** Makes a new, empty database and gives its address. */
  createDatabase(): Promise<string>;
}

/**
 * A new, empty database of the run's server. Undefined where no server can run, which the run then says on stderr once:
 * tests that need one skip themselves.
 */
export async function createPostgresDatabase(): Promise<string | undefined> {
  const broker = process.env[brokerVariable];
  if (broker === undefined) throw new Error("The vitest config lacks vitest.postgres.ts among its globalSetup.");
  const response = await fetch(broker, { method: "POST" });
  const answer = (await response.json()) as Answer;
  if ("url" in answer) return answer.url;
  if (response.status === 503) return undefined;
  throw new Error(answer.error);
}

/** Undefined where no server can run, which is said on stderr. */
export async function startPostgresServer(): Promise<PostgresServer | undefined> {
  const control = new ServerControl([]);
  const started = await control.ask("start");
  if ("error" in started) {
    await control.end();
    console.error(`A test is SKIPPED: no PostgreSQL server of its own could be started here (${started.error}).`);
    return undefined;
  }
  const ask = async (command: string): Promise<string> => {
    const answer = await control.ask(command);
    if ("url" in answer) return answer.url;
    throw new Error(answer.error);
  };
  return {
    start: async () => void (await ask("start")),
    stop: async () => void (await ask("stop")),
    createDatabase: () => ask("database"),
    [Symbol.asyncDispose]: () => control.end(),
  };
}

let broker: Server | undefined;
let control: ServerControl | undefined;

/** Called by vitest before the first test file. */
export async function setup(): Promise<void> {
  const path = `/${randomUUID()}`;
  let unavailable: Promise<string | undefined> | undefined;
  broker = createServer(async (request, response) => {
    if (request.method !== "POST" || request.url !== path) return response.writeHead(404).end();
    unavailable ??= startOrSay();
    const reason = await unavailable;
    const answer = reason === undefined ? await control?.ask("database") : { error: reason };
    response.writeHead(reason === undefined ? 200 : 503).end(JSON.stringify(answer));
  });
  broker.listen(0, "127.0.0.1");
  await once(broker, "listening");
  broker.unref();
  process.env[brokerVariable] = `http://127.0.0.1:${(broker.address() as AddressInfo).port}${path}`;
}

/** Called by vitest after the last test file. */
export async function teardown(): Promise<void> {
  broker?.close();
  await control?.end();
}

/** Why no server can run; undefined once it runs. A server that was named and does not answer is an error, not a reason. */
async function startOrSay(): Promise<string | undefined> {
  const given = process.env["TEST_PG_URL"];
  control = new ServerControl(given ? [given] : []);
  const answer = await control.ask("start");
  if ("url" in answer) return undefined;
  const reason = `PostgreSQL tests are SKIPPED: no server could be started here (${answer.error}). Set TEST_PG_URL to use one that runs.`;
  console.error(reason);
  // For `npm test`, which shows the output of failed runs only.
  mkdirSync("reports", { recursive: true });
  writeFileSync("reports/postgres.json", JSON.stringify({ reason }));
  return reason;
}

/** The process that runs the server. It ends, and cleans up, when its input does: also when this process is killed. */
class ServerControl {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #nextId = 0;
  #failure: string | undefined;

  constructor(programArguments: readonly string[]) {
    // Detached: a Ctrl-C meant for the run must not reach the server before its clients are done.
    this.#child = spawn(process.execPath, [program, ...programArguments], {
      stdio: ["pipe", "pipe", "inherit"],
      detached: true,
    });
    this.#child.on("error", (error) => this.#fail(error.message));
    this.#child.on("close", (code, signal) => this.#fail(`the process of the server ended with ${code ?? signal}`));
    this.#child.stdin.on("error", (error) => this.#fail(error.message));
    createInterface({ input: this.#child.stdout }).on("line", (line) => {
      const answer = JSON.parse(line) as Answer & { readonly id: number };
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
  }

  ask(command: string): Promise<Answer> {
    return new Promise((resolve) => {
      if (this.#failure !== undefined) return resolve({ error: this.#failure });
      this.#nextId += 1;
      this.#waiting.set(this.#nextId, resolve);
      this.#child.stdin.write(`${JSON.stringify({ id: this.#nextId, command })}\n`);
    });
  }

  async end(): Promise<void> {
    if (this.#failure !== undefined) return;
    const closed = once(this.#child, "close");
    this.#child.stdin.end();
    await closed;
  }

  #fail(reason: string): void {
    this.#failure ??= reason;
    for (const answer of this.#waiting.values()) answer({ error: this.#failure });
    this.#waiting.clear();
  }
}
