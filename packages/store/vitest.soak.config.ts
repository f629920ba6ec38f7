import { defineConfig } from "vitest/config";
import { soakOf } from "../../vitest.soak.js";

const config = soakOf(["test/soak/**/*.test.ts"]);

/** Long runs, from `SOAK_SEED` or a new seed: printed, to repeat it; `pnpm soak`. */
export default defineConfig({ ...config, test: { ...config.test, exclude: [] } });
