import { defineConfig } from "vitest/config";
import { ClosingLine } from "../../vitest.reporter.js";

/** Tests of what `tsup` made of this package. */
export default defineConfig({
  test: {
    include: ["test/built/**/*.test.ts"],
    typecheck: { enabled: false },
    reporters: [new ClosingLine("built")],
    testTimeout: 240_000,
  },
});
