import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const bin = fileURLToPath(new URL("../../dist/bin.js", import.meta.url));

export interface BinRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BinOptions {
  readonly environment?: Record<string, string>;
  readonly stdin?: string;
  readonly nodeFlags?: readonly string[];
}

/** The variables of whoever runs the tests that a program needs; none of ours. */
export function cleanEnvironment(more: Record<string, string> = {}): Record<string, string> {
  return { PATH: process.env["PATH"] ?? "", HOME: tmpdir(), ...more };
}

/** Runs the built program to its end. */
export async function runBin(argv: readonly string[], options: BinOptions = {}): Promise<BinRun> {
  return collect(process.execPath, [...(options.nodeFlags ?? []), bin, ...argv], options);
}

/** Runs a line of shell in which `provlog` is the built program. */
export async function runShell(line: string, options: BinOptions = {}): Promise<BinRun> {
  const folder = mkdtempSync(join(tmpdir(), "provlog-bin-"));
  try {
    const shim = join(folder, "provlog");
    writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`);
    chmodSync(shim, 0o755);
    const environment = { ...options.environment, PATH: `${folder}:${process.env["PATH"] ?? ""}` };
    return await collect("bash", ["-o", "pipefail", "-c", line], { ...options, environment });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function collect(command: string, argv: readonly string[], { environment, stdin }: BinOptions): Promise<BinRun> {
  const child = spawn(command, argv, { env: cleanEnvironment(environment) });
  const texts = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    texts.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    texts.stderr += text;
  });
  // A program that ends before it has read everything is no failure of the test.
  child.stdin.on("error", () => {});
  child.stdin.end(stdin ?? "");
  const [exitCode] = (await once(child, "close")) as [number | null];
  return { exitCode, ...texts };
}
