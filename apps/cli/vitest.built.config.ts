import { defineConfig } from "vitest/config";
import { ClosingLine } from "../../vitest.reporter.js";

/** Tests of what is published, run after the build. */
export default defineConfig({
  test: {
    include: ["test/built/**/*.test.ts"],
    reporters: [new ClosingLine("built")],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
