// Only inside this repository: shared settings. A project of your own needs no configuration for this.
export { default } from "../../vitest.shared.js";
