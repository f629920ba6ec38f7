import { defineConfig } from "tsup";
import { base } from "../../tsup.base.js";

export default defineConfig({
  ...base,
  // Kysely's two hundred modules take 100 ms to load one by one, the part that is used 10 ms as one file.
  noExternal: ["kysely"],
});
