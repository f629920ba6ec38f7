import type { System } from "../system.js";
import { printable } from "./escape.js";

/** A line for the user, on stderr, so that it never mixes with data. */
export async function tell({ stderr }: System, text: string): Promise<void> {
  const lines = text.split(/\r?\n/).map((line) => `provlog: ${printable(line)}\n`);
  await stderr.write(lines.join(""));
}
