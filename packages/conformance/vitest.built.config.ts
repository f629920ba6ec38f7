import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { ClosingLine } from "../../vitest.reporter.js";

/** Tests of what is built and packed: no source condition, and time for a registry and an install. */
export default defineConfig({
  test: {
    globalSetup: [fileURLToPath(new URL("../../vitest.postgres.ts", import.meta.url))],
    include: ["test/built/**/*.test.ts"],
    reporters: process.env["CI"] ? [new ClosingLine("built")] : ["default", new ClosingLine("built")],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    fileParallelism: false,
  },
});
