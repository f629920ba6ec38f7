import { defineConfig } from "tsup";
import { base } from "../../tsup.base.js";

const entry = ["src/index.ts", "src/v1.ts", "src/fixtures.ts", "src/error-codes.ts"];

// The lists get files of their own, so that a bundler that needs one of them leaves zod out.
export default defineConfig({
  ...base,
  entry: [...entry, "src/shared-chunk.ts", "src/contract-properties.ts", "src/enums/*.ts"],
  dts: { entry, compilerOptions: { customConditions: [] } },
});
