import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { openStore } from "@org/store";
import { poll } from "../postgres/poll.js";
import { shows } from "./kill-rounds.js";

export interface PostgresKillOptions {
  readonly url: string;
  readonly rounds: number;
  /** `early` plants a bug: the writers acknowledge before they write. */
  readonly mode: "honest" | "early";
}

export interface PostgresKillReport {
  /** Writes acknowledged by the process that was killed, of each round. */
  readonly acknowledged: readonly number[];
  /** Writes acknowledged by the two others after it was killed, of each round. */
  readonly afterwards: readonly number[];
  /** Acknowledged writes whose effect was not found, as the writers printed them. */
  readonly lost: readonly string[];
}

interface Writer {
  readonly child: ChildProcess;
  /** Complete lines, one for each acknowledged write. */
  readonly lines: () => string[];
  readonly closed: Promise<unknown[]>;
}

const program = fileURLToPath(new URL("./writer.mjs", import.meta.url));

/** Three processes open one database at once and write; one is killed, and later the others. Then everything is looked for. */
export async function killOneOfThree(options: PostgresKillOptions): Promise<PostgresKillReport> {
  const acknowledged: number[] = [];
  const afterwards: number[] = [];
  const expected = new Map<string, string>();
  for (let round = 0; round < options.rounds; round += 1) {
    const writers = ["a", "b", "c"].map((name) => startWriter(options, `${round}${name}`));
    const [victim, ...others] = writers;
    await poll(async () => writers.every((writer) => countOf(writer) >= 20 + 30 * round) || undefined);
    await kill(victim);
    const atKill = others.map(countOf);
    await poll(async () => others.every((writer, index) => countOf(writer) >= (atKill[index] ?? 0) + 30) || undefined);
    for (const other of others) await kill(other);
    acknowledged.push(victim === undefined ? 0 : countOf(victim));
    afterwards.push(others.reduce((sum, writer, index) => sum + countOf(writer) - (atKill[index] ?? 0), 0));
    for (const line of writers.flatMap((writer) => writer.lines())) {
      const [kind = "", id = ""] = line.split(" ");
      expected.set(id, kind);
    }
  }
  return { acknowledged, afterwards, lost: await findLost(options.url, expected) };
}

function startWriter({ url, mode }: PostgresKillOptions, prefix: string): Writer {
  const child = spawn(process.execPath, [program, url, prefix, mode], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  // What follows the last line break is cut, or not yet whole.
  return { child, lines: () => output.split("\n").slice(0, -1), closed: once(child, "close") };
}

async function kill(writer: Writer | undefined): Promise<void> {
  if (writer === undefined) return;
  writer.child.kill("SIGKILL");
  const [exitCode] = await writer.closed;
  if (exitCode !== null) throw new Error(`The writer ended by itself with exit code ${String(exitCode)}.`);
}

function countOf(writer: Writer): number {
  return writer.lines().length;
}

async function findLost(url: string, expected: ReadonlyMap<string, string>): Promise<string[]> {
  await using store = await openStore(url);
  const tenant = store.forTenant("contoso");
  const lost: string[] = [];
  for (const [id, kind] of expected) {
    const stored = await tenant.get(id, "beta");
    if (!shows(kind, id, stored && Buffer.from(stored.members).toString())) lost.push(`${kind} ${id}`);
  }
  return lost;
}
