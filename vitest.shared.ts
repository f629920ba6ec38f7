import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { ClosingLine } from "./vitest.reporter.js";

// Setting conditions replaces vitest's defaults, so they are repeated after ours.
const conditions = ["@org/source", "module", "node", "development|production"];

/** One package's tests: sources of siblings instead of their builds, and counts that `npm test` sums up. */
export default defineConfig({
  ssr: { resolve: { conditions } },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/built/**", "test/soak/**"],
    reporters: process.env["CI"] ? [new ClosingLine()] : ["default", new ClosingLine()],
    globalSetup: [fileURLToPath(new URL("./vitest.postgres.ts", import.meta.url))],
    setupFiles: [fileURLToPath(new URL("./vitest.seed.ts", import.meta.url))],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"], tsconfig: "./tsconfig.json" },
  },
});
