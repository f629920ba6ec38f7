// The public API of @org/mock-server. A line added here is a promise; never `export *`.
export { createMockServer, type MockServer } from "./create-mock-server.js";
export type { Filling } from "./dependencies.js";
export type { MockServerOptions } from "./options.js";
export { type RunningMockServer, type StartOptions, startMockServer } from "./start-mock-server.js";
