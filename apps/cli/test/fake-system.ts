import { main } from "../src/main.js";
import { OutputClosedError, OutputFailedError, type System } from "../src/system.js";

export interface FakeWorld {
  readonly environment?: Record<string, string>;
  readonly stdin?: string;
  readonly files?: Record<string, string>;
  /** Answers in turn; a function sees the request. */
  readonly answers?: (Response | Error | ((url: string, init: RequestInit) => Response))[];
  /** Instead of answers: a service that runs. */
  readonly fetch?: typeof globalThis.fetch;
  /** After so many writes stdout is closed. */
  readonly stdoutTakes?: number;
  /** Every write to stdout fails. */
  readonly stdoutFails?: boolean;
}

export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Arguments the mock server's program was run with. */
  readonly mockRuns: readonly (readonly string[])[];
  readonly requests: readonly {
    readonly method: string;
    readonly url: string;
    readonly headers: Headers;
    readonly body: unknown;
  }[];
}

/** Runs a command line in a world made of values. */
export async function run(argv: readonly string[], world: FakeWorld = {}): Promise<Run> {
  const texts = { stdout: "", stderr: "" };
  const requests: { method: string; url: string; headers: Headers; body: unknown }[] = [];
  const answers = [...(world.answers ?? [])];
  let writes = 0;
  const output = (name: "stdout" | "stderr") => ({
    inColour: false,
    columns: undefined,
    write: async (text: string) => {
      if (text === "") return;
      if (name === "stdout" && world.stdoutFails) throw new OutputFailedError("no space left");
      if (name === "stdout" && writes++ >= (world.stdoutTakes ?? Number.POSITIVE_INFINITY))
        throw new OutputClosedError();
      texts[name] += text;
    },
  });
  const mockRuns: (readonly string[])[] = [];
  const system: System = {
    environment: world.environment ?? {},
    stdout: output("stdout"),
    stderr: output("stderr"),
    stdin: chunks(world.stdin ?? ""),
    readFile: (path) => {
      const text = world.files?.[path];
      return text === undefined ? failing(path) : chunks(text);
    },
    fetch: async (url, init) => {
      const body = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
      requests.push({ method: init.method ?? "", url, headers: new Headers(init.headers), body });
      if (world.fetch !== undefined) return world.fetch(url, init);
      const answer = answers.shift();
      if (answer === undefined) throw new Error("asked more often than the test has answers");
      if (answer instanceof Error) throw answer;
      return typeof answer === "function" ? answer(url, init) : answer;
    },
    now: () => new Date("2026-03-02T08:14:05.250Z"),
    version: "1.2.3",
    runMock: async (mockArgv) => {
      mockRuns.push(mockArgv);
      return 0;
    },
  };
  const exitCode = await main(argv, system);
  return { exitCode, ...texts, requests, mockRuns };
}

async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  // Small enough to part every value, but for texts whose size is the point.
  const size = bytes.length > 100_000 ? 65_536 : 10;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What a file gives that cannot be opened. */
async function* failing(path: string): AsyncGenerator<Uint8Array> {
  const missing = new Error(`ENOENT: no such file or directory, open '${path}'`);
  yield Promise.reject<Uint8Array>(Object.assign(missing, { code: "ENOENT" }));
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers });
}

export function graphFailure(status: number, code: string, message: string, details: unknown[] = []): Response {
  return json({ error: { code, message, details } }, status, { "request-id": "r-1" });
}
