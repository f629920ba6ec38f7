import { describe, expect, it } from "vitest";
import { createFillProgress } from "../../src/program/fill-progress.js";

/** Reports every event of a filling on a clock that moves by `perEvent` milliseconds an event. */
function fill(count: number, perEvent: number, isTerminal: boolean): string[] {
  const written: string[] = [];
  let time = 0;
  const stderr = { isTerminal, write: (text: string) => void written.push(text) };
  const progress = createFillProgress(count, stderr, () => time);
  for (let made = 0; made < count; made += 1) {
    time += perEvent;
    progress.report(made);
  }
  progress.end();
  return written;
}

describe("createFillProgress", () => {
  it("is silent when the filling takes less than a second", () => {
    expect(fill(1_000, 0.9, true)).toEqual([]);
  });

  it("redraws one line on a terminal and wipes it at the end", () => {
    const written = fill(10_000, 1, true);
    expect(written[0]).toBe("\rFilling: 1,024 of 10,000 events (10 %)");
    expect(written.slice(0, -1).every((text) => text.startsWith("\rFilling: ") && !text.includes("\n"))).toBe(true);
    expect(written.at(-1)).toMatch(/^\r +\r$/);
  });

  it("writes a line every two seconds elsewhere", () => {
    expect(fill(6_000, 1, false)).toEqual([
      "Filling: 1,024 of 6,000 events (17 %)\n",
      "Filling: 3,072 of 6,000 events (51 %)\n",
      "Filling: 5,120 of 6,000 events (85 %)\n",
    ]);
  });
});
