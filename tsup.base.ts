import type { Options } from "tsup";

/** What every package of this repository is built with; a package adds its entries. */
export const base: Options = {
  entry: ["src/index.ts"],
  format: ["esm"],
  target: "node20.19",
  // Declarations are made against the siblings' built types, so the source condition is off. They take most of the time
  // and a start needs none of them.
  dts: process.env["PROVLOG_TYPES"] === "off" ? false : { compilerOptions: { customConditions: [] } },
  clean: true,
  sourcemap: true,
  treeshake: true,
  silent: true,
};
