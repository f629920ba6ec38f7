// The public API of @org/cli. A line added here is a promise; never `export *`.
export { type ExitCode, exitCodes } from "./exit-codes.js";
export { main } from "./main.js";
export { type Output, OutputClosedError, OutputFailedError, type System } from "./system.js";
