import { defineConfig } from "tsup";
import { base } from "../../tsup.base.js";

export default defineConfig({ ...base, entry: ["src/index.ts", "src/v1.ts", "src/fixtures.ts", "src/error-codes.ts"] });
