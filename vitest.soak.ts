import { randomInt } from "node:crypto";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { ClosingLine } from "./vitest.reporter.js";
import shared from "./vitest.shared.js";

/** The same property tests with `SOAK_RUNS` (100) times the runs, from `SOAK_SEED` or a new seed: printed, to repeat it. */
export function soakOf(include: string[]): ViteUserConfig {
  const env = {
    SOAK_SEED: process.env["SOAK_SEED"] ?? String(randomInt(2 ** 31)),
    SOAK_RUNS: process.env["SOAK_RUNS"] ?? "100",
  };
  const announce = { onInit: () => console.log(`soak: SOAK_SEED=${env.SOAK_SEED} SOAK_RUNS=${env.SOAK_RUNS}`) };
  return defineConfig({
    ...shared,
    test: {
      ...shared.test,
      include,
      env,
      reporters: ["default", announce, new ClosingLine("soak")],
      testTimeout: 1_800_000,
      typecheck: { enabled: false },
    },
  });
}
