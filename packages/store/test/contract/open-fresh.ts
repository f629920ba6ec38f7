import type { SummaryStore } from "../../src/index.js";

/** Opens a new, empty database. */
export type OpenFresh = () => Promise<SummaryStore>;
