import { openStore } from "../src/index.js";
import { describeStoreContract } from "./contract.js";
import { createTemporaryFolder } from "./temporary-folder.js";

const newPath = createTemporaryFolder();

describeStoreContract("a database in memory", () => openStore());
describeStoreContract("a database file", () => openStore(newPath()));
// Every document comes from SQLite, or nearly every one: the cache must make no difference.
describeStoreContract("a database file without a cache", () => openStore(newPath(), { cacheBytes: 0 }));
describeStoreContract("a database in memory with a tiny cache", () => openStore(":memory:", { cacheBytes: 20_000 }));
