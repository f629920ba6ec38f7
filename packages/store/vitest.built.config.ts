import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { ClosingLine } from "../../vitest.reporter.js";

/** Tests of the built store: no source condition, since a child process runs what others will install. */
export default defineConfig({
  test: {
    globalSetup: [fileURLToPath(new URL("../../vitest.postgres.ts", import.meta.url))],
    include: ["test/built/**/*.test.ts"],
    reporters: process.env["CI"] ? [new ClosingLine("built")] : ["default", new ClosingLine("built")],
    testTimeout: 240_000,
  },
});
