import { defineConfig } from "vitest/config";
import { ClosingLine } from "../../vitest.reporter.js";

/** The built program, run as people run it: `dist` has to be there. */
export default defineConfig({
  test: {
    include: ["test/built/**/*.test.ts"],
    reporters: process.env["CI"] ? [new ClosingLine("built")] : ["default", new ClosingLine("built")],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
