import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { simulate } from "../src/index.js";
import { optionsFor } from "./rows.js";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function liveBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

it("holds no more after 200,000 events than after 20,000", () => {
  let early = Number.NaN;
  let late = Number.NaN;
  let number = 0;
  for (const _ of simulate(optionsFor(42, 200_000))) {
    number += 1;
    if (number === 20_000) early = liveBytes();
    if (number === 200_000) late = liveBytes();
  }
  // Keeping the ids alone would take 180,000 × 50 bytes, nine megabytes.
  expect(late - early).toBeLessThan(3_000_000);
}, 120_000);
