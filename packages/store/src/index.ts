// The public API of @org/store. A line added here is a promise; never `export *`.
export { type OpenStoreOptions, openStore } from "./open-store.js";
export { createProject } from "./project.js";
export type {
  ConditionalWriteOptions,
  EtagCondition,
  StoredSummary,
  SummaryPage,
  SummaryStore,
  TenantStore,
  View,
  WriteOptions,
} from "./store.js";
export { StoreError, type StoreErrorCode } from "./store-error.js";
