import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { openStore } from "@org/store";
import { DatabaseSync } from "@photostructure/sqlite";

export interface KillOptions {
  readonly file: string;
  readonly rounds: number;
  readonly seed: number;
  /** `early` plants a bug: the writer acknowledges before it writes. */
  readonly mode: "honest" | "early";
}

export interface KillReport {
  /** Acknowledged writes of each round. */
  readonly acknowledged: readonly number[];
  /** Acknowledged writes whose effect was not found after the kill, as the writer printed them. */
  readonly lost: readonly string[];
  /** Answers of SQLite's integrity check that were not `ok`. */
  readonly damage: readonly string[];
}

const writer = fileURLToPath(new URL("./writer.mjs", import.meta.url));

/**
 * Kills a writing process at random moments, each round on the file that the last one left, and looks for every write
 * that it had acknowledged in any round.
 */
export async function killWhileWriting(options: KillOptions): Promise<KillReport> {
  const random = createRandom(options.seed);
  const expected = new Map<string, string>();
  const acknowledged: number[] = [];
  const lost: string[] = [];
  const damage: string[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const lines = await writeUntilKilled(options, round, 1 + Math.floor(random() * 150));
    acknowledged.push(lines.length);
    for (const line of lines) {
      const [kind = "", id = ""] = line.split(" ");
      expected.set(id, kind);
    }
    lost.push(...(await findLost(options.file, expected, `${round}-`)));
    damage.push(...checkIntegrity(options.file));
  }
  lost.push(...(await findLost(options.file, expected, "")));
  return { acknowledged, lost: [...new Set(lost)], damage };
}

/** Lines of what was acknowledged; kills the writer so many milliseconds after the first. */
async function writeUntilKilled({ file, mode }: KillOptions, round: number, patience: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, file, String(round), mode], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (output === "") setTimeout(() => child.kill("SIGKILL"), patience);
    output += text;
  });
  const [exitCode] = await once(child, "close");
  if (exitCode !== null) throw new Error(`The writer ended by itself with exit code ${exitCode}.`);
  // What follows the last line break was cut by the kill.
  return output.split("\n").slice(0, -1);
}

/** Acknowledged writes of ids with this prefix that the file does not show. */
async function findLost(file: string, expected: ReadonlyMap<string, string>, prefix: string): Promise<string[]> {
  await using store = await openStore(file);
  const tenant = store.forTenant("contoso");
  const lost: string[] = [];
  for (const [id, kind] of expected) {
    if (!id.startsWith(prefix)) continue;
    const stored = await tenant.get(id, "beta");
    const text = stored && Buffer.from(stored.members).toString();
    if (!shows(kind, id, text)) lost.push(`${kind} ${id}`);
  }
  return lost;
}

/**
 * Whether a stored text shows what was acknowledged last. A write that was asked for next and not acknowledged may have
 * happened too.
 */
export function shows(kind: string, id: string, text: string | undefined): boolean {
  const mayBeDeleted = Number(id.split("-")[2]) % 5 === 4;
  if (kind === "delete") return text === undefined;
  if (text === undefined) return kind === "update" && mayBeDeleted;
  return kind === "insert" || text.includes('"changeId":"updated"');
}

function checkIntegrity(file: string): string[] {
  const driver = new DatabaseSync(file, { readOnly: true });
  const rows: { integrity_check: string }[] = driver.prepare("pragma integrity_check").all();
  driver.close();
  return rows.map((row) => row.integrity_check).filter((answer) => answer !== "ok");
}

/** Mulberry32: the same seed kills after the same waits. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
