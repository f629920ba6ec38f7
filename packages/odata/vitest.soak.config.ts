import { defineConfig } from "vitest/config";
import { ClosingLine } from "../../vitest.reporter.js";

/** Long runs, seeded; `pnpm soak`. */
export default defineConfig({
  test: {
    include: ["test/soak/**/*.test.ts"],
    reporters: ["default", new ClosingLine("soak")],
    testTimeout: 1_800_000,
  },
});
