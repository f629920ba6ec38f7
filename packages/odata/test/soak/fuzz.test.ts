import { expect, it } from "vitest";
import { fuzz } from "../fuzz/fuzz.js";

// A run of one's own: SOAK_SEED=7 SOAK_INPUTS=5000000 pnpm soak
const seed = Number(process.env["SOAK_SEED"] ?? 1);
const inputs = Number(process.env["SOAK_INPUTS"] ?? 1_000_000);

it("finds nothing in a million inputs", () => {
  const result = fuzz(seed, inputs);
  console.log(`fuzz: seed ${seed}`, result);
  expect(result.finding).toBe(undefined);
});
