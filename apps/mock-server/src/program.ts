// The public API of @org/mock-server/program. A line added here is a promise; never `export *`.
export { runCommandLine } from "./program/command-line.js";
