import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach } from "vitest";

const bin = fileURLToPath(new URL("../../dist/bin.js", import.meta.url));

/** A program that runs, or ran. */
export interface Program {
  readonly process: ChildProcess;
  /** All that came so far. */
  readonly output: { stdout: string; stderr: string };
  /** Resolves to the exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | string>;
}

export interface Listening {
  readonly url: string;
  readonly events: number;
}

const running = new Set<ChildProcess>();
const folders: string[] = [];

afterEach(async () => {
  for (const child of running) child.kill("SIGKILL");
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A folder that is gone after the test. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "provlog-built-"));
  folders.push(folder);
  return folder;
}

/** Runs the built program as a child, with none of this process's settings. */
export function run(
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  nodeArguments: readonly string[] = [],
): Program {
  const child = spawn(process.execPath, [...nodeArguments, bin, ...argv], {
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += String(chunk);
  });
  const ended = new Promise<number | string>((resolve) => {
    child.on("close", (code, signal) => {
      running.delete(child);
      resolve(code ?? signal ?? "");
    });
  });
  return { process: child, output, ended };
}

/** Waits until `text` has come out of the program, which must not end before. */
export async function waitFor(program: Program, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const check = () => {
      if (program.output.stdout.includes(text) || program.output.stderr.includes(text)) resolve();
    };
    program.process.stdout?.on("data", check);
    program.process.stderr?.on("data", check);
    program.ended.then((code) => reject(new Error(`ended with ${code}: ${program.output.stderr}`)), reject);
    check();
  });
}

/** Starts a server on a free port; its log is JSON, since nothing here is a terminal. */
export async function start(
  argv: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Program & Listening> {
  const program = run(["--port", "0", ...argv], environment);
  await waitFor(program, '"msg":"listening"');
  const line = program.output.stdout.split("\n").find((candidate) => candidate.includes('"msg":"listening"'));
  return { ...program, ...(JSON.parse(line ?? "") as Listening) };
}

/** Asks a program to stop; resolves to its exit code. */
export async function stop(program: Program, signal: "SIGINT" | "SIGTERM" = "SIGTERM"): Promise<number | string> {
  program.process.kill(signal);
  return program.ended;
}

/** The members of answers that the tests look at. */
export interface Answer {
  readonly id?: string;
  readonly changeId?: string | null;
  readonly durationInMilliseconds?: number | null;
  readonly statusInfo?: { readonly status?: string | null } | null;
  readonly value?: readonly Answer[];
  readonly "@odata.nextLink"?: string;
}

/** GET with a token; the program takes any. */
export async function ask({ url }: Listening, path: string): Promise<{ status: number; body: Answer }> {
  const response = await fetch(`${url}${path}`, { headers: { authorization: "Bearer any" } });
  return { status: response.status, body: (await response.json()) as Answer };
}
