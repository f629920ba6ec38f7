import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { ClosingLine } from "../../vitest.reporter.js";

/** Long runs; `npm run soak`. */
export default defineConfig({
  test: {
    globalSetup: [fileURLToPath(new URL("../../vitest.postgres.ts", import.meta.url))],
    include: ["test/soak/**/*.test.ts"],
    reporters: ["default", new ClosingLine("soak")],
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
