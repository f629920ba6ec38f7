import type { OutputStream } from "./host.js";

const silence = 1_000;
const pause = { terminal: 100, file: 2_000 };

/** Shows how far a filling is, once it has taken a second; on a terminal in one line that is wiped at the end. */
export interface FillProgress {
  report(made: number): void;
  end(): void;
}

export function createFillProgress(count: number, stderr: OutputStream, elapsed: () => number): FillProgress {
  const every = stderr.isTerminal ? pause.terminal : pause.file;
  let next = elapsed() + silence;
  let hasLine = false;
  return {
    report(made) {
      // The clock is asked for one event in 64: it costs more than most of what is counted.
      if ((made & 63) !== 0 || elapsed() < next) return;
      next = elapsed() + every;
      const text = `Filling: ${made.toLocaleString("en-US")} of ${count.toLocaleString("en-US")} events (${Math.floor((100 * made) / count)} %)`;
      stderr.write(stderr.isTerminal ? `\r${text}` : `${text}\n`);
      hasLine = stderr.isTerminal;
    },
    end() {
      if (hasLine) stderr.write(`\r${" ".repeat(79)}\r`);
      hasLine = false;
    },
  };
}
